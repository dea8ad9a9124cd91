// Card lock — a resident recorded at sixteen gets the card on the seventeenth birthday, not before.

import { type CalendarDate, calendarDateAt } from '#resident/calendar-date'
import { cardLockedUntil, decideEligibility } from '#resident/eligibility'
import type { OfficeWorld } from '../world.ts'
import type { FormOnFile } from './case-file.ts'

/** The first day on which the card may be printed and handed over; undefined where that is now. */
export function lockedUntil(
  { clock }: Pick<OfficeWorld, 'clock'>,
  { biodata }: FormOnFile,
): CalendarDate | undefined {
  const { birthDate, maritalStatus } = biodata
  const today = calendarDateAt(clock())
  return cardLockedUntil(decideEligibility({ birthDate, maritalStatus, today }))
}
