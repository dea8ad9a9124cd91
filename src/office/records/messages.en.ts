// Messages — words about the scanner at an officer's computer, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  looking: 'Looking for a fingerprint scanner at this computer…',
  none: 'No fingerprint scanner was found',
  noneHelp: (first: number, last: number) =>
    `Check its cable and make sure that the scanner’s service (SBI) runs on this computer, on a port from ${first} to ${last}. If the browser asks to access the local network, choose “Allow”. What was taken is kept.`,
  again: 'Look again',
  found: (name: string) => `Scanner ready: ${name}`,
  silent: 'The scanner does not answer. Check its cable and try again.',
} as const satisfies Messages
