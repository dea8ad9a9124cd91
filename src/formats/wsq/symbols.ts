// Symbols — a row of coefficients as the symbols that are coded: runs of noughts, small numbers,
// escapes for what is longer or larger. IAFIS-IC-0110 (V3.1), table C.1.

export const runMax = 100
/** A coefficient from −73 to 74 is the symbol 180 higher. */
export const coefficientZero = 180
export const coefficientLowest = -73
export const coefficientHighest = 74

export const escapes = {
  positive8: 101,
  negative8: 102,
  positive16: 103,
  negative16: 104,
  run8: 105,
  run16: 106,
} as const

export const run16Max = 0xffff

/** Hears each symbol, with what follows it: `extraBits` bits (0, 8 or 16) of `extra`. */
export type Emit = (symbol: number, extra: number, extraBits: number) => void

/** Runs do not reach from one block into the next. */
export function emitSymbols(coefficients: Int32Array, emit: Emit): void {
  let run = 0
  for (let i = 0; i < coefficients.length; i++) {
    const coefficient = coefficients[i]!
    if (coefficient === 0) {
      run++
      if (run === run16Max) {
        emitRun(run, emit)
        run = 0
      }
      continue
    }
    if (run > 0) emitRun(run, emit)
    run = 0
    emitCoefficient(coefficient, emit)
  }
  if (run > 0) emitRun(run, emit)
}

function emitRun(run: number, emit: Emit): void {
  if (run <= runMax) emit(run, 0, 0)
  else if (run <= 0xff) emit(escapes.run8, run, 8)
  else emit(escapes.run16, run, 16)
}

function emitCoefficient(coefficient: number, emit: Emit): void {
  if (coefficient >= coefficientLowest && coefficient <= coefficientHighest) {
    emit(coefficient + coefficientZero, 0, 0)
    return
  }
  const size = Math.abs(coefficient)
  const isShort = size <= 0xff
  if (coefficient > 0)
    emit(isShort ? escapes.positive8 : escapes.positive16, size, isShort ? 8 : 16)
  else emit(isShort ? escapes.negative8 : escapes.negative16, size, isShort ? 8 : 16)
}
