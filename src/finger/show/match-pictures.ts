// Match pictures — each step of a comparison as a picture and a few figures.

import type { Aligned, LikePairs } from '../kernels/match-contract.ts'
import type { Evidence } from '../match/evidence.ts'
import { type Probe, pairedMinutiae, prepareProbe } from '../match-templates.ts'
import { inks } from './inks.ts'
import { pictureOfAligned, pictureOfCodes, pictureOfLikeness } from './paint-match.ts'
import { type PrintToShow, paintPair } from './paint-pair.ts'
import { pairDrawing, wholePrint } from './pair-drawing.ts'
import type { Picture } from './picture.ts'

export interface MatchPicture {
  readonly step: string
  readonly picture: Picture | undefined
  /** By name: counts, shares, px at 500 dpi and degrees. */
  readonly figures: Readonly<Record<string, number>>
}

const pxPerUnit = 0.6

/**
 * The steps from two prints to their score. Of a comparison that ends early (`score.strengthMin`)
 * there is nothing but its score.
 */
export function matchPictures(prints: readonly [PrintToShow, PrintToShow]): MatchPicture[] {
  const [a, b] = [prepareProbe(prints[0].template), prepareProbe(prints[1].template)]
  const steps: MatchPicture[] = []
  const { score, pairs } = pairedMinutiae(a.template, b.template, (step, value) => {
    if (step === 'relax') steps.push(...picturesOfLikePairs(prints, a, b, value as LikePairs))
    if (step === 'align') steps.push(pictureOfAlignment(prints, a, b, value as Aligned))
    if (step === 'evidence') {
      steps.push({ step, picture: undefined, figures: { ...(value as Evidence) } })
    }
    return value
  })
  const drawing = pairDrawing(wholePrint, [a.template, b.template], pairs)
  const picture = paintPair(prints, drawing, { pxPerUnit })
  return [...steps, { step: 'score', picture, figures: { score, pairs: pairs.length } }]
}

function picturesOfLikePairs(
  prints: readonly [PrintToShow, PrintToShow],
  a: Probe,
  b: Probe,
  found: LikePairs,
): MatchPicture[] {
  const { count } = found
  const all = found.likeness().slice()
  const places = Array.from(found.pairs.subarray(0, 2 * count)).filter((_, i) => i % 2 === 1)
  const likeness = Array.from(places, (place) => all[place]! / 65_535)
  const strength = Array.from(found.strength.subarray(0, count), (it) => it / 65_535)
  const records = places.map((it) => [Math.floor(it / b.count), it % b.count] as const)
  const strongest = strength.indexOf(Math.max(...strength))
  const [one = 0, other = 0] = records[strongest] ?? []
  return [
    {
      step: 'cylinders',
      picture: pictureOfCodes([a.records, b.records], [one, other]),
      figures: { minutiaeA: a.count, minutiaeB: b.count },
    },
    {
      step: 'likeness',
      picture: pictureOfLikeness(all, a.count, b.count),
      figures: { compared: all.length, most: Math.max(...likeness, 0) },
    },
    {
      step: 'candidates',
      picture: candidateLines(prints, a, b, records, likeness),
      figures: { candidates: count },
    },
    {
      step: 'relax',
      picture: candidateLines(prints, a, b, records, strength),
      figures: { strongest: Math.max(...strength, 0), weakest: Math.min(...strength, 1) },
    },
  ]
}

/** The lines drawn strong whose value is at least half of the highest; the others faint, below. */
function candidateLines(
  prints: readonly [PrintToShow, PrintToShow],
  a: Probe,
  b: Probe,
  records: readonly (readonly [number, number])[],
  values: readonly number[],
): Picture {
  const most = Math.max(...values, 1e-9)
  const sorted = [...records.keys()].sort((p, q) => values[p]! - values[q]!)
  const pairs = sorted.map((it) => [a.order[records[it]![0]]!, b.order[records[it]![1]]!])
  const drawing = pairDrawing(wholePrint, [a.template, b.template], pairs)
  const alone = prints.map(({ template }) => ({ template, image: undefined }))
  return paintPair([alone[0]!, alone[1]!], drawing, {
    pxPerUnit,
    inkOf: (line) => (values[sorted[line]!]! >= most / 2 ? inks.pair : inks.faint),
  })
}

function pictureOfAlignment(
  prints: readonly [PrintToShow, PrintToShow],
  a: Probe,
  b: Probe,
  aligned: Aligned,
): MatchPicture {
  const { cos, sin, dx, dy } = aligned.motion
  return {
    step: 'align',
    picture: aligned.pairs.length === 0 ? undefined : pictureOfAligned(a, b, prints[1], aligned),
    figures: {
      turnDegrees: (Math.atan2(sin, cos) * 180) / Math.PI,
      shiftPx: Math.hypot(dx, dy),
      pairs: aligned.pairs.length / 3,
    },
  }
}
