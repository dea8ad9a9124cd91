// Complaint — the register's rules: numbers, deadlines, whom a complaint reaches, when it is late.

import { present } from '#kit/assert'
import type { CalendarDate } from '#resident/calendar-date'
import { addWorkingDays } from '#resident/working-days'
import {
  type ComplaintClassId,
  type ComplaintSubject,
  type ComplaintSubjectId,
  serviceStandard,
} from '#standard'

const { classes, subjects } = serviceStandard.complaints

/** What a complaint is taken for as long as nobody said what it is about. */
export const subjectUnsaid: ComplaintSubjectId = 'suggestion'

export function isSubject(text: string): text is ComplaintSubjectId {
  return subjects.some(({ id }) => id === text)
}

export function getSubject(id: ComplaintSubjectId): ComplaintSubject {
  return present(
    subjects.find((it) => it.id === id),
    'a subject of the standard',
  )
}

/** `ADU-2611-0003`: the third of November 2026. */
export function complaintNumberOf(day: CalendarDate, count: number): string {
  return `${monthPrefixOf(day)}${String(count).padStart(4, '0')}`
}

export function monthPrefixOf(day: CalendarDate): string {
  return `ADU-${day.slice(2, 4)}${day.slice(5, 7)}-`
}

/** Reads a number as people write it: in any case, with spaces or without dashes. */
export function parseComplaintNumber(text: string): string | undefined {
  const parts = /^ADU(\d{4})(\d{4,6})$/.exec(text.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  return parts ? `ADU-${parts[1]}-${parts[2]}` : undefined
}

/** The last working day for an answer, counted from the day after it was received. */
export function dueOnOf(classId: ComplaintClassId, receivedOn: CalendarDate): CalendarDate {
  const { deadlineWorkingDays } = present(
    classes.find(({ id }) => id === classId),
    'a class of the standard',
  )
  return addWorkingDays(receivedOn, deadlineWorkingDays)
}

export interface Told {
  readonly subject: ComplaintSubjectId
  /** The resident asked that the leader alone sees it. */
  readonly leaderOnly: boolean
  /** An officer was named whom nobody here has that name of. */
  readonly namesUnknown: boolean
  /** The camat may be whom it is about. */
  readonly concernsCamat: boolean
}

/**
 * Whether the camat alone sees it: asked for, about money or power, or about somebody whom the
 * register could not find and so could not keep away from it. A complaint about the camat goes to
 * the supervisor instead, because otherwise nobody would see it.
 */
export function isForLeaderAlone(told: Told): boolean {
  if (told.concernsCamat) return false
  const isGrave = getSubject(told.subject).routedTo === 'camat'
  return isGrave || told.leaderOnly || told.namesUnknown
}

/** Words by which a text without a chosen subject is taken to be about money. */
const moneyWords =
  /\b(pungli|pungutan|uang|duit|suap|menyuap|sogok|menyogok|amplop|calo|setor|setoran|dimintai|rp|rupiah|ribu|juta|bayar|membayar|dibayar|tarif)\b|\brp ?\.?\d/i

/** For an SMS, which names no subject: rather once too often to the camat than once too seldom. */
export function subjectOfText(text: string): ComplaintSubjectId {
  return moneyWords.test(text) ? 'pungli' : subjectUnsaid
}

export type ComplaintState = 'open' | 'answered' | 'closed'

export function stateOf(answers: readonly { readonly closes: boolean }[]): ComplaintState {
  if (answers.some(({ closes }) => closes)) return 'closed'
  return answers.length > 0 ? 'answered' : 'open'
}
