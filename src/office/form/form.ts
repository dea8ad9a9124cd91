// Form — what an F-1 as it was typed becomes: checked biodata, with what an officer must confirm.

import { fail, ok, type Result } from '#kit/result'
import { type Biodata, type BiodataIssue, parseBiodata } from '#resident/biodata'
import { type BiodataDoubt, doubtsAboutBiodata } from '#resident/biodata-doubts'
import type { CalendarDate } from '#resident/calendar-date'
import { decideEligibility, type Eligibility, mayBeRecorded } from '#resident/eligibility'
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
  | Extract<Eligibility, { code: 'eligibility.too-young' }>

/** Every slip is named at once. Doubts refuse nobody; an officer confirms each of them. */
export function checkForm(
  typed: TypedForm,
  at: {
    readonly today: CalendarDate
    readonly nikArea?: NikArea
    readonly by: 'resident' | 'officer'
  },
): Result<CheckedForm, FormIssue> {
  const parsed = parseBiodata(typed.biodata, at.today)
  if (!parsed.ok) return fail({ code: 'form.invalid', issues: parsed.issue })
  const biodata = parsed.value
  if (findVillage(tungkalJayaTables, biodata.address.village) === undefined) {
    return fail({ code: 'form.other-kecamatan' })
  }
  const eligibility = decideEligibility({ ...biodata, today: at.today })
  if (!mayBeRecorded(eligibility) && eligibility.code === 'eligibility.too-young') {
    return fail(eligibility)
  }
  const doubts = doubtsAboutBiodata(biodata, { ...at, kecamatan: tungkalJaya })
  const open = doubts.filter((doubt) => !typed.confirmedDoubts.includes(doubt.code))
  if (at.by === 'officer' && open.length > 0) return fail({ code: 'form.doubts', doubts: open })
  return ok({ biodata, doubts })
}
