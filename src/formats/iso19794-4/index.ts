// ISO/IEC 19794-4 — the door: finger image records of the 2005 and 2011 editions, read and written.

export { type FingerPosition, fingerPositions, isFingerPosition } from '#formats/finger-position'
export { recordBytesMax, viewsMax } from './limits.ts'
export {
  decodeFingerView,
  encodeFingerView,
  type FingerPixelsIssue,
  type WrittenCompression,
} from './pixels.ts'
export { readFingerImageRecord, writeFingerImageRecord } from './read-write.ts'
export {
  type Compression,
  type Edition,
  type FingerImageRecord,
  type FingerImageView,
  type FingerRecordIssue,
  impressionType,
  type QualityBlock,
} from './record.ts'
