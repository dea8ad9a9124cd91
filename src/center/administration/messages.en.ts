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
    'notice.withdrawn': 'Notice to the offices withdrawn',
    'notice.written': 'Notice to the offices written',
    'office-code.made': 'Code for a new office made',
  },
  subjects: {
    caseId: 'case',
    of: 'record',
    item: 'image',
    verdict: 'verdict',
    sameAs: 'same as',
    noticeId: 'notice',
    kind: 'kind',
  },
  values: {
    'same-person': 'same person',
    'different-persons': 'different persons',
    'cannot-tell': 'cannot tell',
    outage: 'outage',
    pause: 'pause',
    maintenance: 'maintenance',
    photo: 'photo',
    signature: 'signature',
    'finger-1': 'right thumb',
    'finger-2': 'right index finger',
    'finger-3': 'right middle finger',
    'finger-4': 'right ring finger',
    'finger-5': 'right little finger',
    'finger-6': 'left thumb',
    'finger-7': 'left index finger',
    'finger-8': 'left middle finger',
    'finger-9': 'left ring finger',
    'finger-10': 'left little finger',
  },
} as const satisfies Messages
