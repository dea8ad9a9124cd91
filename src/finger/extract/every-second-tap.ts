// Every second tap — a filter of every pixel as one of every second pixel of a smoothed picture.
//
// Smoothing by 1 4 6 4 1 and then filtering is filtering by the taps smoothed. The taps for which
// that comes nearest to a given filter (least squares) are found for columns and rows in turn.

const smoothing = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]
/** Pixels by which the smoothing is wider than its center. */
const reach = 2

/** Makes `taps` × `taps` weights of a filter of `side` × `side`; both are odd. */
export function everySecondTap(side: number, taps: number): (filter: Float64Array) => Float64Array {
  const fitting = fittingOf(spreadOf(side, taps), side)
  return (filter) => {
    const acrossColumns = multiplied(fitting, transposed(filter, side, side), side)
    return multiplied(fitting, transposed(acrossColumns, taps, side), taps)
  }
}

type Matrix = readonly (readonly number[])[]

/** What each tap becomes by smoothing, in the filter's pixels and the few beyond it. */
function spreadOf(side: number, taps: number): Matrix {
  const pixels = Math.max(side, 2 * (taps - 1) + smoothing.length)
  return Array.from({ length: taps }, (_, tap) => {
    const center = (pixels - 1) / 2 + 2 * tap - (taps - 1)
    return Array.from({ length: pixels }, (_, i) => smoothing[i - center + reach] ?? 0)
  })
}

/** For each tap the share that each pixel of a line has in it. */
function fittingOf(spread: Matrix, side: number): Matrix {
  const normal = spread.map((a) => spread.map((b) => product(a, b)))
  const lead = (spread[0]!.length - side) / 2
  const eachPixel = Array.from({ length: side }, (_, i) =>
    eliminate(
      normal,
      spread.map((it) => it[lead + i]!),
    ),
  )
  return spread.map((_, tap) => eachPixel.map((it) => it[tap]!))
}

/** Solves a positive definite system: no row need be exchanged. */
function eliminate(matrix: Matrix, right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (const [i, pivot] of rows.entries()) {
    for (const row of rows.slice(i + 1)) {
      const share = row[i]! / pivot[i]!
      for (let k = i; k < row.length; k++) row[k]! -= share * pivot[k]!
    }
  }
  const solution = new Array<number>(rows.length).fill(0)
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i]!
    solution[i] = (row.at(-1)! - product(row.slice(0, -1), solution)) / row[i]!
  }
  return solution
}

/** A matrix times one of `columns` numbers a row. */
function multiplied(matrix: Matrix, values: Float64Array, columns: number): Float64Array {
  const out = new Float64Array(matrix.length * columns)
  for (const [row, weights] of matrix.entries()) {
    for (const [k, weight] of weights.entries()) {
      for (let i = 0; i < columns; i++) out[row * columns + i]! += weight * values[k * columns + i]!
    }
  }
  return out
}

function transposed(values: Float64Array, rows: number, columns: number): Float64Array {
  return values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)]!)
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
