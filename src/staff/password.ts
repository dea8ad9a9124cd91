// Password — what is accepted as one, and how it is kept: argon2id, never the text.

import { hash, verify } from '@node-rs/argon2'
import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'
import { passwordLengthMax, passwordLengthMin } from './limits.ts'

/** A text that may be set as a password: it passed the policy, or was drawn by chance. */
export type Password = Brand<string, 'Password'>

/** The work of one hash. */
export interface PasswordCost {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
export const passwordCost: PasswordCost = { memoryKiB: 19_456, passes: 2, lanes: 1 }

export interface Passwords {
  hash(password: Password): Promise<string>
  /**
   * Whether the password is that of the hash. Without a hash, for a name nobody has, it does the
   * same work and says no, so that the time does not tell which names exist.
   */
  verify(passwordHash: string | undefined, password: string): Promise<boolean>
}

/** Passwords at a cost; a lower one than `passwordCost` is for tests only. */
export function passwordsAt(cost: PasswordCost): Passwords {
  const options = {
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
  }
  let decoy: Promise<string> | undefined
  return {
    hash: (password) => hash(normal(password), options),
    async verify(passwordHash, password) {
      if (password.length > passwordLengthMax) return false
      decoy ??= hash('nobody has this password', options)
      const same = await verify(passwordHash ?? (await decoy), normal(password))
      return same && passwordHash !== undefined
    },
  }
}

export type PasswordIssue =
  | { readonly code: 'password.short'; readonly length: number; readonly min: number }
  | { readonly code: 'password.long'; readonly max: number }
  | { readonly code: 'password.name' }

/** Checks what somebody chose as the password of the account of that name. */
export function parsePassword(typed: string, accountName: string): Result<Password, PasswordIssue> {
  const length = [...typed].length
  if (length < passwordLengthMin)
    return fail({ code: 'password.short', length, min: passwordLengthMin })
  if (typed.length > passwordLengthMax)
    return fail({ code: 'password.long', max: passwordLengthMax })
  if (typed.toLowerCase().includes(accountName.toLowerCase()))
    return fail({ code: 'password.name' })
  return ok(typed as Password)
}

// Keyboards differ in how they compose a letter with an accent; the password is the same.
function normal(password: string): string {
  return password.normalize('NFKC')
}

// 32 letters and digits that are told apart on paper: no i, l, o, u, and nothing in two cases.
const plainLetters = 'abcdefghjkmnpqrstvwxyz0123456789'
const oneTimeLetters = 16

/** A password of 80 bits to be read out once: `k4wp-…`. */
export function oneTimePassword(randomBytes: (count: number) => Uint8Array): Password {
  const letters = Array.from(randomBytes(oneTimeLetters), (byte) => plainLetters[byte % 32])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-') as Password
}
