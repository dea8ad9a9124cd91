// Tables — the center's database: offices, what they sent, who is recorded, what was decided.
//
// PostgreSQL is the truth; the gallery in memory is rebuilt from `gallery` and `templates`.

import type { Generated } from 'kysely'
import type { EventType } from '#enrollment/events'

export const centerTables = `
create table offices (
  office_id uuid primary key,
  name text not null,
  signing_kid text not null unique,
  signing_key jsonb not null,
  sealing_recipient text not null,
  enrolled_at timestamptz not null
);

create table office_codes (
  code_hash bytea primary key,
  made_for text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  office_id uuid references offices
);

create table uploads (
  packet_digest text primary key,
  office_id uuid not null references offices,
  byte_count integer not null,
  announced_at timestamptz not null
);

create table inbox (
  packet_digest text primary key,
  office_id uuid not null references offices,
  case_id uuid not null,
  byte_count integer not null,
  packet bytea not null,
  received_at timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'refused')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  problem text
);
create index inbox_waiting on inbox (next_try_at) where state = 'waiting';

create table enrollments (
  case_id uuid primary key,
  office_id uuid not null references offices,
  packet_digest text not null unique references inbox,
  nik_index bytea not null,
  sealed_biodata bytea not null,
  received_at timestamptz not null
);
create index enrollments_nik on enrollments (nik_index);

create table templates (
  case_id uuid not null references enrollments,
  position integer not null check (position between 1 and 10),
  quality integer not null,
  template bytea not null,
  primary key (case_id, position)
);

-- Who has been found unique: only they are searched against. One row a visit, numbered in the
-- order of commit, because whoever adds one holds the lock of decisions.
create table gallery (
  case_id uuid primary key references enrollments,
  seq bigint generated always as identity unique,
  nik_index bytea not null,
  enrolled_at timestamptz not null
);
create index gallery_nik on gallery (nik_index);

create table events (
  seq bigint generated always as identity primary key,
  case_id uuid not null,
  office_id uuid not null references offices,
  type text not null,
  at timestamptz not null,
  facts jsonb not null
);
create index events_office on events (office_id, seq);
create index events_case on events (case_id, seq);
create function forbid_change() returns trigger language plpgsql as
  $$ begin raise exception 'an append-only table'; end $$;
create trigger events_append_only before update or delete on events
  for each row execute function forbid_change();

create table searches (
  search_id bigint generated always as identity primary key,
  case_id uuid not null references enrollments,
  searched_at timestamptz not null,
  gallery_people integer not null,
  candidates jsonb not null,
  own jsonb not null
);

create table adjudications (
  case_id uuid primary key references enrollments,
  reason text not null check (
    reason in ('doubtful', 'own-nik-differs', 'several-matches', 'nothing-to-compare')
  ),
  candidates jsonb not null,
  opened_at timestamptz not null,
  claimed_by uuid,
  claimed_at timestamptz,
  verdict text check (verdict in ('same-person', 'different-persons', 'cannot-tell')),
  same_as uuid,
  sealed_verdict_reason bytea,
  decided_by uuid,
  decided_at timestamptz
);
`

/** Several visits of one person, and visits that left the gallery again. */
export const galleryVisits = `
alter table gallery add column person_id uuid references enrollments (case_id);
update gallery set person_id = case_id;
alter table gallery alter column person_id set not null;
alter table gallery add column removed_at timestamptz;
create index gallery_person on gallery (person_id);
`

export interface CenterTables {
  offices: {
    office_id: string
    name: string
    signing_kid: string
    signing_key: unknown
    sealing_recipient: string
    enrolled_at: Date
    /** Added by the door's migration: from then on its key is good no more. */
    revoked_at: Date | null
  }
  office_codes: {
    code_hash: Buffer
    made_for: string
    made_at: Date
    expires_at: Date
    used_at: Date | null
    office_id: string | null
  }
  uploads: {
    packet_digest: string
    office_id: string
    byte_count: number
    announced_at: Date
  }
  inbox: {
    packet_digest: string
    office_id: string
    case_id: string
    byte_count: number
    /** Null while it lies in the folder that its row of work names. */
    packet: Buffer | null
    received_at: Date
  }
  enrollments: {
    case_id: string
    office_id: string
    packet_digest: string
    nik_index: Buffer
    sealed_biodata: Buffer
    received_at: Date
  }
  templates: { case_id: string; position: number; quality: number; template: Buffer }
  gallery: {
    case_id: string
    person_id: string
    seq: Generated<number>
    nik_index: Buffer
    enrolled_at: Date
    removed_at: Date | null
  }
  events: {
    seq: Generated<number>
    case_id: string
    office_id: string
    type: EventType
    at: Date
    facts: unknown
  }
  searches: {
    search_id: Generated<number>
    case_id: string
    searched_at: Date
    gallery_people: number
    candidates: unknown
    own: unknown
    /** Added by the pipeline's migration. */
    demographics: Generated<unknown>
    /** Added by the desk's migration: `SearchTerms`. */
    terms: Generated<unknown>
  }
  adjudications: {
    case_id: string
    reason: 'doubtful' | 'own-nik-differs' | 'several-matches' | 'nothing-to-compare'
    candidates: unknown
    opened_at: Date
    claimed_by: string | null
    claimed_at: Date | null
    verdict: 'same-person' | 'different-persons' | 'cannot-tell' | null
    same_as: string | null
    sealed_verdict_reason: Buffer | null
    decided_by: string | null
    decided_at: Date | null
  }
}
