// Schema — every table of the office's database, as the queries see them.

import type { StaffTables } from '#staff/tables'
import type { CaptureTables } from './capture-tables.ts'
import type { CardTables } from './card-tables.ts'
import type { CaseTables } from './case-tables.ts'
import type { ComplaintTables } from './complaint-tables.ts'
import type { CounterTables } from './counter-tables.ts'

export interface OfficeSchema
  extends StaffTables,
    CaseTables,
    CounterTables,
    CaptureTables,
    CardTables,
    ComplaintTables {}
