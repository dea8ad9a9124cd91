// Migrations — the office's tables, in the order in which they came to be.

import { staffMigrations } from '#staff/tables'
import { captureTables } from './capture-tables.ts'
import { cardTables } from './card-tables.ts'
import { caseTables } from './case-tables.ts'
import { complaintTables } from './complaint-tables.ts'
import { counterTables } from './counter-tables.ts'
import { lineTables } from './line-tables.ts'

export const officeMigrations: Readonly<Record<string, string>> = {
  ...staffMigrations,
  '1001-cases': caseTables,
  '1002-counter': counterTables,
  '1003-capture': captureTables,
  '1004-cards': cardTables,
  '1005-complaints': complaintTables,
  '1006-center-notices': lineTables,
}
