// Bits — codes packed into bytes, highest bit first; after a byte of ones a nought is stuffed in, so
// that no marker is ever seen among them. IAFIS-IC-0110 (V3.1), annex B.1.

const ones = 0xff
const stuffed = 0x00

export interface BitWriter {
  /** The lowest `length` bits, at most sixteen. */
  put(bits: number, length: number): void
  /** Filled up with ones to a whole byte. */
  finish(): Uint8Array
}

export function bitWriter(): BitWriter {
  let bytes = new Uint8Array(4_096)
  let used = 0
  let held = 0
  let heldBits = 0
  const putByte = (byte: number) => {
    if (used + 2 > bytes.length) {
      const larger = new Uint8Array(2 * bytes.length)
      larger.set(bytes)
      bytes = larger
    }
    bytes[used++] = byte
    if (byte === ones) bytes[used++] = stuffed
  }
  const put = (bits: number, length: number) => {
    held = (held << length) | (bits & ((1 << length) - 1))
    heldBits += length
    while (heldBits >= 8) {
      heldBits -= 8
      putByte((held >> heldBits) & ones)
    }
    held &= (1 << heldBits) - 1
  }
  return {
    put,
    finish() {
      if (heldBits > 0) put(ones, 8 - heldBits)
      return bytes.slice(0, used)
    },
  }
}

/** The bytes without those stuffed in, and three more of ones, for whoever looks ahead. */
export function unstuffed(bytes: Uint8Array): {
  readonly bytes: Uint8Array
  readonly bits: number
} {
  const plain = new Uint8Array(bytes.length + 3).fill(ones)
  let used = 0
  for (let i = 0; i < bytes.length; i++) {
    plain[used++] = bytes[i]!
    if (bytes[i] === ones && bytes[i + 1] === stuffed) i++
  }
  plain.fill(ones, used)
  return { bytes: plain, bits: 8 * used }
}

/** Sixteen bits from bit `at` on. */
export function sixteenBits(plain: Uint8Array, at: number): number {
  const i = at >> 3
  const three = (plain[i]! << 16) | (plain[i + 1]! << 8) | plain[i + 2]!
  return (three >> (8 - (at & 7))) & 0xffff
}
