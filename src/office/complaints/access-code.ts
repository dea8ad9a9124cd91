// Access code — six letters given with a complaint's number: who has both may read the answer.
//
// It is derived from the complaint, so that a request sent twice is told the same code, and nothing
// that opens a complaint lies in the database.

import { equalBytes } from '#kit/bytes'
import type { Vault } from '#kit/node/vault'

/** Crockford's base 32: no I, L, O or U to misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 6

export function accessCodeOf(vault: Pick<Vault, 'blindIndex'>, complaintId: string): string {
  const bytes = vault.blindIndex(`complaints/${complaintId}/access-code`).subarray(0, codeLength)
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join('')
}

/** Whether the code, however it was typed, is the complaint's own. */
export function opensWith(
  vault: Pick<Vault, 'blindIndex'>,
  complaintId: string,
  typed: string,
): boolean {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return equalBytes(Buffer.from(plain), Buffer.from(accessCodeOf(vault, complaintId)))
}
