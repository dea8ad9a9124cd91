// Attestation test — signed once, numbered through the day, and a receipt that anyone can check.

import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { fingerPositions } from '#enrollment/fingers'
import { generateSigningKey } from '#enrollment/keys'
import { attestationTyp } from '#enrollment/packet'
import { verifyWord } from '#enrollment/seal'
import { getSampleResident } from '#resident/sample-cast'
import { beginCapture, demand, enrollOffice, except } from '../../../test/support/captures.ts'
import { useOffice } from '../../../test/support/office.ts'
import { readReceiptToken, writeReceiptToken } from './receipt-token.ts'

const office = useOffice()
const slow = 120_000

beforeAll(async () => {
  await enrollOffice(office)
})

const attest = (caseId: string) =>
  office.call('operator-ktp', 'POST', `/api/attestations/${caseId}`, {})
const verify = async (token: string) =>
  demand(await office.call(undefined, 'POST', '/api/receipts/verify', { token }))

async function capturedCase(): Promise<string> {
  const caseId = await beginCapture(office, getSampleResident('suparman').biodata)
  for (const position of fingerPositions) await except(office, caseId, position)
  demand(await office.call('operator-ktp', 'POST', `/api/captures/${caseId}/complete`, {}))
  return caseId
}

test(
  'the operator’s key signs the digest of all that was captured, once',
  async () => {
    const caseId = await capturedCase()
    const attested = demand(await attest(caseId))
    expect(demand(await attest(caseId))).toEqual(attested)
    const row = await office.world.db
      .selectFrom('attestations')
      .selectAll()
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    const key = await office.world.db
      .selectFrom('account_keys')
      .selectAll()
      .where('account_id', '=', office.accountId('operator-ktp'))
      .where('kind', '=', 'signing')
      .executeTakeFirstOrThrow()
    const word = await verifyWord(row.attestation, attestationTyp, (kid) =>
      kid === key.key_id ? JSON.parse(key.public) : undefined,
    )
    expect(word).toMatchObject({
      ok: true,
      value: {
        facts: {
          caseId,
          manifestSha256: row.manifest_sha256,
          receiptNumber: attested.receiptNumber,
          operator: office.accountId('operator-ktp'),
        },
      },
    })
    expect(row.manifest.toString()).not.toMatch(/suparman|1606/i)
  },
  slow,
)

test(
  'receipts are numbered one after another, and anew each day',
  async () => {
    const numberOf = (reply: { receiptNumber: string }) => reply.receiptNumber
    const first = numberOf(demand(await attest(await capturedCase())))
    const second = numberOf(demand(await attest(await capturedCase())))
    expect(first).toMatch(/^R-261122-\d{4}$/)
    expect(Number(second.slice(-4))).toBe(Number(first.slice(-4)) + 1)
    office.time.now += 24 * 3_600_000
    expect(numberOf(demand(await attest(await capturedCase())))).toBe('R-261123-0001')
    office.time.now -= 24 * 3_600_000
  },
  slow,
)

test(
  'the receipt on paper is checked by its QR or by the code below it, by anyone',
  async () => {
    const caseId = await capturedCase()
    expect(
      await office.call('operator-ktp', 'GET', `/api/attestations/${caseId}/receipt.pdf`),
    ).toMatchObject({ status: 404, body: { code: 'receipt.none' } })
    const { receiptToken, receiptCode, receiptNumber } = demand(await attest(caseId))
    const paper = await office.call(
      'operator-ktp',
      'GET',
      `/api/attestations/${caseId}/receipt.pdf`,
    )
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-')

    const genuine = await verify(receiptToken)
    expect(genuine).toEqual({
      valid: true,
      receipt: {
        receiptNumber,
        attestedAtMs: Math.floor(office.time.now / 1_000) * 1_000,
        officeName: 'Kecamatan Tungkal Jaya',
        fingers: 0,
        digest: expect.stringMatching(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/),
      },
    })
    expect(await verify(`http://127.0.0.1:8080/verifikasi#${receiptToken}`)).toEqual(genuine)
    expect(await verify(receiptCode.toLowerCase().replace('-', ' '))).toEqual(genuine)
    const invalid = { valid: false, receipt: null }
    expect(await verify('0000-0000')).toEqual(invalid)
    expect(await verify(`${receiptToken}A`)).toEqual(invalid)
  },
  slow,
)

describe('a token', () => {
  const facts = {
    receiptNumber: 'R-261122-0007',
    attestedAtMs: 1_795_312_800_000,
    fingers: 9,
    digest: '0123456789abcdef',
  }

  test('with any one letter changed is invalid', async () => {
    const key = await generateSigningKey('office')
    const token = await writeReceiptToken(facts, key)
    expect(await readReceiptToken(token, key)).toEqual({ ok: true, value: facts })
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom(...letters),
        async (place, letter) => {
          fc.pre(token[place] !== letter)
          // The last letter of 64 bytes holds four bits that mean nothing.
          fc.pre(place < token.length - 1)
          const changed = token.slice(0, place) + letter + token.slice(place + 1)
          expect((await readReceiptToken(changed, key)).ok).toBe(false)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('of another office is invalid', async () => {
    const token = await writeReceiptToken(facts, await generateSigningKey('office'))
    const other = await generateSigningKey('office')
    expect((await readReceiptToken(token, other)).ok).toBe(false)
  })

  test('is short enough for a QR that a phone reads off paper', async () => {
    const token = await writeReceiptToken(facts, await generateSigningKey('office'))
    expect(token.length).toBeLessThan(220)
  })
})
