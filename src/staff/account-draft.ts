// Account draft — what an administrator types for a new account, checked.

import { fail, ok, type Result } from '#kit/result'
import { accountNameLengthMax, accountNameLengthMin, displayNameLengthMax } from './limits.ts'
import { belongsTo, isRole, type Program, type Role } from './roles.ts'

/** A role, and the village where the role is that of its head. */
export interface Post {
  readonly role: Role
  readonly villageCode: string | null
}

export interface AccountDraft extends Post {
  readonly name: string
  readonly displayName: string
}

export type PostIssue =
  | { readonly code: 'account.role'; readonly role: string }
  | { readonly code: 'account.village-needed' }
  | { readonly code: 'account.village-unexpected'; readonly role: Role }
  | { readonly code: 'account.village'; readonly villageCode: string }

export type DraftIssue =
  | { readonly code: 'account.name'; readonly min: number; readonly max: number }
  | { readonly code: 'account.display-name'; readonly max: number }
  | PostIssue

export interface TypedDraft extends TypedPost {
  readonly name: string
  readonly displayName: string
}

export interface TypedPost {
  readonly role: string
  readonly villageCode?: string | null | undefined
}

/** Checks a draft for an account of the program. */
export function parseAccountDraft(
  typed: TypedDraft,
  program: Program,
): Result<AccountDraft, DraftIssue> {
  const name = accountNameOf(typed.name)
  if (!isAccountName(name))
    return fail({ code: 'account.name', min: accountNameLengthMin, max: accountNameLengthMax })
  const displayName = typed.displayName.trim().replace(/\s+/g, ' ')
  if (
    displayName === '' ||
    displayName.length > displayNameLengthMax ||
    unprintable.test(displayName)
  )
    return fail({ code: 'account.display-name', max: displayNameLengthMax })
  const post = parsePost(typed, program)
  return post.ok ? ok({ name, displayName, ...post.value }) : post
}

/** Checks a role and its village: a village head has exactly one, everybody else none. */
export function parsePost(typed: TypedPost, program: Program): Result<Post, PostIssue> {
  const { role } = typed
  if (!isRole(role) || !belongsTo(role, program)) return fail({ code: 'account.role', role })
  const villageCode = typed.villageCode || null
  if (role !== 'kepala-desa') {
    return villageCode === null
      ? ok({ role, villageCode })
      : fail({ code: 'account.village-unexpected', role })
  }
  if (villageCode === null) return fail({ code: 'account.village-needed' })
  if (!villageShape.test(villageCode)) return fail({ code: 'account.village', villageCode })
  return ok({ role, villageCode })
}

/** A name as accounts are found by it: it makes no difference how it is typed. */
export function accountNameOf(typed: string): string {
  return typed.trim().toLowerCase()
}

/** Whether an account can have that name at all. */
export function isAccountName(name: string): boolean {
  const { length } = name
  return length >= accountNameLengthMin && length <= accountNameLengthMax && shape.test(name)
}

const shape = /^[a-z0-9]+([._-][a-z0-9]+)*$/
const unprintable = /[\p{Control}\p{Surrogate}]/u
const villageShape = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/
