// Complaint promise — the ways to complain, what about, and how soon there is an answer.

import type { Bilingual } from './bilingual.ts'

export type ComplaintChannelId = 'sms' | 'officer' | 'leader' | 'suggestion-box'

export interface ComplaintChannel {
  readonly id: ComplaintChannelId
  /** The letter it stands under in the published list, where two share the last one. */
  readonly letter: string
  readonly asPublished: string
  readonly text: Bilingual
  readonly number?: string
}

export type ComplaintClassId = 'light' | 'information' | 'no-oversight' | 'oversight'

export interface ComplaintClass {
  readonly id: ComplaintClassId
  readonly text: Bilingual
  readonly deadlineWorkingDays: number
}

export type ComplaintSubjectId =
  | 'pungli'
  | 'abuse-of-authority'
  | 'discrimination'
  | 'procedure'
  | 'quality'
  | 'conduct'
  | 'facilities'
  | 'suggestion'

export interface ComplaintSubject {
  readonly id: ComplaintSubjectId
  readonly text: Bilingual
  /** Whom it reaches first; never the officer it is about. */
  readonly routedTo: 'camat' | 'leader'
  readonly usualClass: ComplaintClassId
}

export interface ComplaintPromise {
  readonly rightAsPublished: string
  readonly right: Bilingual
  readonly channels: readonly ComplaintChannel[]
  readonly classes: readonly ComplaintClass[]
  readonly subjects: readonly ComplaintSubject[]
  /** The national service, open to everybody beside the office's own channels. */
  readonly national: { readonly name: string; readonly web: string; readonly sms: string }
}
