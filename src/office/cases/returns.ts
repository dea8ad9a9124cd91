// Returns — under which context the reason of a return is sealed; the resident reads it by ticket.

import type { CaseId } from '#enrollment/events'

export function villageReturnContext(caseId: CaseId): string {
  return `endorsement_returns/${caseId}`
}

export function counterReturnContext(caseId: CaseId): string {
  return `counter_returns/${caseId}`
}
