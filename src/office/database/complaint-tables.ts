// Complaint tables — one register for all four ways, its answers, and the SMS that came and went.

import type { Generated } from 'kysely'

export const complaintTables = `
create table complaints (
  complaint_id uuid primary key,
  number text not null unique,
  channel text not null check (channel in ('sms', 'officer', 'leader', 'box', 'portal')),
  class text not null,
  leader_only boolean not null,
  concerns uuid,
  case_id uuid references cases,
  sealed_text bytea not null,
  sealed_contact bytea,
  contact_index bytea,
  received_at timestamptz not null,
  entered_by text not null,
  due_on date not null
);

create table complaint_answers (
  answer_id bigint generated always as identity primary key,
  complaint_id uuid not null references complaints,
  sealed_text bytea not null,
  closes boolean not null,
  answered_by uuid not null,
  answered_at timestamptz not null
);

create table sms_received (
  message_key text primary key,
  sealed_sender bytea not null,
  sealed_text bytea not null,
  received_at timestamptz not null,
  outcome text not null
);

create table sms_outbox (
  sms_id bigint generated always as identity primary key,
  sealed_recipient bytea not null,
  sealed_text bytea not null,
  queued_at timestamptz not null,
  handed_over_at timestamptz,
  tries integer not null default 0,
  last_problem text
);
`

export type ComplaintChannel = 'sms' | 'officer' | 'leader' | 'box' | 'portal'

export interface ComplaintTables {
  complaints: {
    complaint_id: string
    number: string
    channel: ComplaintChannel
    class: string
    /** Reported to the leader: nobody below sees it. */
    leader_only: boolean
    /** The officer it is about, who never sees it. */
    concerns: string | null
    case_id: string | null
    sealed_text: Buffer
    sealed_contact: Buffer | null
    contact_index: Buffer | null
    received_at: Date
    entered_by: string
    due_on: string
  }
  complaint_answers: {
    answer_id: Generated<number>
    complaint_id: string
    sealed_text: Buffer
    closes: boolean
    answered_by: string
    answered_at: Date
  }
  sms_received: {
    message_key: string
    sealed_sender: Buffer
    sealed_text: Buffer
    received_at: Date
    outcome: string
  }
  sms_outbox: {
    sms_id: Generated<number>
    sealed_recipient: Buffer
    sealed_text: Buffer
    queued_at: Date
    handed_over_at: Date | null
    tries: Generated<number>
    last_problem: string | null
  }
}
