// Codec — OpenJPEG compiled to WebAssembly, loaded once, and replaced when it has failed.
//
// In Node the small loader finds its .wasm beside itself; in a browser the build that carries
// everything in one script is taken, so that no path has to be known.

import type { OpenJpeg } from '@cornerstonejs/codec-openjpeg'
import { codecHeapBytesMax } from './limits.ts'

let loaded: Promise<OpenJpeg> | undefined

/**
 * Runs `work` on a codec; undefined where the codec threw or aborted. An abort leaves its memory
 * in no known state, so the next call gets a new one.
 */
export async function withCodec<Value>(
  work: (codec: OpenJpeg) => Value,
): Promise<Value | undefined> {
  loaded ??= load()
  const mine = loaded
  const forget = () => {
    if (loaded === mine) loaded = undefined
  }
  // Failing to load is not the picture's fault: that is thrown, and tried again next time.
  const codec = await mine.catch((problem: unknown) => {
    forget()
    throw problem
  })
  try {
    const value = work(codec)
    if (codec.HEAPU8.length > codecHeapBytesMax) forget()
    return value
  } catch {
    forget()
    return undefined
  }
}

async function load(): Promise<OpenJpeg> {
  // The codec explains broken pictures on the console; the issue says it already.
  const silent = { print: () => {}, printErr: () => {} }
  const isNode = typeof process === 'object' && typeof process.versions?.node === 'string'
  const { default: start } = isNode
    ? await import('@cornerstonejs/codec-openjpeg/wasmjs')
    : await import('@cornerstonejs/codec-openjpeg')
  return start(silent)
}
