// Vault — values sealed with a key file (AES-256-GCM), and blind indexes to find them by (HMAC).

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createDurably } from './files.ts'

/**
 * `context` says what a value is and whose (table, column, row): a value moved elsewhere in the
 * database does not open there.
 */
export interface Vault {
  seal(plain: Uint8Array, context: string): Buffer
  /** @throws where the bytes were changed, belong to another context or to another key */
  open(sealed: Uint8Array, context: string): Buffer
  sealText(plain: string, context: string): Buffer
  openText(sealed: Uint8Array, context: string): string
  /** The same 32 bytes for the same text: for equality searches over sealed columns. */
  blindIndex(text: string): Buffer
}

const keyBytes = 32
const formatVersion = 1
// 96-bit random nonces: NIST SP 800-38D, 8.3 allows 2^32 values under one key.
const nonceBytes = 12
const tagBytes = 16

/** Opens the vault of a key file, which is made (readable by its owner only) on first use. */
export async function openVault({ keyFile }: { readonly keyFile: string }): Promise<Vault> {
  await makeKey(keyFile)
  const { mode } = await stat(keyFile)
  if ((mode & 0o077) !== 0) {
    throw new Error(`The key file ${keyFile} can be read by others. Run: chmod 600 '${keyFile}'`)
  }
  const key = Buffer.from((await readFile(keyFile, 'utf8')).trim(), 'base64url')
  if (key.length !== keyBytes) {
    throw new Error(`The key file ${keyFile} is damaged: restore it from your backup.`)
  }
  return vaultOf(key)
}

/** The vault of a key of 32 bytes. */
export function vaultOf(key: Uint8Array): Vault {
  const sealing = derive(key, 'sealing')
  const indexing = derive(key, 'blind index')
  const seal = (plain: Uint8Array, context: string) => {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context))
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.of(formatVersion), nonce, body, cipher.getAuthTag()])
  }
  const open = (sealed: Uint8Array, context: string) => {
    if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== formatVersion) {
      throw new Error('A sealed value is damaged: its head is not of this vault')
    }
    const nonce = sealed.subarray(1, 1 + nonceBytes)
    const decipher = createDecipheriv('aes-256-gcm', sealing, nonce)
    decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-tagBytes))
    const body = sealed.subarray(1 + nonceBytes, -tagBytes)
    return Buffer.concat([decipher.update(body), decipher.final()])
  }
  return {
    seal,
    open,
    sealText: (plain, context) => seal(Buffer.from(plain, 'utf8'), context),
    openText: (sealed, context) => open(sealed, context).toString('utf8'),
    blindIndex: (text) => createHmac('sha256', indexing).update(text, 'utf8').digest(),
  }
}

async function makeKey(keyFile: string) {
  const exists = await stat(keyFile).then(
    () => true,
    () => false,
  )
  if (exists) return
  const key = randomBytes(keyBytes).toString('base64url')
  await createDurably(keyFile, `${key}\n`, { mode: 0o600 })
}

function derive(key: Uint8Array, purpose: string) {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), purpose, keyBytes))
}
