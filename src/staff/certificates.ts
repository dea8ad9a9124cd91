// Certificates — the EC P-256 key and certificate with which a village head signs documents.
//
// Who makes certificates is another room; here they are only kept, one in use an account.

import { createPrivateKey, X509Certificate } from 'node:crypto'
import { assert } from '#kit/assert'
import type { AccountId } from './account.ts'
import { type Actor, recordAct, type StaffAct } from './audit.ts'
import type { StaffDb, StaffTx } from './tables.ts'
import type { StaffWorld } from './world.ts'

export interface MadeCertificate {
  readonly certificatePem: string
  readonly privateKeyPkcs8: Uint8Array
}

export interface AccountCertificate extends MadeCertificate {
  /** The SHA-256 of the certificate, in hexadecimal. */
  readonly keyId: string
  readonly createdAt: Date
}

/** Keeps what `make` made as the certificate of an account; the one before is retired. */
export async function createCertificate(
  tx: StaffTx,
  { clock, vault }: Pick<StaffWorld, 'clock' | 'vault'>,
  by: Actor,
  accountId: AccountId,
  make: () => Promise<MadeCertificate>,
): Promise<AccountCertificate> {
  const made = await make()
  const keyId = checkedId(made)
  const createdAt = new Date(clock())
  await tx
    .updateTable('account_keys')
    .set({ retired_at: createdAt })
    .where('account_id', '=', accountId)
    .where('kind', '=', 'certificate')
    .where('retired_at', 'is', null)
    .execute()
  await tx
    .insertInto('account_keys')
    .values({
      key_id: keyId,
      account_id: accountId,
      kind: 'certificate',
      public: made.certificatePem,
      sealed_private: vault.seal(made.privateKeyPkcs8, contextOf(accountId, keyId)),
      created_at: createdAt,
      retired_at: null,
    })
    .execute()
  const subject = { accountId, keyId }
  await recordAct<StaffAct>(tx, { at: clock(), actor: by, act: 'certificate.created', subject })
  return { ...made, keyId, createdAt }
}

/** The certificate an active account signs with now, its private key opened. */
export async function findCertificate(
  db: StaffDb,
  { vault }: Pick<StaffWorld, 'vault'>,
  accountId: AccountId,
): Promise<AccountCertificate | undefined> {
  const row = await db
    .selectFrom('account_keys')
    .innerJoin('accounts', 'accounts.account_id', 'account_keys.account_id')
    .select(['key_id', 'public', 'sealed_private', 'account_keys.created_at'])
    .where('account_keys.account_id', '=', accountId)
    .where('kind', '=', 'certificate')
    .where('retired_at', 'is', null)
    .where('accounts.active', '=', true)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    keyId: row.key_id,
    certificatePem: row.public,
    privateKeyPkcs8: vault.open(row.sealed_private, contextOf(accountId, row.key_id)),
    createdAt: row.created_at,
  }
}

function checkedId(made: MadeCertificate): string {
  const certificate = new X509Certificate(made.certificatePem)
  const key = Buffer.from(made.privateKeyPkcs8)
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const curve = privateKey.asymmetricKeyDetails?.namedCurve
  assert(curve === 'prime256v1', 'a certificate is of a P-256 key')
  assert(certificate.checkPrivateKey(privateKey), 'a certificate is of its own key')
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase()
}

function contextOf(accountId: AccountId, keyId: string): string {
  return `account_keys.sealed_private ${accountId} ${keyId}`
}
