// Messages — the sign-in page in English.

// Words of the sign-in page, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Staff sign-in',
  lead: 'For the staff of the office. Residents need not sign in.',
} as const satisfies Messages
