// Form — what an F-1 as it was typed becomes: checked biodata, with what an officer must confirm.

import { fail, ok, type Result } from '#kit/result'
import { type Biodata, type BiodataIssue, parseBiodata } from '#resident/biodata'
import { type BiodataDoubt, doubtsAboutBiodata } from '#resident/biodata-doubts'
import { type CalendarDate, parseCalendarDate } from '#resident/calendar-date'
import { parseCode } from '#resident/code-list'
import { maritalStatuses } from '#resident/code-lists'
import { decideEligibility, type Eligibility } from '#resident/eligibility'
import type { NikArea } from '#resident/nik-area'
import { tungkalJaya, tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage } from '#resident/wilayah'

export interface TypedForm {
  readonly biodata: unknown
  /** Doubts that the officer has asked the resident about; a resident cannot confirm his own. */
  readonly confirmedDoubts: readonly string[]
}

export interface CheckedForm {
  readonly biodata: Biodata
  readonly doubts: readonly BiodataDoubt[]
}

export type FormIssue =
  | { readonly code: 'form.invalid'; readonly issues: readonly BiodataIssue[] }
  | { readonly code: 'form.doubts'; readonly doubts: readonly BiodataDoubt[] }
  | { readonly code: 'form.other-kecamatan' }
  | TooYoung

/** Every slip is named at once. Doubts refuse nobody; an officer confirms each of them. */
export function checkForm(
  typed: TypedForm,
  at: {
    readonly today: CalendarDate
    readonly nikArea?: NikArea
    readonly by: 'resident' | 'officer'
  },
): Result<CheckedForm, FormIssue> {
  // Who is too young is told that first, before being asked to mend the rest of the form.
  const tooYoung = findTooYoung(typed.biodata, at.today)
  if (tooYoung !== undefined) return fail(tooYoung)
  const parsed = parseBiodata(typed.biodata, at.today)
  if (!parsed.ok) return fail({ code: 'form.invalid', issues: parsed.issue })
  const biodata = parsed.value
  if (findVillage(tungkalJayaTables, biodata.address.village) === undefined) {
    return fail({ code: 'form.other-kecamatan' })
  }
  const doubts = doubtsAboutBiodata(biodata, { ...at, kecamatan: tungkalJaya })
  const open = doubts.filter((doubt) => !typed.confirmedDoubts.includes(doubt.code))
  if (at.by === 'officer' && open.length > 0) return fail({ code: 'form.doubts', doubts: open })
  return ok({ biodata, doubts })
}

type TooYoung = Extract<Eligibility, { code: 'eligibility.too-young' }>

function findTooYoung(typed: unknown, today: CalendarDate): TooYoung | undefined {
  const { birthDate, maritalStatus } = (typed ?? {}) as Partial<Record<keyof Biodata, unknown>>
  const date = parseCalendarDate(String(birthDate ?? ''))
  const status = parseCode(maritalStatuses, String(maritalStatus ?? ''))
  if (!date.ok || !status.ok || date.value > today) return undefined
  const facts = { birthDate: date.value, maritalStatus: status.value, today }
  const eligibility = decideEligibility(facts)
  return eligibility.code === 'eligibility.too-young' ? eligibility : undefined
}
