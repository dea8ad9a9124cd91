// Limits — what the scanner's door lets in, and how long it waits.

/** Request line and headers together. */
export const headBytesMax = 16 * 1024
export const headerFieldsMax = 64
/** A capture request is a kilobyte or two. */
export const bodyBytesMax = 256 * 1024
/** From the first byte of a connection to the last byte of its request. */
export const requestMsMax = 10_000
/** A line on which nothing moves, in either direction, for longer than a capture can take. */
export const idleMsMax = 360_000
export const connectionsMax = 64
/** Picture bytes that may wait for a slow reader of the preview; beyond, frames are left out. */
export const streamBacklogBytesMax = 1024 * 1024

/** Frames a second; the standard asks for three. */
export const previewFramesPerSecond = 5
export const streamMsDefault = 300_000
export const streamMsMax = 300_000

/** Presses tried in one capture while the asked score is not reached. */
export const pressesPerCaptureMax = 3
/** People on the scanner's own page, to choose from. */
export const syntheticPersons = 20
/** People whose fingers, once grown, are remembered. */
export const grownPersonsMax = 2
/** Between two fingers that are grown before they are needed, so that others are served. */
export const growAheadRestMs = 400
export const visitMax = 1_000_000
export const nameLengthMax = 200
