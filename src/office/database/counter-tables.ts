// Counter tables — the queue to Loket I, the documents, the requirements, and the second person.

import type { Generated } from 'kysely'

export const counterTables = `
create table queue_entries (
  day date not null,
  lane text not null check (lane in ('A', 'B')),
  number integer not null,
  case_id uuid not null references cases,
  queued_at timestamptz not null,
  -- The order in the lane: who was called and not there goes back behind the others.
  in_line_at timestamptz not null,
  called_at timestamptz,
  called_by uuid,
  -- The last time the number was said aloud.
  announced_at timestamptz,
  absences integer not null default 0,
  sealed_jump_reason bytea,
  left_at timestamptz,
  primary key (day, lane, number)
);
create index queue_entries_case on queue_entries (case_id);
-- A case stands in the queue once at a time.
create unique index queue_entries_waiting on queue_entries (case_id) where left_at is null;

create table documents (
  document_id uuid primary key,
  case_id uuid not null references cases,
  kind text not null,
  media_type text not null,
  sha256 text not null,
  byte_count integer not null,
  -- Gone once the case is cleared.
  sealed_bytes bytea,
  added_by text not null,
  added_at timestamptz not null
);
create index documents_case on documents (case_id);

create table requirement_checks (
  case_id uuid not null references cases,
  requirement_id text not null,
  outcome text not null check (outcome in ('accepted', 'waived')),
  document_id uuid references documents,
  approval_id uuid,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (case_id, requirement_id)
);

create table counter_returns (
  return_id bigint generated always as identity primary key,
  case_id uuid not null references cases,
  requirement_id text,
  sealed_reason bytea not null,
  returned_by uuid not null,
  returned_at timestamptz not null
);

create table approvals (
  approval_id uuid primary key,
  case_id uuid not null references cases,
  kind text not null check (kind in (
    'waive-requirement', 'missing-finger', 'low-quality', 'send-on', 'handover-without-finger')),
  subject jsonb not null,
  sealed_reason bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  granted boolean,
  sealed_decision_reason bytea,
  check ((decided_at is null) = (granted is null)),
  -- Two people, always: nobody grants what he asked for.
  check (decided_by is null or decided_by <> asked_by)
);
create index approvals_case on approvals (case_id);
`

export type ApprovalKind =
  | 'waive-requirement'
  | 'missing-finger'
  | 'low-quality'
  | 'send-on'
  | 'handover-without-finger'

export interface CounterTables {
  queue_entries: {
    /** YYYY-MM-DD, the office's local day. */
    day: string
    /** A: everybody; B: elderly, disabled, pregnant. */
    lane: 'A' | 'B'
    number: number
    case_id: string
    queued_at: Date
    /** The order in the lane: who was called and not there goes back behind the others. */
    in_line_at: Date
    called_at: Date | null
    called_by: string | null
    /** The last time the number was said aloud. */
    announced_at: Date | null
    absences: Generated<number>
    /** Why somebody was called out of order. */
    sealed_jump_reason: Buffer | null
    left_at: Date | null
  }
  documents: {
    document_id: string
    case_id: string
    kind: string
    media_type: string
    sha256: string
    byte_count: number
    sealed_bytes: Buffer | null
    added_by: string
    added_at: Date
  }
  requirement_checks: {
    case_id: string
    requirement_id: string
    outcome: 'accepted' | 'waived'
    document_id: string | null
    approval_id: string | null
    checked_by: string
    checked_at: Date
  }
  counter_returns: {
    return_id: Generated<number>
    case_id: string
    requirement_id: string | null
    sealed_reason: Buffer
    returned_by: string
    returned_at: Date
  }
  approvals: {
    approval_id: string
    case_id: string
    kind: ApprovalKind
    /** What exactly is asked: {requirementId}, {position, exception}, {guards: […]} or {}. */
    subject: unknown
    sealed_reason: Buffer
    asked_by: string
    asked_at: Date
    decided_by: string | null
    decided_at: Date | null
    granted: boolean | null
    sealed_decision_reason: Buffer | null
  }
}
