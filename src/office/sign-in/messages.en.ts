// Words of the sign-in pages, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Staff sign-in',
  lead: 'For the staff of the office. Residents need not sign in.',
  password: 'Change password',
  passwordMust: 'Your password is still the first one. Before you work, make it your own.',
  passwordLead: 'Once it is changed, the old password is good for nothing.',
  passwordChanged: 'Your password is changed.',
  toWork: 'To your work',
} as const satisfies Messages
