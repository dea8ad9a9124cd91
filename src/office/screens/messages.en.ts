// Words of the frame — the office's screens, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  standard: 'Service standard',
  decree: (number: string) => `SK ${number}`,
  poster: 'Download poster',
  complaint: 'Make a complaint',
  forStaff: 'Staff sign-in',
  phone: 'Phone',
} as const satisfies Messages
