// Enroll office — a one-time code from the center buys the exchange of keys, once.

import { Type } from 'typebox'
import { publicKeysOf } from '#enrollment/keys'
import { PublicKeysSchema } from '#enrollment/transfer'
import { ok, type Result } from '#kit/result'
import { callCenter, type LineIssue, type LineNeeds } from './center-line.ts'

const EnrollOfficeAnswer = Type.Object({
  officeId: Type.String({ minLength: 1, maxLength: 64 }),
  center: PublicKeysSchema,
})

export async function enrollAtCenter(
  needs: LineNeeds,
  request: { readonly code: string; readonly name: string },
): Promise<Result<{ readonly officeId: string }, LineIssue>> {
  const answer = await callCenter(
    needs,
    {
      method: 'POST',
      path: '/v1/offices',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...request, keys: await publicKeysOf(needs.identity.keys) }),
    },
    EnrollOfficeAnswer,
  )
  if (!answer.ok) return answer
  await needs.identity.enroll(answer.value)
  return ok({ officeId: answer.value.officeId })
}
