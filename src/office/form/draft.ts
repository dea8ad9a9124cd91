// Draft — form F-1 as a screen holds it: one text per box, nothing checked yet.

import type { Biodata, BiodataField, BiodataInput, BiodataIssue } from '#resident/biodata'
import { ageOn, type CalendarDate, parseCalendarDate } from '#resident/calendar-date'
import { hasEverMarried, maritalStatuses } from '#resident/code-lists'
import { tungkalJayaKodepos } from '#resident/tungkal-jaya'

type Group = 'address' | 'itap' | 'accompanyingAdult'

export type DraftField = Exclude<BiodataField, Group>
export type Draft = Readonly<Partial<Record<DraftField, string>>>

/** What nearly everybody here would write. */
export const freshDraft: Draft = {
  citizenship: 'wni',
  'address.kodepos': tungkalJayaKodepos,
}

const adultAge = 18

/** Whether the form asks who came along: under eighteen and never married. */
export function asksForAdult(draft: Draft, today: CalendarDate): boolean {
  const birthDate = parseCalendarDate(draft.birthDate ?? '')
  const marriage = maritalStatuses.find(draft.maritalStatus ?? '')
  if (!birthDate.ok || birthDate.value > today) return false
  const everMarried = marriage !== undefined && hasEverMarried(marriage.value)
  return !everMarried && ageOn(birthDate.value, today) < adultAge
}

export function asksForItap(draft: Draft): boolean {
  return draft.citizenship === 'oa'
}

/** The form as it is sent; boxes that are not asked for stay out, though somebody wrote in them. */
export function biodataInputOf(draft: Draft, today: CalendarDate): BiodataInput {
  const left: readonly Group[] = [
    ...(asksForItap(draft) ? [] : (['itap'] as const)),
    ...(asksForAdult(draft, today) ? [] : (['accompanyingAdult'] as const)),
  ]
  const input: Record<string, string | Record<string, string>> = {}
  for (const [field, text] of Object.entries(draft)) {
    const [first = '', second] = field.split('.')
    if (text.trim() === '' || left.includes(first as Group)) continue
    if (second === undefined) input[first] = text
    else input[first] = { ...(input[first] as Record<string, string>), [second]: text }
  }
  return input as BiodataInput
}

/** A form that was saved, to be mended. */
export function draftOf(biodata: Biodata): Draft {
  const draft: Record<string, string> = {}
  for (const [name, value] of Object.entries(biodata)) {
    if (typeof value !== 'object') draft[name] = String(value)
    else for (const [part, text] of Object.entries(value)) draft[`${name}.${part}`] = String(text)
  }
  return draft as Draft
}

const firstBoxOf: Readonly<Record<Group, DraftField>> = {
  address: 'address.street',
  itap: 'itap.number',
  accompanyingAdult: 'accompanyingAdult.name',
}

/** The box a slip is shown at; undefined where it is the form's as a whole. */
export function boxOf(field: BiodataIssue['field']): DraftField | undefined {
  if (field === 'biodata') return undefined
  return field in firstBoxOf ? firstBoxOf[field as Group] : (field as DraftField)
}
