// Match pictures — the steps of a comparison drawn in their order, and only the score of strangers.

import { expect, test } from 'vitest'
import { strewnTemplate } from '../drawn-ridges.arbitrary.ts'
import { matchTemplates } from '../match-templates.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import { inks } from './inks.ts'
import { matchPictures } from './match-pictures.ts'

const shown = (template: FingerTemplate) => ({ template, image: undefined })
const a = strewnTemplate('shown a')
const b = { ...a, minutiae: a.minutiae.filter((_, i) => i % 4 > 0) }

test('two prints of one finger are followed to their score', () => {
  const steps = matchPictures([shown(a), shown(b)])
  expect(steps.map((it) => it.step)).toEqual([
    'cylinders',
    'likeness',
    'candidates',
    'relax',
    'align',
    'evidence',
    'score',
  ])
  const without = steps.filter((it) => it.picture === undefined).map((it) => it.step)
  expect(without).toEqual(['evidence'])
  const { figures, picture } = steps.at(-1)!
  expect(figures.score).toBe(matchTemplates(a, b))
  expect(figures.pairs).toBe(b.minutiae.length)
  expect(picture!.pixels.includes(inks.pair)).toBe(true)
})

test('laid on itself a print is neither turned nor shifted', () => {
  const align = matchPictures([shown(a), shown(b)]).find((it) => it.step === 'align')!
  expect(align.figures.turnDegrees).toBeCloseTo(0, 1)
  expect(align.figures.shiftPx).toBeLessThan(1)
})

test('of two fingers that are given up early only the score is told', () => {
  const steps = matchPictures([shown(a), shown({ ...b, minutiae: b.minutiae.slice(0, 2) })])
  expect(steps.map((it) => it.step)).toEqual(['score'])
  expect(steps[0]!.figures).toEqual({ score: -12, pairs: 0 })
})
