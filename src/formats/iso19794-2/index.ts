// ISO/IEC 19794-2 — the door: finger minutiae records, and those of ANSI INCITS 378, read and written.

export { type FingerPosition, fingerPositions } from '#formats/finger-position'
export { dpiOf } from './checks.ts'
export { minutiaeRecordWords } from './issues.ts'
export { recordBytesMax, viewMinutiaeMax, viewsMax } from './limits.ts'
export { inEdition, readMinutiaeRecord, writeMinutiaeRecord } from './read-write.ts'
export type {
  MinutiaeEdition,
  MinutiaeRecord,
  MinutiaeRecordIssue,
  MinutiaeView,
  RecordMinutia,
} from './record.ts'
