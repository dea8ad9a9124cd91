// Words of adjudication — in English.

import type { FingerPosition } from '#enrollment/fingers'
import type { Messages } from './messages.id.ts'

const digits = ['thumb', 'index finger', 'middle finger', 'ring finger', 'little finger']

export const messages = {
  title: 'Adjudication',
  lead: 'Cases that an expert has to look at, the oldest first.',
  list: 'Cases waiting',
  none: 'No case is waiting',
  noneHelp: 'A case appears here as soon as the machine is in doubt.',
  reasonTitle: 'Reason',
  reasons: {
    doubtful: 'Resembles somebody else',
    'own-nik-differs': 'NIK recorded with other fingers',
    'several-matches': 'Matches several people',
    'nothing-to-compare': 'No fingers to compare',
  },
  office: 'Office',
  waitingSince: 'Waiting since',
  candidates: 'To compare',
  taken: 'Examined by',
  byYou: 'You',
  nobody: 'Not taken yet',
  takeNext: 'Take the oldest',
  take: 'Take the case',
  giveBack: 'Give it back',
  next: 'Next case',
  takenBy: (name: string) => `${name} is examining this case.`,
  takeFirst: 'Take this case first in order to decide it.',
  newcomer: 'Newcomer',
  recorded: 'On record',
  recordedOf: (n: number, count: number) => `On record (${n} of ${count})`,
  ownNik: 'Same NIK',
  received: 'Received',
  photoOf: (who: string) => `Photo: ${who}`,
  noPhoto: 'The photo cannot be shown',
  fingers: 'Ten fingers',
  finger: (position: FingerPosition) =>
    `${position <= 5 ? 'Right' : 'Left'} ${digits[(position - 1) % 5]}`,
  notBoth: 'Missing in one of the records',
  comparedNothing: 'The machine compared no finger at all',
  hasNoFinger: 'All ten fingers of the newcomer were excepted at the capture.',
  sharesNoFinger: 'Nobody on record has the fingers that were taken of the newcomer.',
  nikIsNew:
    'This NIK is not on record. Look at photo and biodata, and ask the office where in doubt, before you decide.',
  nikIsRecorded: 'This NIK is on record: compare the photos and the biodata of both.',
  nothingToCompare: 'No finger is on both records.',
  score: 'Machine score',
  showScore: 'Show the machine’s score',
  hideScore: 'Hide the machine’s score',
  lines: 'Paired minutiae',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  turn: 'Turn',
  contrast: 'Contrast',
  reset: 'Reset',
  previousFinger: 'Previous finger',
  nextFinger: 'Next finger',
  viewer: (finger: string, pairs: number) =>
    `${finger}: left the newcomer, right the one on record; ${pairs} pairs of minutiae. Drag to move, wheel to zoom, both in step.`,
  pairCount: (count: number) => `${count} pairs of minutiae`,
  biodata: 'Biodata',
  field: 'Field',
  differs: 'Differs',
  same: 'Same',
  verdict: 'Verdict',
  verdicts: {
    'same-person': 'Same person',
    'different-persons': 'Different persons',
    'cannot-tell': 'Cannot tell',
  },
  notOnRecord: 'Not on record',
  consequences: {
    'same-person':
      'The newcomer is found to be the person on the record shown. Unless the NIK is the same too, no card is made.',
    'different-persons':
      'The newcomer is found not to be on record. A card can be printed, unless the NIK is somebody else’s.',
    'cannot-tell': 'The office is asked to take the fingerprints again.',
  },
  reasonHelp: 'What did you see? The reason is kept sealed with the verdict.',
  decide: 'Decide',
  decided: (verdict: string, when: string) => `Decided: ${verdict}, ${when}.`,
  saved: 'The verdict is saved and on its way to the office.',
  moreCame:
    'Not decided yet: somebody else who is alike came on record meanwhile. Look at the new one too.',
} satisfies Messages
