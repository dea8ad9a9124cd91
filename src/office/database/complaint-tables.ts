// Complaint tables — one register for all four ways, its answers, and the SMS that came and went.

import type { Generated } from 'kysely'

export const complaintTables = `
create table complaints (
  complaint_id uuid primary key,
  request_id uuid unique,
  number text not null unique,
  channel text not null check (channel in ('sms', 'officer', 'leader', 'box', 'portal')),
  subject text not null,
  class text not null,
  leader_only boolean not null,
  concerns uuid[] not null default '{}',
  case_id uuid references cases,
  sealed_text bytea not null,
  sealed_named bytea,
  sealed_contact bytea,
  contact_index bytea,
  received_at timestamptz not null,
  entered_by text not null,
  due_on date not null
);

create table complaint_answers (
  answer_id bigint generated always as identity primary key,
  request_id uuid unique,
  complaint_id uuid not null references complaints,
  sealed_text bytea not null,
  closes boolean not null,
  by_sms boolean not null,
  answered_by uuid not null,
  answered_at timestamptz not null
);

create table sms_received (
  message_key text primary key,
  sender_index bytea not null,
  sealed_sender bytea not null,
  sealed_text bytea not null,
  received_at timestamptz not null,
  outcome text not null,
  replied boolean not null
);
create index sms_received_from on sms_received (sender_index, received_at);

create table sms_outbox (
  sms_id bigint generated always as identity primary key,
  sealed_recipient bytea not null,
  sealed_text bytea not null,
  queued_at timestamptz not null,
  handed_over_at timestamptz,
  ended_at timestamptz,
  ended text check (ended in ('sent', 'failed')),
  tries integer not null default 0,
  last_problem text
);

create table sms_line (
  only_row boolean primary key default true check (only_row),
  state text not null default 'off',
  problem text,
  noted_at timestamptz
);
insert into sms_line default values;
`

export type ComplaintChannel = 'sms' | 'officer' | 'leader' | 'box' | 'portal'
export type SmsLineState = 'off' | 'running' | 'outside' | 'not-installed'

export interface ComplaintTables {
  complaints: {
    complaint_id: string
    /** Who files may try again: the same request is one complaint. */
    request_id: string | null
    number: string
    channel: ComplaintChannel
    subject: string
    class: string
    /** Reported to the leader: nobody below sees it. */
    leader_only: boolean
    /** The officers whom it may be about, who never see it. */
    concerns: string[]
    case_id: string | null
    sealed_text: Buffer
    /** The officer's name as the resident told it. */
    sealed_named: Buffer | null
    sealed_contact: Buffer | null
    contact_index: Buffer | null
    received_at: Date
    entered_by: string
    due_on: string
  }
  complaint_answers: {
    answer_id: Generated<number>
    request_id: string | null
    complaint_id: string
    sealed_text: Buffer
    closes: boolean
    by_sms: boolean
    answered_by: string
    answered_at: Date
  }
  sms_received: {
    message_key: string
    sender_index: Buffer
    sealed_sender: Buffer
    sealed_text: Buffer
    received_at: Date
    outcome: string
    replied: boolean
  }
  sms_outbox: {
    sms_id: Generated<number>
    sealed_recipient: Buffer
    sealed_text: Buffer
    queued_at: Date
    /** Since when the daemon has it. */
    handed_over_at: Date | null
    ended_at: Date | null
    ended: 'sent' | 'failed' | null
    tries: Generated<number>
    last_problem: string | null
  }
  /** One row: how the gateway is, for the administrator. */
  sms_line: {
    only_row: Generated<boolean>
    state: SmsLineState
    problem: string | null
    noted_at: Date | null
  }
}
