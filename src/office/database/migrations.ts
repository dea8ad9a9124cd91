// Migrations — the office's tables, in the order in which they came to be.

import { captureTables } from './capture-tables.ts'
import { cardTables } from './card-tables.ts'
import { caseTables } from './case-tables.ts'
import { complaintTables } from './complaint-tables.ts'
import { counterTables } from './counter-tables.ts'

export const officeMigrations: Readonly<Record<string, string>> = {
  '0001-cases': caseTables,
  '0002-counter': counterTables,
  '0003-capture': captureTables,
  '0004-cards': cardTables,
  '0005-complaints': complaintTables,
}
