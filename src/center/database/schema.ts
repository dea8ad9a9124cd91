// Schema — every table of the center's database, and the migrations that make them.

import { type StaffTables, staffMigrations } from '#staff/tables'
import {
  type AdjudicationTables,
  adjudicationOpinions,
  searchTerms,
} from './adjudication-tables.ts'
import { type DoorTables, doorTables } from './door-tables.ts'
import { keptFiles, type LineTables, lineTables } from './line-tables.ts'
import { type MatcherTables, matcherTables, threePartitionDigits } from './matcher-tables.ts'
import { type PipelineTables, pipelineTables, setAsideIndex } from './pipeline-tables.ts'
import { type CenterTables, centerTables, galleryVisits } from './tables.ts'
import { type TemplateTables, templateVersions } from './template-tables.ts'

export interface CenterSchema
  extends StaffTables,
    CenterTables,
    PipelineTables,
    LineTables,
    MatcherTables,
    AdjudicationTables,
    DoorTables,
    TemplateTables {}

export const centerMigrations: Readonly<Record<string, string>> = {
  ...staffMigrations,
  '1001-center': centerTables,
  '1002-gallery-visits': galleryVisits,
  '1010-pipeline': pipelineTables,
  '1011-set-aside': setAsideIndex,
  '1020-line': lineTables,
  '1030-adjudication': adjudicationOpinions,
  '1031-search-terms': searchTerms,
  '1040-kept-files': keptFiles,
  '1050-door': doorTables,
  '1060-matchers': matcherTables,
  '1080-template-versions': templateVersions,
  '1090-three-partition-digits': threePartitionDigits,
}
