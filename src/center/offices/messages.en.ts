// Words of the offices page — in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Offices',
  lead: 'The offices connected, and one-time codes for new ones.',
  offices: 'Offices enrolled',
  none: 'No office is enrolled yet',
  noneHelp: 'Make a code and hand it to the staff of the new office.',
  name: 'Office',
  enrolled: 'Enrolled since',
  last: 'Last packet',
  never: 'Never yet',
  packets: 'Packets',
  key: 'Key',
  keyGood: 'Good',
  keyRevoked: 'Revoked',
  revokedOn: (date: string) => `Revoked ${date}`,
  revoke: 'Revoke the key',
  revokeFor: (name: string) => `Revoke the key of ${name}`,
  revokeTitle: (name: string) => `Revoke the key of ${name}?`,
  revokeHelp:
    'This office can no longer send or be told anything; what was received before goes on. It cannot be taken back: the office enrolls again with a new code.',
  newCode: 'A code for a new office',
  madeFor: 'The office that will use this code',
  make: 'Make a code',
  codeTitle: (name: string) => `Code for ${name}`,
  codeHelp: (when: string) =>
    `Good once, until ${when}. It is shown only now: note it and hand it over in person.`,
  openCodes: 'Codes not used yet',
  until: (when: string) => `good until ${when}`,
} satisfies Messages
