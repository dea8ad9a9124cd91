// Line tables — what the center tells its offices about itself.

import type { NoticeKind } from '#enrollment/notices'

export const lineTables = `
-- A packet is sealed: to try to compress it costs time and gains nothing.
alter table inbox alter column packet set storage external;

create table notices (
  notice_id uuid primary key,
  kind text not null check (kind in ('outage', 'pause', 'maintenance')),
  text_id text not null,
  text_en text not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  written_by uuid not null,
  written_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz
);

-- Whoever changes a notice counts it up, and holds this row until the change is there.
create table notices_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null default 0
);
insert into notices_version default values;
`

/** A packet is acknowledged from its file, and comes into the database with its first step (ADR 18). */
export const keptFiles = `
alter table inbox alter column packet drop not null;
-- The folder in which the packet still lies; null once it lies in the inbox itself.
alter table packet_work add column kept_in uuid;
`

export interface LineTables {
  notices: {
    notice_id: string
    kind: NoticeKind
    text_id: string
    text_en: string
    from_at: Date
    to_at: Date
    written_by: string
    written_at: Date
    withdrawn_by: string | null
    withdrawn_at: Date | null
  }
  notices_version: { only_row: boolean; version: number }
}
