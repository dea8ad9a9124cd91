// Limits — what a PNG may cost before a pixel of it is decoded.

/** Bytes of a file; a 4,000-pixel square of 16-bit color with alpha is 128 MB before compression. */
export const pngBytesMax = 64 * 1024 * 1024
export const pngChunksMax = 65_536
/** DEFLATE grows its input at most 1,032-fold, so one slice yields about a megabyte at the most. */
export const inflateSliceBytes = 1_024
