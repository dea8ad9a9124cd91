// Mangle — bytes that no maker would write: of nothing, of a good beginning, or of a good file spoiled.

import fc from 'fast-check'
import { concat } from '../../src/kit/bytes.ts'

const headBytes = 120
const farMax = 2 ** 24
const madeUpBytesMax = 400
const changesMax = 3
const growthMax = 5_000

/** What a length, a count or a side is when somebody lies. */
const lies = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0xffffffff]

/** Where headers are, or anywhere; taken modulo what the length then is. */
const place = fc.oneof(fc.nat(headBytes), fc.nat(farMax))

type Change = (bytes: Uint8Array) => Uint8Array

function changed(bytes: Uint8Array, at: number, put: (view: DataView, at: number) => void) {
  if (bytes.length < 4) return bytes
  const copy = bytes.slice()
  put(new DataView(copy.buffer), at % (copy.length - 3))
  return copy
}

const oneByte = fc.tuple(place, fc.nat(255)).map(([at, byte]): Change => {
  return (bytes) => changed(bytes, at, (view, i) => view.setUint8(i, byte))
})
const oneBit = fc.tuple(place, fc.nat(7)).map(([at, bit]): Change => {
  return (bytes) => changed(bytes, at, (view, i) => view.setUint8(i, view.getUint8(i) ^ (1 << bit)))
})
const short = fc.tuple(place, fc.constantFrom(...lies)).map(([at, lie]): Change => {
  return (bytes) => changed(bytes, at, (view, i) => view.setUint16(i, lie & 0xffff))
})
const long = fc.tuple(place, fc.constantFrom(...lies)).map(([at, lie]): Change => {
  return (bytes) => changed(bytes, at, (view, i) => view.setUint32(i, lie))
})
const cutOut = fc.tuple(place, fc.nat(64)).map(([at, count]): Change => {
  return (bytes) => {
    const from = at % Math.max(1, bytes.length)
    return concat(bytes.subarray(0, from), bytes.subarray(from + count))
  }
})
const putIn = fc.tuple(place, fc.uint8Array({ maxLength: 64 })).map(([at, more]): Change => {
  return (bytes) => {
    const from = at % Math.max(1, bytes.length)
    return concat(bytes.subarray(0, from), more, bytes.subarray(from))
  }
})
const again = fc.tuple(place, place, fc.nat(300)).map(([from, to, count]): Change => {
  return (bytes) => {
    const start = from % Math.max(1, bytes.length)
    const end = to % Math.max(1, bytes.length)
    return concat(bytes.subarray(0, end), bytes.subarray(start, start + count), bytes.subarray(end))
  }
})
const torn = place.map(
  (at): Change =>
    (bytes) =>
      bytes.slice(0, at % Math.max(1, bytes.length)),
)
const grown = fc.tuple(fc.nat(growthMax), fc.nat(255)).map(([count, byte]): Change => {
  return (bytes) => concat(bytes, new Uint8Array(count).fill(byte))
})

const change = fc.oneof(
  { weight: 6, arbitrary: oneByte },
  { weight: 3, arbitrary: oneBit },
  { weight: 3, arbitrary: short },
  { weight: 3, arbitrary: long },
  { weight: 1, arbitrary: cutOut },
  { weight: 1, arbitrary: putIn },
  { weight: 1, arbitrary: again },
  { weight: 1, arbitrary: torn },
  { weight: 1, arbitrary: grown },
)

/** `mend`, where a format has check sums, makes those of half the files right again. */
export function mangled(
  files: readonly Uint8Array[],
  mend: (bytes: Uint8Array) => Uint8Array = (it) => it,
): fc.Arbitrary<Uint8Array> {
  const file = fc.nat(files.length - 1).map((i) => files[i]!)
  const madeUp = fc.uint8Array({ maxLength: madeUpBytesMax })
  const begun = fc
    .tuple(file, fc.nat(headBytes), madeUp)
    .map(([good, kept, more]) => concat(good.subarray(0, kept), more))
  const spoiled = fc
    .tuple(file, fc.array(change, { minLength: 1, maxLength: changesMax }))
    .map(([good, changes]) => changes.reduce((bytes, it) => it(bytes), good))
  return fc
    .tuple(
      fc.oneof(
        { weight: 1, arbitrary: madeUp },
        { weight: 2, arbitrary: begun },
        { weight: 12, arbitrary: spoiled },
        { weight: 1, arbitrary: file },
      ),
      fc.boolean(),
    )
    .map(([bytes, isMended]) => (isMended ? mend(bytes) : bytes))
}
