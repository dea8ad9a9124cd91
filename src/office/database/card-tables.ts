// Card tables — photo and signature come back for printing, blank cards, jobs, and the hand-over.

import type { Generated } from 'kysely'

export const cardTables = `
create table print_materials (
  case_id uuid primary key references records,
  sealed_photo bytea not null,
  sealed_signature bytea not null,
  came_at timestamptz not null
);

create table blangko_entries (
  entry_id bigint generated always as identity primary key,
  kind text not null check (kind in ('received', 'used', 'spoiled', 'returned')),
  -- What the entry adds to the stock: positive for received, negative for all others.
  change integer not null check ((change > 0) = (kind = 'received') and change <> 0),
  job_id uuid,
  note text,
  entered_by uuid not null,
  entered_at timestamptz not null
);
create trigger blangko_append_only before update or delete on blangko_entries
  for each row execute function forbid_change();

create table print_jobs (
  job_id uuid primary key,
  case_id uuid not null references records,
  state text not null check (state in ('spooled', 'printed', 'failed')),
  -- Gone once the card is handed over.
  sealed_card bytea,
  -- Why it was printed before others that were ready earlier.
  sealed_reason bytea,
  file_name text not null,
  started_by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  sealed_problem bytea
);
-- One job at a time for a case, and never a second card after one came out.
create unique index print_jobs_live on print_jobs (case_id) where state in ('spooled', 'printed');

create table handovers (
  handover_id bigint generated always as identity primary key,
  case_id uuid not null references records,
  -- The press, and what became of it; or the leave by which there was none.
  transaction_id text unique,
  position integer check (position between 1 and 10),
  score real,
  approval_id uuid unique references approvals,
  outcome text not null check (outcome in ('issued', 'refused')),
  officer uuid not null,
  tried_at timestamptz not null,
  check (num_nonnulls(transaction_id, position, score) = case when approval_id is null then 3 else 0 end),
  check (approval_id is null or outcome = 'issued')
);
create unique index handovers_issued on handovers (case_id) where outcome = 'issued';
`

export interface CardTables {
  print_materials: {
    case_id: string
    sealed_photo: Buffer
    sealed_signature: Buffer
    came_at: Date
  }
  blangko_entries: {
    entry_id: Generated<number>
    kind: 'received' | 'used' | 'spoiled' | 'returned'
    change: number
    job_id: string | null
    note: string | null
    entered_by: string
    entered_at: Date
  }
  print_jobs: {
    job_id: string
    case_id: string
    state: 'spooled' | 'printed' | 'failed'
    sealed_card: Buffer | null
    sealed_reason: Buffer | null
    file_name: string
    started_by: string
    started_at: Date
    ended_at: Date | null
    sealed_problem: Buffer | null
  }
  handovers: {
    handover_id: Generated<number>
    case_id: string
    transaction_id: string | null
    position: number | null
    score: number | null
    /** The supervisor's leave, where it was handed over without a finger. */
    approval_id: string | null
    outcome: 'issued' | 'refused'
    officer: string
    tried_at: Date
  }
}
