// Unseal — what the library opens is opened here, and what it refuses is refused.

import { createCipheriv, hkdfSync } from 'node:crypto'
import { Decrypter } from 'age-encryption'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { generateKeys, publicKeysOf } from '#enrollment/keys'
import { open, seal } from '#enrollment/seal'
import { type Unseal, unsealWith } from '#enrollment/unseal'

const chunk = 64 * 1024
const cannotOpen = { ok: false, issue: { code: 'seal.cannot-open' } }

let identity = ''
let recipients: readonly string[] = []
let unseal: Unseal
beforeAll(async () => {
  const [mine, other] = [await generateKeys('center'), await generateKeys('office')]
  identity = mine.sealing
  recipients = [(await publicKeysOf(other)).sealing, (await publicKeysOf(mine)).sealing]
  unseal = unsealWith(identity)
})

const plainOf = (length: number) => new Uint8Array(length).map((_, at) => (at * 7919) >> 3)

test.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 1])(
  'what was sealed is opened: %i bytes',
  async (length) => {
    const plain = plainOf(length)
    const opened = await unseal(await seal(plain, recipients))
    expect(opened).toEqual({ ok: true, value: plain })
    // Its memory is nobody else's: it may be handed to a thread.
    expect(opened.ok && opened.value.buffer.byteLength).toBe(length)
  },
)

test('what was sealed to somebody else is not opened', async () => {
  expect(await unseal(await seal(plainOf(9), recipients.slice(0, 1)))).toEqual(cannotOpen)
})

test('chunks that were swapped, left out or added are refused', async () => {
  const sealed = await seal(plainOf(3 * chunk), recipients)
  const whole = chunk + 16
  const head = sealed.length - 3 * whole
  const part = (at: number) => sealed.subarray(head + at * whole, head + (at + 1) * whole)
  const of = (...parts: Uint8Array[]) => Buffer.concat([sealed.subarray(0, head), ...parts])
  expect(await unseal(of(part(0), part(1), part(2)))).toMatchObject({ ok: true })
  const spoiled = [
    of(part(1), part(0), part(2)),
    of(part(0), part(1)),
    of(part(0), part(2)),
    of(part(0), part(1), part(2), part(2)),
    of(part(0), part(1), part(2), new Uint8Array(16)),
    of(),
  ]
  for (const bytes of spoiled) expect(await unseal(bytes)).toEqual(cannotOpen)
})

test('an empty last chunk after a full one is refused, though it was sealed with the right key', async () => {
  const sealed = await seal(plainOf(chunk), recipients)
  const head = sealed.subarray(0, sealed.length - (chunk + 16))
  const key = await payloadKeyOf(head)
  const full = sealChunk(key, plainOf(chunk), { at: 0, isLast: true })
  expect(Buffer.concat([head, full])).toEqual(Buffer.from(sealed))
  const torn = Buffer.concat([
    head,
    sealChunk(key, plainOf(chunk), { at: 0, isLast: false }),
    sealChunk(key, new Uint8Array(), { at: 1, isLast: true }),
  ])
  expect(await unseal(torn)).toEqual(cannotOpen)
  expect(await open(torn, identity)).toEqual(cannotOpen)
})

/** The key of the payload that follows this head: header and nonce. age-encryption.org/v1, payload. */
async function payloadKeyOf(head: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const fileKey = await decrypter.decryptHeader(head.slice(0, -16))
  return new Uint8Array(hkdfSync('sha256', fileKey, head.subarray(-16), 'payload', 32))
}

function sealChunk(
  key: Uint8Array,
  plain: Uint8Array,
  { at, isLast }: { readonly at: number; readonly isLast: boolean },
): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(at, 7)
  nonce[11] = isLast ? 1 : 0
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  const sealed = [cipher.update(plain), cipher.final()]
  return Buffer.concat([...sealed, cipher.getAuthTag()])
}

test('whatever is changed or cut off, it answers as the library does', async () => {
  const sealed = await seal(plainOf(300), recipients)
  const spoiled = fc.oneof(
    fc
      .record({ at: fc.nat(sealed.length - 1), flip: fc.integer({ min: 1, max: 255 }) })
      .map(({ at, flip }) => {
        const bytes = sealed.slice()
        bytes[at]! ^= flip
        return bytes
      }),
    fc.nat(sealed.length - 1).map((length) => sealed.slice(0, length)),
    fc.uint8Array({ minLength: 1 }).map((more) => new Uint8Array([...sealed, ...more])),
    fc.uint8Array({ maxLength: 400 }),
  )
  await fc.assert(
    fc.asyncProperty(spoiled, async (bytes) => {
      expect(await unseal(bytes)).toEqual(await open(bytes, identity))
    }),
    { numRuns: 300 },
  )
})
