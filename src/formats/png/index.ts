// PNG — the door: decoding whatever somebody calls a PNG, encoding gray images.

export type { PngIssue } from './chunks.ts'
export { decodePng } from './decode.ts'
export { encodePng } from './encode.ts'
export { pngBytesMax } from './limits.ts'
