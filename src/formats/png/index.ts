// PNG — the door: decoding whatever somebody calls a PNG, encoding gray images and drawings.

export type { PngIssue } from './chunks.ts'
export { decodePng } from './decode.ts'
export { type Color, type ColorDrawing, encodeColorPng, encodePng } from './encode.ts'
export { pngBytesMax } from './limits.ts'
