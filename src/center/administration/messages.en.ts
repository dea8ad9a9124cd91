// Words of the center's administration — its pages and its own acts, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Accounts',
  toAudit: 'Record of acts',
  experts: {
    lacking: (cases: string, experts: number) =>
      experts === 0
        ? `Cases that wait while there is no adjudicator: ${cases}`
        : `Cases that wait for a second adjudicator: ${cases}`,
    few: (experts: string, waiting: string) =>
      `Adjudicators who can sign in: ${experts}. Cases that wait: ${waiting}`,
    whatToDo:
      '“Same person” takes two adjudicators who look independently. Make a new account with the role Adjudicator, or activate one again.',
  },
  acts: {
    'adjudication.claimed': 'Adjudication case taken',
    'adjudication.decided': 'Adjudication case decided',
    'adjudication.disputed': 'Adjudicators disagreed',
    'adjudication.image-seen': 'Image of a record seen',
    'adjudication.opened': 'Adjudication case opened',
    'adjudication.proposed': 'Same person proposed: a second expert is needed',
    'adjudication.released': 'Adjudication case given back',
    'notice.withdrawn': 'Notice to the offices withdrawn',
    'notice.written': 'Notice to the offices written',
    'office-code.made': 'Code for a new office made',
    'office.revoked': 'Office’s key revoked',
    'packet.tried-again': 'Packet that was set aside tried again',
    'pipeline.drained': 'Pipeline drained',
    'pipeline.paused': 'Pipeline paused',
    'pipeline.resumed': 'Pipeline resumed',
  },
  subjects: {
    caseId: 'case',
    of: 'record',
    item: 'image',
    verdict: 'verdict',
    sameAs: 'same as',
    noticeId: 'notice',
    kind: 'kind',
    officeId: 'office',
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
