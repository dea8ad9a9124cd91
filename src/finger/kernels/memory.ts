// Memory — where the arrays of one call lie in the memory of the WebAssembly module.

type Numbers = Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Uint8Array

const pageBytes = 65_536
/** The module's own data lies below this. */
const firstByte = pageBytes
/** What a kernel may read past the end of an array, which is never more than one vector. */
const gapBytes = 64

/**
 * Copies the arrays one after the other, each at a multiple of 64, and says where each begins. A
 * number instead of an array is room for so many bytes, holding anything.
 */
export function layOut(memory: WebAssembly.Memory, parts: readonly (Numbers | number)[]): number[] {
  const starts: number[] = []
  let next = firstByte
  for (const it of parts) {
    starts.push(next)
    const bytes = typeof it === 'number' ? it : it.byteLength
    next += Math.ceil(bytes / 64) * 64 + gapBytes
  }
  const missing = next - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
  const whole = new Uint8Array(memory.buffer)
  for (const [i, it] of parts.entries()) {
    if (typeof it === 'number') continue
    whole.set(new Uint8Array(it.buffer, it.byteOffset, it.byteLength), starts[i]!)
  }
  return starts
}
