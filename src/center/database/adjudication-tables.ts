// Adjudication tables — what each expert found of a case, one row each, never changed.

import type { Generated } from 'kysely'

export const adjudicationOpinions = `
create table adjudication_opinions (
  opinion_id bigint generated always as identity unique,
  case_id uuid not null references adjudications,
  given_by uuid not null,
  verdict text not null check (verdict in ('same-person', 'different-persons', 'cannot-tell')),
  same_as uuid,
  sealed_reason bytea not null,
  given_at timestamptz not null,
  -- Nobody speaks twice of one case.
  primary key (case_id, given_by),
  check ((verdict = 'same-person') = (same_as is not null))
);
create trigger adjudication_opinions_append_only before update or delete on adjudication_opinions
  for each row execute function forbid_change();

-- What became of a person before: who was found to be them, and with whom they were compared.
create index events_duplicate_of on events ((facts->'decision'->>'of')) where type = 'decided';
create index adjudications_candidates on adjudications using gin (candidates jsonb_path_ops);
`

/** Null for searches that were made before this was written down. */
export const searchTerms = `
alter table searches add column terms jsonb;
`

/** On what terms somebody was searched: for whoever has to answer for what was decided. */
export interface SearchTerms {
  /** The number of the gallery's latest entry that was looked at. */
  readonly throughSeq: number
  /** Records that have a finger which the newcomer's could be compared with. */
  readonly comparedRecords: number
  /** Of the newcomer. */
  readonly fingers: number
  /** Searches that may bring up a stranger, as it was configured: a share of all. */
  readonly rate: number
  readonly adjudicateScoreMin: number
  readonly duplicateScoreMin: number
  /** What the newcomer's very own fingers would score: below the first, nobody can be found. */
  readonly scoreMax: number
  readonly parametersSha256: string
  /** Where several processes hold the gallery: who answered for which part, and how far they had come. */
  readonly searched?: Readonly<Record<'everybody' | 'since', readonly SearchedBy[]>>
}

export interface SearchedBy {
  /** The first digits of its cases, such as '000-3ff'. */
  readonly partition: string
  readonly matcher: string
  readonly seq: number
}

export interface AdjudicationTables {
  adjudication_opinions: {
    opinion_id: Generated<number>
    case_id: string
    given_by: string
    verdict: 'same-person' | 'different-persons' | 'cannot-tell'
    same_as: string | null
    sealed_reason: Buffer
    given_at: Date
  }
}
