// Limits — what a WSQ file may ask of the decoder.

/** A side of 4,000 pixels at the highest rate in use is 5 MB. */
export const wsqBytesMax = 16 * 1024 * 1024
/** Tables, comments and blocks of one file; the reference encoder writes ten. */
export const segmentsMax = 256
/** Restart markers within one block. */
export const restartsMax = 65_536
/** Of NIST_COM, in lines; the reference encoder writes nine. */
export const commentLinesMax = 256
/** Huffman tables of one file, by their number. */
export const huffmanTablesMax = 8
