// Line tables — what the office keeps of the center's notices.

import type { ColumnType } from 'kysely'
import type { CenterNotice } from '#enrollment/notices'

export const lineTables = `
alter table center_line
  add column notices_version bigint not null default 0,
  add column notices_at timestamptz,
  add column notices jsonb not null default '[]';
`

export interface LineColumns {
  notices_version: number
  notices_at: Date | null
  /** Checked when it was believed. */
  notices: ColumnType<readonly CenterNotice[], string, string>
}
