// Email — an address that a letter could be sent to; whether it arrives only sending tells.

import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'

export type Email = Brand<string, 'Email'>

export type EmailIssue = { readonly code: 'email.form'; readonly written: string }

/** RFC 5321, 4.5.3.1: the path holds 256 octets, its angle brackets included. */
const EMAIL_MAX = 254

export function parseEmail(text: string): Result<Email, EmailIssue> {
  const written = text.trim()
  const [local, domain, ...more] = written.split('@', 3)
  const labels = (domain ?? '').split('.')
  const isAddress =
    written.length <= EMAIL_MAX &&
    more.length === 0 &&
    /^[^\s"(),:;<>[\\\]]{1,64}$/.test(local ?? '') &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
  if (!isAddress) return fail({ code: 'email.form', written: written.slice(0, EMAIL_MAX) })
  return ok(`${local}@${domain?.toLowerCase()}` as Email)
}
