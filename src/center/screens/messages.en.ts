// Words of the frame — the center's screens, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  signIn: 'Sign in',
  signInLead: 'For adjudicators and the staff of the data center.',
} as const satisfies Messages
