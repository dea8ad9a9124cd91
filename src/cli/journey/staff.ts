// Staff — who acts in a journey, signed in as each role, and what takes two of them.

import type { Person } from './person.ts'

export interface Staff {
  readonly desk: Person
  readonly villageHead: Person
  readonly counter: Person
  readonly operator: Person
  readonly supervisor: Person
}

/** What is written wherever the service wants a reason. */
export const reason = 'Perjalanan contoh: pemeriksaan seluruh tahap'

/** The operator asks, the supervisor grants; answers the approval's id. */
export async function approve(
  { operator, supervisor }: Staff,
  caseId: string,
  subject: object,
): Promise<string> {
  const { approvalId } = await operator.post<{ approvalId: string }>('/api/approvals', {
    caseId,
    reason,
    ...subject,
  })
  await supervisor.post(`/api/approvals/${approvalId}/decision`, { granted: true, reason })
  return approvalId
}
