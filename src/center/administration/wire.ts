// Wire — what the administrator is told of who may look at the cases that wait.

import { type Static, Type } from 'typebox'

/** Below the accounts: asked again whenever one of them was changed. */
export const expertsPath = '/api/administration/accounts/experts'

export const ExpertsReply = Type.Object({
  /** Adjudicators who can sign in. */
  experts: Type.Integer(),
  /** Cases that wait for an expert, and those of them that nobody who is left may look at. */
  waiting: Type.Integer(),
  lacking: Type.Integer(),
})
export type ExpertsReply = Static<typeof ExpertsReply>
