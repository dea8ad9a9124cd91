// Case of person — the number under which somebody of a load test stands in the gallery.

import { createHash } from 'node:crypto'
import type { CaseId } from '#enrollment/events'

/** As evenly spread as random ones. */
export function caseOfPerson(seed: string, person: number | string): CaseId {
  const hex = createHash('sha256').update(`${seed}/${person}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-') as CaseId
}
