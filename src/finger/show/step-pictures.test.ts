// Step pictures — every step of an extraction is drawn, counted, and left as it is.

import { expect, test } from 'vitest'
import { drawRidges, scatter } from '../drawn-ridges.arbitrary.ts'
import { extractTemplate } from '../extract-template.ts'
import { inks, palette } from './inks.ts'
import { drawingTrace, type StepPicture } from './step-pictures.ts'

const image = drawRidges({
  width: 256,
  height: 288,
  dislocations: scatter('step pictures', 14, 256, 288),
  noise: 30,
})

function drawAll() {
  const steps: StepPicture[] = []
  const template = extractTemplate(
    image,
    drawingTrace((it) => steps.push(it)),
  )
  return { steps, template }
}

const { steps, template } = drawAll()
const figure = (step: string, code: string) =>
  steps.find((it) => it.step === step)?.figures.find((it) => it.code === code)?.value ?? Number.NaN

test('no step is passed over', () => {
  const names: string[] = []
  extractTemplate(image, (step, value) => {
    names.push(step)
    return value
  })
  expect(steps.map((it) => it.step)).toEqual(names)
})

test('the template is the same as without looking', () => {
  expect(template).toEqual(extractTemplate(image))
})

test.each(steps)('$step has a picture in inks of the palette', ({ picture }) => {
  const { width, height, pixels } = picture!
  expect([1, 2]).toContain(width / image.width)
  expect([1, 2]).toContain(height / image.height)
  expect(pixels).toHaveLength(width * height)
  expect(new Set(pixels).size).toBeGreaterThan(1)
  expect(pixels.every((it) => it < palette.length)).toBe(true)
})

test('the figures are what the steps found', () => {
  if (!template.ok) throw new Error(template.issue.code)
  const { minutiae } = template.value
  expect(figure('template', 'minutiae')).toBe(minutiae.length)
  expect(figure('minutiae', 'endings')).toBe(minutiae.filter((it) => it.kind === 'ending').length)
  expect(figure('ridge-period', 'periodMeanPx')).toBeGreaterThan(5)
  expect(figure('ridge-period', 'periodMeanPx')).toBeLessThan(17)
  expect(figure('mask-trimmed', 'skinMm2')).toBeLessThanOrEqual(256 * 288 * 0.0508 ** 2)
  expect(figure('thin', 'ridgePixels')).toBeLessThan(figure('binarize', 'ridgePixels') / 2)
})

test('a picture of lines has as many dark pixels as it has ridge', () => {
  const { picture } = steps.find((it) => it.step === 'thin')!
  const dark = picture!.pixels.filter((it) => it === inks.ridge).length
  expect(dark).toBe(figure('thin', 'ridgePixels'))
})

test('a result of unknown shape is handed on, told and not drawn', () => {
  const seen: StepPicture[] = []
  const trace = drawingTrace((it) => seen.push(it))
  const scaled = { width: 8, height: 8, pixels: new Uint8Array(64), to500: 1 }
  expect(trace('scale', scaled)).toBe(scaled)
  const strange = { weather: 'rain' }
  expect(trace('forecast', strange)).toBe(strange)
  expect(seen.map((it) => [it.step, it.picture === undefined])).toEqual([
    ['scale', false],
    ['forecast', true],
  ])
})
