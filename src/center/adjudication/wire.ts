// Wire — what the adjudicators' screens and the server say to each other.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'
import { verdictReasonMax } from '../limits.ts'

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
/** To an expert, a case that waits for a second one looks like any other (ADR 15). */
const Standing = Type.Enum(['open', 'second', 'disputed'])
const Claim = orNull(Type.Object({ name: Type.String(), own: Type.Boolean() }))

export const AdjudicationsReply = Type.Object({
  waiting: Type.Array(
    Type.Object({
      caseId: Type.String(),
      reason: Reason,
      officeName: Type.String(),
      openedAtMs: Type.Integer(),
      candidateCount: Type.Integer(),
      claimed: Claim,
      standing: Standing,
      /** The asker has given a verdict, and others have to. */
      given: Type.Boolean(),
      /** The asker may give the next verdict. */
      mayTake: Type.Boolean(),
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

/** What was found of a person before; nothing in it says who anybody is. */
const PastEntry = Type.Object({
  atMs: Type.Integer(),
  officeName: Type.String(),
  /**
   * `decided`: a case under the same NIK or of the same person came to this end. `found-again`:
   * somebody else's case was found to be this person's. `compared`: an expert compared somebody
   * with this person.
   */
  what: Type.Enum(['decided', 'found-again', 'compared']),
  /** The status, the code of a failure, or the expert's verdict about this person. */
  outcome: Type.String(),
  byExpert: Type.Boolean(),
})
export type PastEntry = Static<typeof PastEntry>

const Person = Type.Object({
  caseId: Type.String(),
  officeName: Type.String(),
  receivedAtMs: Type.Integer(),
  biodata: Type.Unknown(),
  fingers: Type.Array(Finger),
  past: Type.Array(PastEntry),
})
export type ShownPerson = Static<typeof Person>

export const AdjudicationReply = Type.Object({
  caseId: Type.String(),
  reason: Reason,
  openedAtMs: Type.Integer(),
  claimed: Claim,
  decided: orNull(
    Type.Object({ verdict: VerdictWord, sameAs: orNull(Type.String()), atMs: Type.Integer() }),
  ),
  standing: Standing,
  mayTake: Type.Boolean(),
  /** The asker's own; others' only once the asker has spoken, or decides between them. */
  opinions: Type.Array(
    Type.Object({
      own: Type.Boolean(),
      verdict: VerdictWord,
      sameAs: orNull(Type.String()),
      reason: Type.String(),
      atMs: Type.Integer(),
    }),
  ),
  /** When the newcomer was searched for, among how many people, and how many resembled them. */
  searches: Type.Array(
    Type.Object({ atMs: Type.Integer(), people: Type.Integer(), found: Type.Integer() }),
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
  /**
   * `proposed`: a second expert has to find the same. `disputed`: two experts differ, the supervisor
   * decides. `more-came`: others who resemble the newcomer came meanwhile and are shown now.
   */
  outcome: Type.Enum(['settled', 'proposed', 'disputed', 'more-came']),
})
export type VerdictReply = Static<typeof VerdictReply>

export const ClaimReply = Type.Object({ claimed: Type.Boolean() })
export type ClaimReply = Static<typeof ClaimReply>
