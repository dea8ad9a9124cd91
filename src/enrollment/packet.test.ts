// Packet — what was written is what is read, and any other bytes get an answer.

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { generateKeys, type PrivateKeys, publicKeysOf, publicSigningOf } from '#enrollment/keys'
import { type Manifest, readManifest, writeManifest } from '#enrollment/manifest'
import { consignmentOf, readPacket, writePacket } from '#enrollment/packet'
import { open, seal, signWord, verifyWord } from '#enrollment/seal'

const digest = 'ab'.repeat(32)
const manifest: Manifest = {
  version: 1,
  caseId: '6f1c2a4e-8f0b-4c57-9a3e-111111111111',
  officeId: 'office-1',
  serviceType: 'new',
  standardVersion: 'sk-56-2024',
  capturedAtMs: 1_795_400_000_000,
  sentOn: false,
  items: ['biodata', 'photo', 'signature', 'finger-2'].map((name) => ({
    name,
    mediaType: 'application/octet-stream',
    sha256: digest,
    bytes: 4,
  })),
  fingers: [{ position: 2, quality: 70, tries: 1, accepted: false }],
  exceptions: ([1, 3, 4, 5, 6, 7, 8, 9, 10] as const).map((position) => ({
    position,
    kind: 'missing',
  })),
}
const items = new Map(manifest.items.map(({ name }) => [name, new Uint8Array([1, 2, 3, 4])]))

let keys: PrivateKeys
beforeAll(async () => {
  keys = await generateKeys('office-key')
})

test('a packet is read as it was written', () => {
  const manifestBytes = writeManifest(manifest)
  const read = readPacket(writePacket({ manifestBytes, attestation: 'a', consignment: 'c', items }))
  expect(read).toMatchObject({ ok: true, value: { manifest, attestation: 'a', consignment: 'c' } })
  expect(read.ok && read.value.items).toEqual(items)
})

test('an item that the manifest does not list, or lists in vain, is refused', () => {
  const manifestBytes = writeManifest(manifest)
  const write = (carried: ReadonlyMap<string, Uint8Array>) =>
    readPacket(writePacket({ manifestBytes, attestation: 'a', consignment: 'c', items: carried }))
  const more = new Map([...items, ['finger-3', new Uint8Array(1)]])
  const fewer = new Map([...items].slice(1))
  expect(write(more)).toEqual({ ok: false, issue: { code: 'packet.items-differ' } })
  expect(write(fewer)).toEqual({ ok: false, issue: { code: 'packet.items-differ' } })
})

test.each([
  [
    'a finger neither captured nor excepted',
    { ...manifest, exceptions: manifest.exceptions.slice(1) },
    { code: 'manifest.position-unaccounted', position: 1 },
  ],
  [
    'a finger both captured and excepted',
    { ...manifest, exceptions: [...manifest.exceptions, { position: 2, kind: 'missing' }] },
    { code: 'manifest.position-unaccounted', position: 2 },
  ],
  [
    'no photo',
    { ...manifest, items: manifest.items.filter(({ name }) => name !== 'photo') },
    { code: 'manifest.item-missing', name: 'photo' },
  ],
  ['a field too many', { ...manifest, nik: '1' }, { code: 'manifest.unreadable' }],
])('a manifest with %s is refused', (_, wrong, issue) => {
  expect(readManifest(writeManifest(wrong as Manifest))).toEqual({ ok: false, issue })
})

test('any bytes get an answer, never a throw', () => {
  const whole = writePacket({
    manifestBytes: writeManifest(manifest),
    attestation: 'a',
    consignment: 'c',
    items,
  })
  const torn = fc
    .tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length))
    .map(([at, byte, length]) => {
      const bytes = whole.slice(0, length)
      if (at < length) bytes[at] = byte
      return bytes
    })
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), torn), (bytes) => {
      expect(typeof readPacket(bytes).ok).toBe('boolean')
    }),
  )
})

test('a word is believed from its key alone, for its purpose alone', async () => {
  const word = await signWord({ said: 1 }, 'purpose+jws', keys.signing)
  const known = (kid: string) => (kid === 'office-key' ? publicSigningOf(keys.signing) : undefined)
  expect(await verifyWord(word, 'purpose+jws', known)).toMatchObject({
    ok: true,
    value: { facts: { said: 1 }, kid: 'office-key' },
  })
  const invalid = { ok: false, issue: { code: 'signature.invalid' } }
  expect(await verifyWord(word, 'other+jws', known)).toEqual(invalid)
  expect(await verifyWord(`${word.slice(0, -4)}AAAA`, 'purpose+jws', known)).toEqual(invalid)
  expect(await verifyWord(word, 'purpose+jws', () => undefined)).toEqual({
    ok: false,
    issue: { code: 'signature.unknown-key' },
  })
})

test('what is sealed opens for its reader and for nobody else', async () => {
  const { sealing } = await publicKeysOf(keys)
  const sealed = await seal(new Uint8Array([1, 2, 3]), [sealing])
  expect(await open(sealed, keys.sealing)).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) })
  const stranger = await generateKeys('stranger')
  const shut = { ok: false, issue: { code: 'seal.cannot-open' } }
  expect(await open(sealed, stranger.sealing)).toEqual(shut)
  sealed[sealed.length - 1] = (sealed.at(-1) as number) ^ 1
  expect(await open(sealed, keys.sealing)).toEqual(shut)
})

test('a consignment changes with any byte of any item', async () => {
  const manifestBytes = writeManifest(manifest)
  const one = await consignmentOf('c', manifestBytes, items, publicSigningOf(keys.signing))
  const changed = new Map([...items, ['photo', new Uint8Array([1, 2, 3, 5])]])
  const other = await consignmentOf('c', manifestBytes, changed, publicSigningOf(keys.signing))
  expect(other).not.toEqual(one)
})
