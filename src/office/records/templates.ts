// Templates — the office's own prints, sealed in its vault; each opens only where it belongs.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { type FingerTemplate, readTemplate, writeTemplate } from '#finger'
import { assert } from '#kit/assert'
import type { AccountId } from '#staff/account'
import type { OfficeWorld } from '../world.ts'

type Vault = OfficeWorld['vault']

/** What a sealed template belongs to. */
export const templateContext = {
  capture: (caseId: CaseId, position: FingerPosition, nth: number) =>
    `capture_fingers.sealed_template/${caseId}/${position}/${nth}`,
  record: (caseId: CaseId, position: FingerPosition) =>
    `record_fingers.sealed_template/${caseId}/${position}`,
  operator: (accountId: AccountId, position: FingerPosition) =>
    `operator_fingers.sealed_template/${accountId}/${position}`,
} as const

export function sealTemplate(vault: Vault, template: FingerTemplate, context: string): Buffer {
  return vault.seal(writeTemplate(template), context)
}

export function openTemplate(vault: Vault, sealed: Uint8Array, context: string): FingerTemplate {
  const template = readTemplate(vault.open(sealed, context))
  assert(template.ok, 'a template that was sealed was written by this program')
  return template.value
}
