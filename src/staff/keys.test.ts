// Keys — signing in an account's name, and certificates kept for village heads.

import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/support/database.ts'
import { type TestStaffWorld, testAccount, testStaffWorld } from '../../test/support/staff.ts'
import type { Account } from './account.ts'
import { setActive } from './accounts.ts'
import { createCertificate, findCertificate, type MadeCertificate } from './certificates.ts'
import {
  createSigningKey,
  findSigningKey,
  isSignedBy,
  listSigningKeys,
  type SigningKey,
  signAs,
} from './keys.ts'
import { type StaffTables, type StaffTx, staffMigrations } from './tables.ts'

const database = useDatabase<StaffTables>(staffMigrations)
let world: TestStaffWorld
let operator: Account
const message = Buffer.from('digest of everything captured')

beforeEach(async () => {
  await sql`truncate sessions, account_keys, accounts`.execute(database.db)
  world = testStaffWorld(database.db)
  operator = await testAccount(world, 'operator-ktp')
})

const inTx = <Value>(work: (tx: StaffTx) => Promise<Value>) =>
  database.db.transaction().execute(work)

async function signed(by = operator) {
  const answer = await signAs(database.db, world, by.accountId, message)
  if (!answer.ok) throw new Error(answer.issue.code)
  return answer.value
}

describe('a signature', () => {
  test('is verified by the public key of its key id, and not over other bytes', async () => {
    const { keyId, signature } = await signed()
    const { jwk } = (await findSigningKey(database.db, keyId)) as SigningKey
    expect(signature).toHaveLength(64)
    expect(isSignedBy(jwk, message, signature)).toBe(true)
    expect(isSignedBy(jwk, Buffer.from('something else'), signature)).toBe(false)
    expect(
      isSignedBy(
        jwk,
        message,
        signature.map((byte, i) => (i === 9 ? byte ^ 1 : byte)),
      ),
    ).toBe(false)
  })

  test('of a key since retired is still verified, while the new key signs', async () => {
    const before = await signed()
    world.time.now += 1_000
    await inTx((tx) => createSigningKey(tx, world, 'system', operator.accountId))
    const after = await signed()
    expect(after.keyId).not.toBe(before.keyId)
    const retired = (await findSigningKey(database.db, before.keyId)) as SigningKey
    expect(retired.retiredAt).toEqual(new Date(world.time.now))
    expect(isSignedBy(retired.jwk, message, before.signature)).toBe(true)
    expect(isSignedBy(retired.jwk, message, after.signature)).toBe(false)
    expect(await listSigningKeys(database.db, operator.accountId)).toHaveLength(2)
  })

  test('is not given by an account without a key, nor by one that is not active', async () => {
    const camat = await testAccount(world, 'camat')
    const none = { ok: false, issue: { code: 'key.none' } }
    expect(await signAs(database.db, world, camat.accountId, message)).toEqual(none)
    const { accountId } = operator
    await inTx((tx) => setActive(tx, world, 'system', { accountId, active: false }))
    expect(await signAs(database.db, world, accountId, message)).toEqual(none)
  })

  test('is not given with a private key that was moved to another account', async () => {
    const other = await testAccount(world, 'operator-ktp', 'operator-2')
    await sql`update account_keys set sealed_private = (select sealed_private from account_keys
      where account_id = ${operator.accountId}) where account_id = ${other.accountId}`.execute(
      database.db,
    )
    await expect(signed(other)).rejects.toThrow()
  })
})

test('a key is that of RFC 8037, appendix A, for the seed given there', async () => {
  const seed = Buffer.from('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', 'base64url')
  const { jwk } = await inTx((tx) =>
    createSigningKey(tx, { ...world, randomBytes: () => seed }, 'system', operator.accountId),
  )
  expect(jwk.x).toBe('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')
  expect(jwk.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
})

test('a private key does not stand in the database', async () => {
  const seed = Buffer.alloc(32, 0x5a)
  await inTx((tx) =>
    createSigningKey(tx, { ...world, randomBytes: () => seed }, 'system', operator.accountId),
  )
  const rows = await database.db.selectFrom('account_keys').selectAll().execute()
  for (const row of rows) expect(Buffer.from(row.sealed_private).includes(seed)).toBe(false)
  expect(JSON.stringify(rows.map((row) => JSON.parse(row.public)))).not.toContain('"d"')
})

describe('a certificate', () => {
  test('is kept with its key, one in use an account', async () => {
    const head = await testAccount(world, 'kepala-desa')
    const { accountId } = head
    expect(await findCertificate(database.db, world, accountId)).toBeUndefined()
    await inTx((tx) => createCertificate(tx, world, 'system', accountId, makeCertificate))
    const second = await inTx((tx) =>
      createCertificate(tx, world, 'system', accountId, makeCertificate),
    )
    const found = await findCertificate(database.db, world, accountId)
    expect(found?.keyId).toBe(second.keyId)
    expect(found?.certificatePem).toBe(second.certificatePem)
    expect(Buffer.from(second.privateKeyPkcs8)).toEqual(found?.privateKeyPkcs8)
    expect(await listSigningKeys(database.db, accountId)).toEqual([])
  })

  test('of another key is a programmer’s slip, and nothing is kept', async () => {
    const { accountId } = await testAccount(world, 'kepala-desa')
    const mixed = async () => {
      const { privateKeyPkcs8 } = await makeCertificate()
      return { ...(await makeCertificate()), privateKeyPkcs8 }
    }
    const kept = inTx((tx) => createCertificate(tx, world, 'system', accountId, mixed))
    await expect(kept).rejects.toThrow(/its own key/)
    expect(await findCertificate(database.db, world, accountId)).toBeUndefined()
  })
})

/** The least that is an X.509 certificate of version 1: no names, one day. RFC 5280, 4.1. */
async function makeCertificate(): Promise<MadeCertificate> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'))
  const name = der(0x30)
  const day = der(0x17, Buffer.from('261122000000Z'))
  const serial = der(0x02, Buffer.of(1))
  const subject = publicKey.export({ format: 'der', type: 'spki' })
  const told = der(0x30, serial, ecdsaWithSha256, name, der(0x30, day, day), name, subject)
  const signature = der(0x03, Buffer.of(0), sign('sha256', told, privateKey))
  const certificate = der(0x30, told, ecdsaWithSha256, signature)
  return {
    certificatePem: new X509Certificate(certificate).toString(),
    privateKeyPkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), body])
}
