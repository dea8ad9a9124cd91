// Tables — accounts, sessions, keys and the audit log, as PostgreSQL keeps them.

import type { ColumnType, Kysely, Transaction } from 'kysely'
import type { AuditSubject } from './audit-entry.ts'
import type { Role } from './roles.ts'

export interface StaffTables {
  accounts: {
    account_id: string
    name: string
    display_name: string
    role: Role
    village_code: string | null
    password_hash: string
    active: boolean
    must_change_password: boolean
    created_at: Date
  }
  sessions: {
    token_hash: Uint8Array
    account_id: string
    created_at: Date
    expires_at: Date
    last_seen_at: Date
  }
  account_keys: {
    key_id: string
    account_id: string
    kind: 'signing' | 'certificate'
    public: string
    sealed_private: Uint8Array
    created_at: Date
    retired_at: Date | null
  }
  audit_entries: {
    seq: number
    at: Date
    actor: string
    act: string
    subject: ColumnType<AuditSubject, string, never>
    previous_hash: Uint8Array
    hash: Uint8Array
  }
}

/** The database, or a transaction in it. */
export type StaffDb = Kysely<StaffTables> | StaffTx

export type StaffTx = Transaction<StaffTables>

// `seq` is not an identity column: an identity leaves a gap where a transaction is rolled back, and
// in this log a gap is to mean that an entry was taken away.
const accountsAndAudit = `
create table accounts (
  account_id uuid primary key,
  name text not null unique check (name = lower(name)),
  display_name text not null,
  role text not null check (role in (
    'petugas-informasi', 'kepala-desa', 'petugas-loket', 'operator-ktp',
    'supervisor', 'adjudicator', 'camat', 'administrator')),
  village_code text,
  password_hash text not null,
  active boolean not null,
  must_change_password boolean not null,
  created_at timestamptz(3) not null,
  check ((role = 'kepala-desa') = (village_code is not null))
);

create table sessions (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references accounts,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null
);
create index sessions_of_account on sessions (account_id);
create index sessions_by_end on sessions (expires_at);

create table account_keys (
  key_id text primary key,
  account_id uuid not null references accounts,
  kind text not null check (kind in ('signing', 'certificate')),
  public text not null,
  sealed_private bytea not null,
  created_at timestamptz(3) not null,
  retired_at timestamptz(3)
);
create unique index one_key_in_use on account_keys (account_id, kind) where retired_at is null;

create table audit_entries (
  seq bigint primary key check (seq > 0),
  at timestamptz(3) not null,
  actor text not null,
  act text not null,
  subject jsonb not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null unique check (length(hash) = 32)
);
create index audit_by_subject on audit_entries using gin (subject jsonb_path_ops);
create index audit_by_actor on audit_entries (actor, seq);
create index audit_by_act on audit_entries (act, seq);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entries is append-only';
end $$;

create trigger audit_is_append_only before update or delete on audit_entries
  for each row execute function refuse_audit_change();
create trigger audit_is_never_emptied before truncate on audit_entries
  for each statement execute function refuse_audit_change();
`

export const staffMigrations: Readonly<Record<string, string>> = {
  '0001-staff': accountsAndAudit,
}
