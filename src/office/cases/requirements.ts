// Requirements — what exactly one case has to bring, by the standard and the resident's own form.

import type { Biodata } from '#resident/biodata'
import { ageOn, type CalendarDate } from '#resident/calendar-date'
import { hasEverMarried } from '#resident/code-lists'
import { type Checklist, checklistOf, type ServiceType } from '#standard'

/**
 * The checklist of a resident whose form is known. Whether there is a diploma shows at the counter
 * alone: here everybody has one, and the substitute stands beside it.
 */
export function requirementsOf(
  serviceType: string,
  biodata: Biodata,
  today: CalendarDate,
): Checklist {
  return checklistOf(serviceType as ServiceType, {
    ageYears: ageOn(biodata.birthDate, today),
    everMarried: hasEverMarried(biodata.maritalStatus),
    citizenship: biodata.citizenship,
    hasIjazah: true,
  })
}
