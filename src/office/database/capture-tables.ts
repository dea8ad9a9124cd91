// Capture tables — photo, signature and fingers, the receipt, the register and the outbox.
//
// Images are sealed to the center from the moment of capture (`sealed_image`, age): the office
// cannot open them again. What it keeps for its own search are templates, sealed in its vault.

import type { Generated } from 'kysely'
import type { ExceptionKind } from '#enrollment/fingers'
import type { LineColumns } from './line-tables.ts'

export const captureTables = `
create table captures (
  case_id uuid primary key references cases,
  operator uuid not null,
  started_at timestamptz not null,
  biodata_confirmed_at timestamptz,
  -- What the guards found when it was to be completed; null while they have not looked.
  guards jsonb,
  completed_at timestamptz
);

-- One press of fingers asked of a scanner, for a case or for an operator's own fingers (scope).
create table slaps (
  slap_id bigint generated always as identity primary key,
  transaction_id text not null unique,
  scope text not null,
  positions jsonb not null,
  previous_hash text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  -- The next press of this scope is chained to it; upper-case hex.
  last_hash text
);
create index slaps_scope on slaps (scope, slap_id);

create table capture_images (
  case_id uuid not null references captures,
  name text not null check (name in ('photo', 'signature')),
  media_type text not null,
  sha256 text not null,
  byte_count integer not null,
  -- Gone once the packet is registered: from then on the image lies in the packet alone.
  sealed_image bytea,
  taken_at timestamptz not null,
  primary key (case_id, name)
);

create table capture_fingers (
  case_id uuid not null references captures,
  position integer not null check (position between 1 and 10),
  try integer not null,
  quality integer not null check (quality between 0 and 100),
  problems jsonb not null,
  device_id text not null,
  sha256 text not null,
  byte_count integer not null,
  sealed_image bytea,
  sealed_template bytea,
  taken_at timestamptz not null,
  primary key (case_id, position, try)
);

-- The best of three tries is kept below the gate: a supervisor allowed it.
create table capture_acceptances (
  case_id uuid not null references captures,
  position integer not null check (position between 1 and 10),
  approval_id uuid not null references approvals,
  primary key (case_id, position)
);

create table capture_exceptions (
  case_id uuid not null references captures,
  position integer not null check (position between 1 and 10),
  kind text not null check (kind in ('missing', 'unreadable')),
  approval_id uuid not null references approvals,
  primary key (case_id, position)
);

create table operator_fingers (
  account_id uuid not null,
  position integer not null check (position between 1 and 10),
  sealed_template bytea not null,
  taken_at timestamptz not null,
  primary key (account_id, position)
);

create table attestations (
  case_id uuid primary key references captures,
  receipt_number text not null unique,
  manifest bytea not null,
  manifest_sha256 text not null,
  attestation text not null,
  receipt_token text not null,
  receipt_code text not null unique,
  attested_by uuid not null,
  attested_at timestamptz not null,
  -- Gone once the case is cleared.
  sealed_receipt bytea
);

create table records (
  case_id uuid primary key references attestations,
  nik_index bytea not null,
  form_version integer not null,
  packet_digest text not null unique,
  registered_at timestamptz not null
);
create index records_nik on records (nik_index);

create table record_fingers (
  case_id uuid not null references records,
  position integer not null check (position between 1 and 10),
  sealed_template bytea not null,
  primary key (case_id, position)
);

create table outbox (
  packet_digest text primary key,
  case_id uuid not null references records,
  packet bytea not null,
  byte_count integer not null,
  queued_at timestamptz not null,
  sent_bytes integer not null default 0,
  tries integer not null default 0,
  next_try_at timestamptz not null,
  last_problem text
);

create table acknowledgments (
  packet_digest text primary key,
  case_id uuid not null references records,
  received text not null,
  acknowledged_at timestamptz not null
);

create table center_line (
  only_row boolean primary key default true check (only_row),
  last_answer_seq bigint not null default 0,
  last_heard_at timestamptz,
  last_problem text
);
insert into center_line default values;
`

export interface CaptureTables {
  captures: {
    case_id: string
    operator: string
    started_at: Date
    biodata_confirmed_at: Date | null
    guards: unknown
    completed_at: Date | null
  }
  slaps: {
    slap_id: Generated<number>
    transaction_id: string
    /** `capture/<case>` or `operator/<account>`. */
    scope: string
    positions: unknown
    previous_hash: string
    asked_at: Date
    answered_at: Date | null
    last_hash: string | null
  }
  capture_images: {
    case_id: string
    name: 'photo' | 'signature'
    media_type: string
    /** Of the plain image, lower-case hex. */
    sha256: string
    byte_count: number
    sealed_image: Buffer | null
    taken_at: Date
  }
  capture_fingers: {
    case_id: string
    position: number
    try: number
    quality: number
    problems: unknown
    device_id: string
    /** Of the finger image record (ISO/IEC 19794-4), lower-case hex. */
    sha256: string
    byte_count: number
    sealed_image: Buffer | null
    sealed_template: Buffer | null
    taken_at: Date
  }
  capture_acceptances: { case_id: string; position: number; approval_id: string }
  capture_exceptions: {
    case_id: string
    position: number
    kind: ExceptionKind
    approval_id: string
  }
  operator_fingers: {
    account_id: string
    position: number
    sealed_template: Buffer
    taken_at: Date
  }
  attestations: {
    case_id: string
    receipt_number: string
    manifest: Buffer
    manifest_sha256: string
    /** The operator's signed word, a compact JWS. */
    attestation: string
    /** What the receipt's QR says. */
    receipt_token: string
    /** What is typed where the QR cannot be read. */
    receipt_code: string
    attested_by: string
    attested_at: Date
    sealed_receipt: Buffer | null
  }
  records: {
    case_id: string
    nik_index: Buffer
    form_version: number
    packet_digest: string
    registered_at: Date
  }
  record_fingers: { case_id: string; position: number; sealed_template: Buffer }
  outbox: {
    packet_digest: string
    case_id: string
    packet: Buffer
    byte_count: number
    queued_at: Date
    sent_bytes: Generated<number>
    tries: Generated<number>
    next_try_at: Date
    /** A code, such as 'center.unreachable'. */
    last_problem: string | null
  }
  acknowledgments: {
    packet_digest: string
    case_id: string
    /** The center's signed word that the packet lies durably with it. */
    received: string
    acknowledged_at: Date
  }
  center_line: {
    only_row: boolean
    last_answer_seq: number
    last_heard_at: Date | null
    last_problem: string | null
  } & LineColumns
}
