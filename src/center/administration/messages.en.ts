// Words of the center's administration — its pages and its own acts, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Accounts',
  toAudit: 'Record of acts',
  acts: {
    'adjudication.claimed': 'Adjudication case taken',
    'adjudication.decided': 'Adjudication case decided',
    'adjudication.image-seen': 'Image of a record seen',
    'adjudication.opened': 'Adjudication case opened',
    'adjudication.released': 'Adjudication case given back',
    'office-code.made': 'Code for a new office made',
  },
  subjects: {
    caseId: 'case',
    of: 'record',
    item: 'image',
    verdict: 'verdict',
    sameAs: 'same as',
  },
} as const satisfies Messages
