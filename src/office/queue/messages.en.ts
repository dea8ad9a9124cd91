// Messages — words of the waiting room, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Queue',
  calling: 'Now calling',
  please: (place: string) => `Please come to ${place}`,
  nobody: 'Nobody has been called yet',
  nobodyHelp: (place: string) => `Your number will appear here and be called to ${place}.`,
  also: 'Also being served',
  next: 'Next',
  nobodyNext: 'Nobody is waiting',
  waiting: (count: number) => `${count} waiting`,
  today: 'Average today',
  promised: (minutes: number) => `we promise ${minutes} minutes at the counter`,
  noneYet: 'Nobody has been served yet today',
  served: (count: number) => `${count} served`,
  lanes: 'B: elderly, disabled, pregnant',
  free: 'FREE OF CHARGE',
  report: (sms: string) => `Asked for money? SMS ${sms}`,
  voiceOn: 'Voice is on',
  voiceOff: 'Switch the voice on',
  noVoice: 'This computer has no Indonesian voice; calls are sounded with a chime.',
  fullScreen: 'Full screen',
  away: 'No connection — the last numbers stay on the screen',
  toFront: 'Front page',
} as const satisfies Messages
