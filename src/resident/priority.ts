// Priority — who is called from the priority lane, and why; the reason is logged with the ticket.

import { ageOn, type CalendarDate } from './calendar-date.ts'
import type { Disability } from './code-lists.ts'

export type Lane = 'regular' | 'priority'
export type PriorityReason = 'elderly' | 'disability' | 'pregnant'

export interface Priority {
  readonly lane: Lane
  /** Empty in the regular lane. */
  readonly reasons: readonly PriorityReason[]
}

/** UU 13/1998, article 1: sixty and above. */
export const elderlyAge = 60

/** Whatever is not known of a resident at the desk does not count against the others in line. */
export function decidePriority(
  facts: {
    readonly birthDate?: CalendarDate | undefined
    readonly disability?: Disability | undefined
    readonly pregnant?: boolean | undefined
  },
  today: CalendarDate,
): Priority {
  const { birthDate, disability, pregnant } = facts
  const reasons: PriorityReason[] = []
  if (birthDate !== undefined && ageOn(birthDate, today) >= elderlyAge) reasons.push('elderly')
  if (disability !== undefined && disability !== 'none') reasons.push('disability')
  if (pregnant === true) reasons.push('pregnant')
  return { lane: reasons.length === 0 ? 'regular' : 'priority', reasons }
}
