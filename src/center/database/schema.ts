// Schema — every table of the center's database, and the migrations that make them.

import { type StaffTables, staffMigrations } from '#staff/tables'
import { type CenterTables, centerTables, galleryVisits } from './tables.ts'

export interface CenterSchema extends StaffTables, CenterTables {}

export const centerMigrations: Readonly<Record<string, string>> = {
  ...staffMigrations,
  '1001-center': centerTables,
  '1002-gallery-visits': galleryVisits,
}
