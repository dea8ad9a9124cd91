// WSQ — the door: gray fingerprints as police and civil registers exchange them.

export { decodeWsq } from './decode.ts'
export { encodeWsq, standardBitsPerPixel } from './encode.ts'
export type { WsqIssue } from './file.ts'
export { wsqWords } from './issues.ts'
export { wsqBytesMax } from './limits.ts'
