// JPEG 2000 — the door: lossless gray pictures as the finger standards want them.

export { decodeJp2, encodeJp2, isReversibleJp2, type Jp2Issue } from './jpeg2000.ts'
export { jp2BytesMax } from './limits.ts'
