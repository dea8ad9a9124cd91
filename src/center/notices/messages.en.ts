// Words of the page of notices — in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Notices to the offices',
  lead: 'Outages, pauses and maintenance: shown on the screens of everybody at the offices.',
  write: 'Write a notice',
  kind: 'About',
  kinds: { outage: 'Outage', pause: 'Pause of the service', maintenance: 'Maintenance' },
  from: 'Begins',
  to: 'Ends',
  textId: 'Text in Indonesian',
  textEn: 'Text in English',
  textHelp: 'What happens, and what officers should do. Name no resident.',
  publish: 'Tell all offices',
  published: 'The notice was sent. Offices that are connected show it within seconds.',
  incomplete: 'Choose what it is about, say when it begins and ends, and write both texts.',
  standing: 'Shown now or later',
  none: 'No notices',
  noneHelp: 'The offices are told nothing at present.',
  text: 'Text',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw this notice?',
  withdrawHelp: 'It disappears from the screens of all offices.',
} satisfies Messages
