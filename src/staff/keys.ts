// Keys — the Ed25519 key an account signs with; its private part is sealed by the vault.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { assert } from '#kit/assert'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import type { AccountId } from './account.ts'
import { type Actor, recordAct, type StaffAct } from './audit.ts'
import { signedBytesMax } from './limits.ts'
import type { StaffDb, StaffTx } from './tables.ts'
import type { StaffWorld } from './world.ts'

/** A public key as others read it. RFC 7517, RFC 8037. */
export interface SigningJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  /** The key's thumbprint. RFC 7638. */
  readonly kid: string
  readonly alg: 'EdDSA'
  readonly use: 'sig'
}

export interface SigningKey {
  readonly keyId: string
  readonly accountId: AccountId
  readonly jwk: SigningJwk
  readonly createdAt: Date
  /** A retired key signs nothing more; what it signed before stays signed. */
  readonly retiredAt: Date | null
}

/** Makes a new key the one an account signs with; the one before is retired. */
export async function createSigningKey(
  tx: StaffTx,
  needs: Pick<StaffWorld, 'clock' | 'randomBytes' | 'vault'>,
  by: Actor,
  accountId: AccountId,
): Promise<SigningKey> {
  await retireSigningKey(tx, needs, by, accountId)
  const privateKey = privateKeyOf(needs.randomBytes(seedBytes))
  const jwk = jwkOf(privateKey)
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  const createdAt = new Date(needs.clock())
  await tx
    .insertInto('account_keys')
    .values({
      key_id: jwk.kid,
      account_id: accountId,
      kind: 'signing',
      public: JSON.stringify(jwk),
      sealed_private: needs.vault.seal(pkcs8, contextOf(accountId, jwk.kid)),
      created_at: createdAt,
      retired_at: null,
    })
    .execute()
  const subject = { accountId, keyId: jwk.kid }
  await recordAct<StaffAct>(tx, { at: needs.clock(), actor: by, act: 'key.created', subject })
  return { keyId: jwk.kid, accountId, jwk, createdAt, retiredAt: null }
}

/** Ends the use of an account's key, where it has one. */
export async function retireSigningKey(
  tx: StaffTx,
  { clock }: Pick<StaffWorld, 'clock'>,
  by: Actor,
  accountId: AccountId,
): Promise<void> {
  const retired = await tx
    .updateTable('account_keys')
    .set({ retired_at: new Date(clock()) })
    .where('account_id', '=', accountId)
    .where('kind', '=', 'signing')
    .where('retired_at', 'is', null)
    .returning('key_id')
    .executeTakeFirst()
  if (retired === undefined) return
  const subject = { accountId, keyId: retired.key_id }
  await recordAct<StaffAct>(tx, { at: clock(), actor: by, act: 'key.retired', subject })
}

export interface Signed {
  readonly keyId: string
  /** 64 bytes. RFC 8032. */
  readonly signature: Uint8Array
}

/** Signs in the name of an account. An account that may not sign in does not sign either. */
export async function signAs(
  db: StaffDb,
  { vault }: Pick<StaffWorld, 'vault'>,
  accountId: AccountId,
  bytes: Uint8Array,
): Promise<Result<Signed, { readonly code: 'key.none' }>> {
  assert(bytes.length <= signedBytesMax, 'what is large is signed by its digest')
  const row = await db
    .selectFrom('account_keys')
    .innerJoin('accounts', 'accounts.account_id', 'account_keys.account_id')
    .select(['key_id', 'sealed_private'])
    .where('account_keys.account_id', '=', accountId)
    .where('kind', '=', 'signing')
    .where('retired_at', 'is', null)
    .where('accounts.active', '=', true)
    .executeTakeFirst()
  if (row === undefined) return fail({ code: 'key.none' })
  const pkcs8 = vault.open(row.sealed_private, contextOf(accountId, row.key_id))
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  return ok({ keyId: row.key_id, signature: sign(null, bytes, key) })
}

/** Whether the bytes were signed with the key. */
export function isSignedBy(jwk: SigningJwk, bytes: Uint8Array, signature: Uint8Array): boolean {
  const { kty, crv, x } = jwk
  return verify(null, bytes, createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), signature)
}

/** The key of that id, in use or retired. */
export async function findSigningKey(db: StaffDb, keyId: string): Promise<SigningKey | undefined> {
  const row = await signingKeys(db).where('key_id', '=', keyId).executeTakeFirst()
  return row && keyOfRow(row)
}

/** All signing keys, oldest first, or those of one account. */
export async function listSigningKeys(
  db: StaffDb,
  accountId?: AccountId,
): Promise<readonly SigningKey[]> {
  let rows = signingKeys(db).orderBy('created_at').orderBy('key_id')
  if (accountId !== undefined) rows = rows.where('account_id', '=', accountId)
  return (await rows.execute()).map(keyOfRow)
}

function signingKeys(db: StaffDb) {
  return db
    .selectFrom('account_keys')
    .select(['key_id', 'account_id', 'public', 'created_at', 'retired_at'])
    .where('kind', '=', 'signing')
}

function keyOfRow(row: {
  key_id: string
  account_id: string
  public: string
  created_at: Date
  retired_at: Date | null
}): SigningKey {
  return {
    keyId: row.key_id,
    accountId: row.account_id as AccountId,
    jwk: JSON.parse(row.public),
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  }
}

const seedBytes = 32
/** What stands before the seed in PKCS #8. RFC 8410, 7. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

function privateKeyOf(seed: Uint8Array): KeyObject {
  assert(seed.length === seedBytes, 'an Ed25519 seed has 32 bytes')
  return createPrivateKey({
    key: Buffer.from(concat(pkcs8Head, seed)),
    format: 'der',
    type: 'pkcs8',
  })
}

function jwkOf(privateKey: KeyObject): SigningJwk {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  assert(x !== undefined, 'an Ed25519 key has a point')
  const members = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })
  const kid = createHash('sha256').update(members).digest('base64url')
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }
}

function contextOf(accountId: AccountId, keyId: string): string {
  return `account_keys.sealed_private ${accountId} ${keyId}`
}
