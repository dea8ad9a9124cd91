// Trace figures — what was counted at a step, in words.

import type { Figure, FigureCode } from '#finger/show'

const wording: Readonly<Record<FigureCode, (value: string) => string>> = {
  widthPx: (it) => `${it} px wide`,
  heightPx: (it) => `${it} px high`,
  skinMm2: (it) => `${it} mm² of skin`,
  coherenceMean: (it) => `mean coherence ${it}`,
  periodMeanPx: (it) => `mean period ${it} px`,
  periodLeastPx: (it) => `dark blue is ${it} px`,
  periodMostPx: (it) => `yellow is ${it} px`,
  reliabilityMean: (it) => `mean reliability ${it}`,
  ridgePixels: (it) => `${it} px of ridge`,
  endings: (it) => `${it} endings`,
  forks: (it) => `${it} forks`,
  minutiae: (it) => `${it} minutiae`,
  qualityMean: (it) => `mean quality ${it}`,
  templateBytes: (it) => `${it} bytes`,
}

export function figureWords({ code, value }: Figure): string {
  return wording[code](rounded(value))
}

/** Of a comparison: names as the engine has them, `turnDegrees` as «turn degrees». */
export function measureWords(name: string, value: number): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([a-z]) ([A-Z])/g, lower)
  return `${words} ${rounded(value)}`
}

function lower(_: string, before: string, letter: string): string {
  return `${before} ${letter.toLowerCase()}`
}

/** Three digits that mean something. */
function rounded(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return String(Math.round(value))
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)
}
