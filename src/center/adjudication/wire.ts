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

/** Found the same person by one, and there is nobody else who may look at it. */
const LacksExpert = Type.Boolean()
/** Adjudicators who can sign in; two find together that two records are of one person. */
const Experts = Type.Integer()

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
      lacksExpert: LacksExpert,
    }),
  ),
  experts: Experts,
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

/** A finger of the newcomer and the recorded one it was compared with. */
const ComparedFinger = Type.Object({
  position: Type.Integer(),
  /** Another one where positions were mixed up, now or then. */
  recordedPosition: Type.Integer(),
  score: Type.Number(),
})
export type ComparedFinger = Static<typeof ComparedFinger>

/** Where the gallery is over many machines: who answered for a part, and how far it had come. */
const SearchedBy = Type.Array(
  Type.Object({
    /** The first digits of its cases, such as '000-3ff'. */
    partition: Type.String(),
    matcher: Type.String(),
    seq: Type.Integer(),
  }),
)

const SearchTerms = Type.Object({
  throughSeq: Type.Integer(),
  comparedRecords: Type.Integer(),
  fingers: Type.Integer(),
  /** Searches that may bring up a stranger, as configured: a share of all. */
  rate: Type.Number(),
  adjudicateScoreMin: Type.Number(),
  duplicateScoreMin: Type.Number(),
  /** What the newcomer's very own fingers would score. */
  scoreMax: Type.Number(),
  parametersSha256: Type.String(),
  /** Absent where one process held all of the gallery. */
  searched: Type.Optional(Type.Object({ everybody: SearchedBy, since: SearchedBy })),
})

/** Somebody who is like the newcomer on paper; nothing is decided by it. */
const Alike = Type.Object({
  caseId: Type.String(),
  name: Type.String(),
  birthDate: Type.String(),
  officeName: Type.String(),
  receivedAtMs: Type.Integer(),
  sameNik: Type.Boolean(),
  sameBirthDate: Type.Boolean(),
  /** 0 to 1. */
  nameSimilarity: Type.Number(),
  /** Which of `candidates` is this person. */
  candidate: orNull(Type.Integer()),
  /**
   * `candidate`: alike by fingers too. `own`: recorded under the NIK, and found again by fingers.
   * `searched`: the fingers were searched, and are not alike. `not-searched`: they were not there.
   */
  fingers: Type.Enum(['candidate', 'own', 'searched', 'not-searched']),
})

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
  lacksExpert: LacksExpert,
  experts: Experts,
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
    Type.Object({
      atMs: Type.Integer(),
      people: Type.Integer(),
      found: Type.Integer(),
      /** Null where the search was made before they were written down. */
      terms: orNull(SearchTerms),
    }),
  ),
  alike: Type.Array(Alike),
  newcomer: Person,
  candidates: Type.Array(
    Type.Object({
      person: Person,
      score: Type.Number(),
      isOwnNik: Type.Boolean(),
      /** Share of searches among so many people that bring up a stranger who scores as much. */
      falsePositiveRate: orNull(Type.Number()),
      /** By which the score came about; the other fingers were not compared. */
      fingers: Type.Array(ComparedFinger),
    }),
  ),
})
export type AdjudicationReply = Static<typeof AdjudicationReply>

export const PairsReply = Type.Object({
  fingers: Type.Array(
    Type.Object({
      position: Type.Integer(),
      recordedPosition: Type.Integer(),
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
