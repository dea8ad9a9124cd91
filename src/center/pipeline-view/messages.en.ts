// Words of the pipeline — in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Pipeline',
  lead: 'From the packet that came in to the decision. There is no name and no NIK on this page.',
  waiting: 'Waiting',
  oldest: (when: string) => `the oldest came ${when}`,
  nothingWaits: 'everything is processed',
  people: 'People in the gallery',
  adjudication: 'Waiting for an expert',
  refused: 'Refused',
  stuckTitle: 'Being tried again',
  refusedTitle: 'Packets refused',
  refusedNone: 'No packet was refused',
  decisionsTitle: 'Latest decisions',
  decisionsNone: 'No decision yet',
  case: 'Case',
  office: 'Office',
  arrived: 'Came',
  tries: 'Tries',
  why: 'Why',
  when: 'When',
  decision: 'Decision',
  statuses: {
    PRINT_READY_RECORD: 'Unique: ready to print',
    DUPLICATE_RECORD: 'On record already',
    ADJUDICATE_RECORD: 'Seen by an expert',
    ENROLL_FAILURE_AT_CENTRAL: 'Could not be enrolled',
    SEARCH_FAILURE_AT_CENTRAL: 'Could not be searched',
  } as Readonly<Record<string, string>>,
} satisfies Messages
