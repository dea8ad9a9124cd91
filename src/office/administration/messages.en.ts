// Words of the office's administration — its pages and its own acts, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Administration',
  toSms: 'SMS',
  toAudit: 'Record of acts',
  subjects: { caseId: 'application' },
  acts: {},
} as const satisfies Messages
