// Limits — what a JPEG 2000 file may ask of the decoder; scanners write far simpler ones.

export const jp2BytesMax = 64 * 1024 * 1024
export const boxesMax = 64
export const markersMax = 256
export const tilesMax = 256
export const layersMax = 64
export const decompositionsMax = 12
/** 2⁵ = 32 pixels; smaller precincts are legal, unheard of, and cost memory without bound. */
export const precinctExponentMin = 5
/** A codec whose memory has grown beyond this is replaced: its memory never shrinks. */
export const codecHeapBytesMax = 256 * 1024 * 1024
