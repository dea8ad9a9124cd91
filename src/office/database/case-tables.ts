// Case tables — the case, its log, its form F-1 and the village head's endorsement.
//
// Whoever the resident is lies sealed (`sealed_…`, the office's vault); equality searches go over
// blind indexes (`…_index`). The log holds no name.

import type { Generated } from 'kysely'
import type { EndorsementKind, EventType } from '#enrollment/events'

export const caseTables = `
create table cases (
  case_id uuid primary key,
  ticket text not null unique,
  form_code text not null unique,
  service_type text not null,
  opened_at timestamptz not null,
  opened_by text not null,
  nik_index bytea,
  kk_index bytea,
  name_index bytea,
  birth_date_index bytea,
  -- Since when what personal data it no longer needs is gone.
  cleared_at timestamptz
);
create index cases_nik on cases (nik_index);
create index cases_kk on cases (kk_index);
create index cases_name on cases (name_index);

create table events (
  seq bigint generated always as identity primary key,
  case_id uuid not null references cases,
  type text not null,
  at timestamptz not null,
  facts jsonb not null
);
create index events_case on events (case_id, seq);
create index events_type on events (type, at);
create function forbid_change() returns trigger language plpgsql as
  $$ begin raise exception 'an append-only table'; end $$;
create trigger events_append_only before update or delete on events
  for each row execute function forbid_change();

create table forms (
  case_id uuid not null references cases,
  version integer not null,
  village_code text not null,
  -- Gone once a case that came to no card is cleared.
  sealed_biodata bytea,
  doubts jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (case_id, version)
);
create index forms_village on forms (village_code);

create table endorsements (
  case_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('digital', 'wet')),
  endorsed_by uuid,
  checked_by uuid,
  endorsed_at timestamptz not null,
  media_type text not null,
  sealed_paper bytea,
  primary key (case_id, version),
  foreign key (case_id, version) references forms
);

create table endorsement_returns (
  return_id bigint generated always as identity primary key,
  case_id uuid not null,
  version integer not null,
  sealed_reason bytea not null,
  returned_by uuid not null,
  returned_at timestamptz not null,
  foreign key (case_id, version) references forms
);
`

export interface CaseTables {
  cases: {
    case_id: string
    ticket: string
    /** The code printed on the form, by which it is found again. */
    form_code: string
    service_type: string
    opened_at: Date
    /** An account id, or 'resident'. */
    opened_by: string
    nik_index: Buffer | null
    kk_index: Buffer | null
    name_index: Buffer | null
    birth_date_index: Buffer | null
    cleared_at: Date | null
  }
  events: {
    seq: Generated<number>
    case_id: string
    type: EventType
    at: Date
    facts: unknown
  }
  forms: {
    case_id: string
    version: number
    village_code: string
    sealed_biodata: Buffer | null
    /** Codes of what disagrees and was confirmed, such as 'nik.other-sex'. */
    doubts: unknown
    saved_at: Date
    saved_by: string
  }
  endorsements: {
    case_id: string
    version: number
    kind: EndorsementKind
    /** The village head's account, for a digital endorsement. */
    endorsed_by: string | null
    /** The officer who looked at the ink, for a wet one. */
    checked_by: string | null
    endorsed_at: Date
    media_type: string
    /** The signed PDF, or the scan of the signed sheet; gone once the case is cleared. */
    sealed_paper: Buffer | null
  }
  endorsement_returns: {
    return_id: Generated<number>
    case_id: string
    version: number
    sealed_reason: Buffer
    returned_by: string
    returned_at: Date
  }
}
