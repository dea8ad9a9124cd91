// Words of the outbox — in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Sending',
  lead: 'Records on their way to the data center. Nothing is lost while the line is down.',
  line: 'Line to the data center',
  lineGood: 'Connected',
  lineBad: 'Disturbed',
  lineNew: 'Never connected yet',
  notEnrolled: 'This office is not enrolled at the data center',
  notEnrolledHelp: 'The administrator enrolls it with a code from the data center.',
  lastHeard: (when: string) => `Last heard ${when}`,
  waiting: 'Waiting to be sent',
  oldest: (since: string) => `the oldest ${since}`,
  size: 'Left to send',
  sendNow: 'Send now',
  asked: (count: number) => `${count} are tried now.`,
  none: 'Every record has arrived at the data center',
  noneHelp: 'What is stored from now on is sent by itself.',
  ticket: 'Ticket',
  since: 'Waiting since',
  sent: 'Sent',
  sentOf: (sent: string, all: string) => `${sent} of ${all} kB`,
  tries: 'Tries',
  next: 'Next try',
  problem: 'Remark',
  noProblem: 'Waiting for its turn',
} satisfies Messages
