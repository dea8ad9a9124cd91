// Wire — what the adjudicators' screens and the server say to each other.

import { type Static, Type } from 'typebox'
import { verdictReasonMax } from '../limits.ts'

const Nullable = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) =>
  Type.Union([of, Type.Null()])
const Reason = Type.Union([
  Type.Literal('doubtful'),
  Type.Literal('own-nik-differs'),
  Type.Literal('several-matches'),
  Type.Literal('nothing-to-compare'),
])
const VerdictWord = Type.Union([
  Type.Literal('same-person'),
  Type.Literal('different-persons'),
  Type.Literal('cannot-tell'),
])
const Claim = Nullable(Type.Object({ name: Type.String(), own: Type.Boolean() }))

export const AdjudicationsReply = Type.Object({
  waiting: Type.Array(
    Type.Object({
      caseId: Type.String(),
      reason: Reason,
      officeName: Type.String(),
      openedAtMs: Type.Integer(),
      candidateCount: Type.Integer(),
      claimed: Claim,
    }),
  ),
})
export type AdjudicationsReply = Static<typeof AdjudicationsReply>
export type AdjudicationRow = AdjudicationsReply['waiting'][number]

const Minutia = Type.Object({
  x: Type.Number(),
  y: Type.Number(),
  /** In 256ths of a turn, counterclockwise from the right. */
  direction: Type.Number(),
  kind: Type.String(),
})

const Finger = Type.Object({
  position: Type.Integer({ minimum: 1, maximum: 10 }),
  quality: Type.Integer(),
  /** Of the template, px at 500 dpi; the image fills the same box. */
  width: Type.Number(),
  height: Type.Number(),
  minutiae: Type.Array(Minutia),
})
export type ShownFinger = Static<typeof Finger>

const Person = Type.Object({
  caseId: Type.String(),
  officeName: Type.String(),
  receivedAtMs: Type.Integer(),
  biodata: Type.Unknown(),
  fingers: Type.Array(Finger),
})
export type ShownPerson = Static<typeof Person>

export const AdjudicationReply = Type.Object({
  caseId: Type.String(),
  reason: Reason,
  openedAtMs: Type.Integer(),
  claimed: Claim,
  decided: Nullable(
    Type.Object({ verdict: VerdictWord, sameAs: Nullable(Type.String()), atMs: Type.Integer() }),
  ),
  newcomer: Person,
  candidates: Type.Array(
    Type.Object({ person: Person, score: Type.Number(), isOwnNik: Type.Boolean() }),
  ),
})
export type AdjudicationReply = Static<typeof AdjudicationReply>

export const PairsReply = Type.Object({
  fingers: Type.Array(
    Type.Object({
      position: Type.Integer(),
      score: Type.Number(),
      /** Numbers of minutiae: of the newcomer, of the candidate. */
      pairs: Type.Array(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 })),
    }),
  ),
})
export type PairsReply = Static<typeof PairsReply>

export const VerdictRequest = Type.Object(
  {
    verdict: VerdictWord,
    sameAs: Type.Optional(Type.String({ maxLength: 36 })),
    reason: Type.String({ maxLength: verdictReasonMax }),
  },
  { additionalProperties: false },
)
export type VerdictRequest = Static<typeof VerdictRequest>

export const VerdictReply = Type.Object({
  /** False: others who resemble the newcomer came meanwhile and are shown now. */
  settled: Type.Boolean(),
})
export type VerdictReply = Static<typeof VerdictReply>

export const ClaimReply = Type.Object({ claimed: Type.Boolean() })
export type ClaimReply = Static<typeof ClaimReply>
