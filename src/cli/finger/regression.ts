// Regression — logistic regression by damped Newton steps, lightly drawn toward zero.

export interface Sample {
  /** The first is always 1. */
  readonly terms: readonly number[]
  readonly genuine: boolean
  readonly weight: number
}

const roundsMax = 100
/** Penalty on the weights of the standardized terms; the bias carries none. */
const penalty = 3
const halvingsMax = 30
const gainMin = 1e-7

/** One weight for each term, on the scale of the terms as they came. */
export function fitWeights(samples: readonly Sample[]): number[] {
  const { means, deviations } = momentsOf(samples)
  const standard = samples.map((it) => ({
    ...it,
    terms: it.terms.map((value, i) => (value - means[i]!) / deviations[i]!),
  }))
  let weights = means.map(() => 0)
  let loss = lossOf(standard, weights)
  for (let round = 0; round < roundsMax; round++) {
    const { gradient, curvature } = slopeOf(standard, weights)
    const step = solve(curvature, gradient)
    const at = weights
    let length = 1
    let next = loss
    for (let halving = 0; halving < halvingsMax; halving++, length /= 2) {
      weights = at.map((it, i) => it - length * step[i]!)
      next = lossOf(standard, weights)
      if (next <= loss) break
    }
    if (!(loss - next > gainMin)) break
    loss = next
  }
  const scaled = weights.map((it, i) => it / deviations[i]!)
  const shift = scaled.reduce((sum, it, i) => sum + (i === 0 ? 0 : it * means[i]!), 0)
  return scaled.map((it, i) => (i === 0 ? it - shift : it))
}

function momentsOf(samples: readonly Sample[]) {
  const length = samples[0]?.terms.length ?? 0
  const means = Array.from({ length }, () => 0)
  const squares = Array.from({ length }, () => 0)
  for (const { terms } of samples) {
    for (let i = 1; i < length; i++) {
      means[i]! += terms[i]! / samples.length
      squares[i]! += terms[i]! ** 2 / samples.length
    }
  }
  const deviations = squares.map((it, i) => Math.sqrt(Math.max(0, it - means[i]! ** 2)) || 1)
  return { means, deviations }
}

function lossOf(samples: readonly Sample[], weights: readonly number[]): number {
  let loss = weights.reduce((sum, it, i) => sum + (i === 0 ? 0 : (penalty / 2) * it * it), 0)
  for (const { terms, genuine, weight } of samples) {
    const score = dot(terms, weights) * (genuine ? -1 : 1)
    loss += weight * (score > 30 ? score : Math.log1p(Math.exp(score)))
  }
  return loss
}

function slopeOf(samples: readonly Sample[], weights: readonly number[]) {
  const length = weights.length
  const gradient = weights.map((it, i) => (i === 0 ? 0 : penalty * it))
  const curvature = weights.map((_, i) =>
    weights.map((_, k) => (i === k ? (i === 0 ? 1e-6 : penalty) : 0)),
  )
  for (const { terms, genuine, weight } of samples) {
    const likely = 1 / (1 + Math.exp(-dot(terms, weights)))
    const pull = weight * (likely - (genuine ? 1 : 0))
    const bend = weight * likely * (1 - likely)
    for (let i = 0; i < length; i++) {
      gradient[i]! += pull * terms[i]!
      for (let k = 0; k < length; k++) curvature[i]![k]! += bend * terms[i]! * terms[k]!
    }
  }
  return { gradient, curvature }
}

/** The x of matrix · x = right, by Gaussian elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let i = 0; i < rows.length; i++) {
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue
      const factor = rows[k]![i]! / rows[i]![i]!
      rows[k] = rows[k]!.map((it, column) => it - factor * rows[i]![column]!)
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!)
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, it, i) => sum + it * b[i]!, 0)
}
