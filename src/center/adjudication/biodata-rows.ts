// Biodata rows — two people's biodata line by line, in words, with what differs.

import type { CalendarDate } from '#resident/calendar-date'
import type { CodeList } from '#resident/code-list'
import {
  bloodTypes,
  citizenships,
  educations,
  maritalStatuses,
  religions,
  sexes,
} from '#resident/code-lists'
import { longDate } from '#resident/date-words'
import type { Language } from '#resident/language'
import { labelOf } from '#resident/messages'
import { occupations } from '#resident/occupations'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, parseVillageCode } from '#resident/wilayah'

export interface BiodataRow {
  readonly field: string
  readonly label: string
  readonly newcomer: string
  readonly recorded: string
  readonly differs: boolean
}

const fields = [
  'nik',
  'nomorKk',
  'name',
  'birthPlace',
  'birthDate',
  'sex',
  'bloodType',
  'religion',
  'maritalStatus',
  'occupation',
  'education',
  'citizenship',
] as const
const addressFields = ['street', 'rt', 'rw', 'village'] as const

const lists: Readonly<Record<string, CodeList<string> | CodeList<number>>> = {
  sex: sexes,
  bloodType: bloodTypes,
  religion: religions,
  maritalStatus: maritalStatuses,
  occupation: occupations,
  education: educations,
  citizenship: citizenships,
}

/** Both were checked by the center when they came. */
export function biodataRowsOf(
  newcomer: unknown,
  recorded: unknown,
  language: Language,
): readonly BiodataRow[] {
  const row = (field: string, label: string, ours: unknown, theirs: unknown): BiodataRow => ({
    field,
    label,
    newcomer: shown(field, ours, language),
    recorded: shown(field, theirs, language),
    differs: ours !== theirs,
  })
  const [a, b] = [asRecord(newcomer), asRecord(recorded)]
  const [homeA, homeB] = [asRecord(a.address), asRecord(b.address)]
  return [
    ...fields.map((field) => row(field, labelOf(field, language), a[field], b[field])),
    ...addressFields.map((field) =>
      row(field, labelOf(`address.${field}`, language), homeA[field], homeB[field]),
    ),
  ]
}

function shown(field: string, value: unknown, language: Language): string {
  if (value === undefined || value === null) return '–'
  const list = lists[field]
  if (field === 'village') return villageShown(String(value))
  const entry = list?.find(String(value))
  if (entry !== undefined) return entry.label[language]
  return field === 'birthDate' ? longDate(value as CalendarDate, language) : String(value)
}

/** The name where it is known here, else the code that the form holds. */
function villageShown(text: string): string {
  const code = parseVillageCode(text)
  return (code.ok && findVillage(tungkalJayaTables, code.value)?.name) || text
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
