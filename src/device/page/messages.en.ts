// Words of the stand-in scanner’s page — in English.

import type { Messages } from './messages.id.ts'

export const messages: Messages = {
  language: 'en',
  title: 'Stand-in scanner',
  intro:
    'This program stands in for a fingerprint scanner and plays the fingers of people who do not exist. Choose who stands at the scanner now; then take the fingerprints from the officer’s screen.',
  nowStanding: 'Standing at the scanner now',
  synthetic: (person, visit) => `Person ${person}, visit ${visit}`,
  folder: (person, visit) => `Person ${person} from a folder of pictures, visit ${visit}`,
  status: { Ready: 'Ready', Busy: 'Capturing' },
  next: 'Next person',
  choose: 'Choose a person',
  person: (number) => `Person ${number}`,
  again: 'Choosing the same person again means another visit: the same fingers, pressed anew.',
  other: 'Bahasa Indonesia',
  otherLanguage: 'id',
}
