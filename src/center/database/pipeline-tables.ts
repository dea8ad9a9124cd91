// Pipeline tables — one row of work for each packet, whether the pipeline may take any, and what
// people are found by who wrote their name or birth date a little differently.

import type { Generated } from 'kysely'

export const pipelineTables = `
create table packet_work (
  packet_digest text primary key references inbox,
  arrival bigint generated always as identity,
  office_id uuid not null references offices,
  case_id uuid not null,
  -- What was reached last; each step to the next is one transaction.
  stage text not null check (stage in ('received', 'extracted', 'searched', 'decided')),
  state text not null check (state in ('waiting', 'done', 'set-aside')),
  received_at timestamptz not null,
  -- When the stage was reached, or the packet set aside.
  entered_at timestamptz not null,
  -- How often the next step was begun in vain.
  tries integer not null default 0,
  next_try_at timestamptz not null,
  problem text,
  -- Of whoever does the next step now, and holds the row's lock while it does.
  claim uuid,
  claimed_at timestamptz,
  -- What was found before the lock of decisions was taken.
  first_look jsonb
);
create index packet_work_waiting on packet_work (arrival) where state = 'waiting';
create index packet_work_ended on packet_work (entered_at) where state <> 'waiting';

insert into packet_work
  (packet_digest, office_id, case_id, stage, state, received_at, entered_at, next_try_at, problem)
select packet_digest, office_id, case_id,
  case state when 'done' then 'decided' else 'received' end,
  case state when 'refused' then 'set-aside' else state end,
  received_at, received_at, next_try_at, problem
from inbox order by received_at;
alter table inbox
  drop column state, drop column tries, drop column next_try_at, drop column problem;

create table pipeline_control (
  is_the_row boolean primary key default true check (is_the_row),
  mode text not null check (mode in ('running', 'draining', 'paused')),
  changed_at timestamptz not null
);
insert into pipeline_control (mode, changed_at) values ('running', now());

-- Keyed hashes, cut to 32 bits (ADR 12): without the vault's key they say nothing by themselves.
create table demographics (
  case_id uuid primary key references enrollments,
  name_trigrams integer[] not null,
  -- The birth date whole, and what is left of it where one part is wrong or two are swapped.
  birth_date integer not null,
  near_dates integer[] not null
);
create index demographics_near_dates on demographics using gin (near_dates);
alter table searches add column demographics jsonb not null default '[]';
`

/** How many are set aside is asked every few seconds, among everything that ever ended. */
export const setAsideIndex = `
create index packet_work_set_aside on packet_work (entered_at) where state = 'set-aside';
`

export interface PipelineTables {
  packet_work: {
    packet_digest: string
    arrival: Generated<number>
    office_id: string
    case_id: string
    stage: 'received' | 'extracted' | 'searched' | 'decided'
    state: 'waiting' | 'done' | 'set-aside'
    received_at: Date
    entered_at: Date
    tries: Generated<number>
    next_try_at: Date
    problem: string | null
    claim: string | null
    claimed_at: Date | null
    first_look: unknown
    /** Added by the line's migration. */
    kept_in: string | null
  }
  pipeline_control: {
    is_the_row: Generated<boolean>
    mode: 'running' | 'draining' | 'paused'
    changed_at: Date
  }
  demographics: {
    case_id: string
    name_trigrams: number[]
    birth_date: number
    near_dates: number[]
  }
}
