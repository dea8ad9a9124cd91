// Records — templates out of standards' minutiae records and into them.

import { type FingerTemplate, type MinutiaeIssue, minutiaeOf, templateOfMinutiae } from '#finger'
import {
  type MinutiaeEdition,
  type MinutiaeRecord,
  type MinutiaeRecordIssue,
  readMinutiaeRecord,
  writeMinutiaeRecord,
} from '#formats/iso19794-2'
import type { Result } from '#kit/result'

export type RecordIssue = MinutiaeRecordIssue | MinutiaeIssue

/** Of the first view; a record of several fingers is compared by its first. */
export function templateOfRecord(bytes: Uint8Array): Result<FingerTemplate, RecordIssue> {
  const record = readMinutiaeRecord(bytes)
  return record.ok ? templateOfMinutiae(record.value.views[0]!) : record
}

export function recordOfTemplate(
  template: FingerTemplate,
  edition: MinutiaeEdition,
): MinutiaeRecord {
  return { edition, views: [minutiaeOf(template)] }
}

/** What is left of a template where only the record is kept. */
export function throughRecord(
  template: FingerTemplate,
  edition: MinutiaeEdition,
): Result<FingerTemplate, RecordIssue> {
  return templateOfRecord(writeMinutiaeRecord(recordOfTemplate(template, edition)))
}
