// Codec OpenJPEG — the part of @cornerstonejs/codec-openjpeg that is called here; it ships no types.

declare module '@cornerstonejs/codec-openjpeg' {
  export interface FrameInfo {
    readonly width: number
    readonly height: number
    readonly bitsPerSample: number
    readonly componentCount: number
    readonly isSigned: boolean
    readonly isUsingColorTransform?: boolean
  }

  /** Buffers are views of the module's memory: good until the next call, never to be kept. */
  export interface J2KDecoder {
    getEncodedBuffer(bytes: number): Uint8Array
    decode(): void
    getFrameInfo(): FrameInfo
    getDecodedBuffer(): Uint8ClampedArray
    delete(): void
  }

  export interface J2KEncoder {
    getDecodedBuffer(frame: FrameInfo): Uint8Array
    setDecompositions(count: number): void
    setQuality(isLossless: boolean, rate: number): void
    encode(): void
    getEncodedBuffer(): Uint8Array
    delete(): void
  }

  export interface OpenJpeg {
    readonly J2KDecoder: new () => J2KDecoder
    readonly J2KEncoder: new () => J2KEncoder
    readonly HEAPU8: Uint8Array
  }

  const load: (options: {
    print(line: string): void
    printErr(line: string): void
  }) => Promise<OpenJpeg>
  export default load
}

declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  export { default } from '@cornerstonejs/codec-openjpeg'
}
