// SMS desk — where the gateway meets the register of complaints, which do not know each other.

import { subjectOfText } from './complaints/complaint.ts'
import { findOwnComplaint } from './complaints/public.ts'
import { fileComplaint } from './complaints/register.ts'
import type { ComplaintDesk } from './sms/receive.ts'
import type { OfficeWorld } from './world.ts'

export function smsDeskOf(world: Pick<OfficeWorld, 'vault' | 'clock' | 'ids'>): ComplaintDesk {
  return {
    file: (transaction, { text, sender }) =>
      fileComplaint(transaction, world, {
        channel: 'sms',
        subject: subjectOfText(text),
        text,
        contact: sender,
        leaderOnly: false,
        by: 'resident',
      }),
    async find(transaction, { number, sender }) {
      const found = await findOwnComplaint(transaction, world, number, { sender })
      return found && { ...found, lastAnswer: found.answers.at(-1)?.text }
    },
  }
}
