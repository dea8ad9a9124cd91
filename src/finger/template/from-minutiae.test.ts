// From minutiae tests — a template through a standard's record loses its flow and nothing else.

import { describe, expect, test } from 'vitest'
import {
  type MinutiaeEdition,
  type MinutiaeView,
  type RecordMinutia,
  readMinutiaeRecord,
  writeMinutiaeRecord,
} from '#formats/iso19794-2'
import { movedTemplate, strewnTemplate } from '../drawn-ridges.arbitrary.ts'
import { matchTemplates } from '../match-templates.ts'
import { thresholds } from '../thresholds.ts'
import type { FingerTemplate } from './finger-template.ts'
import { minutiaeOf, templateOfMinutiae } from './from-minutiae.ts'

const template = strewnTemplate('minutiae', 60)

function through(edition: MinutiaeEdition, it: FingerTemplate): FingerTemplate {
  const read = readMinutiaeRecord(writeMinutiaeRecord({ edition, views: [minutiaeOf(it)] }))
  if (!read.ok) throw new Error(read.issue.code)
  return templateOf(read.value.views[0]!)
}

function templateOf(view: MinutiaeView): FingerTemplate {
  const made = templateOfMinutiae(view)
  if (!made.ok) throw new Error(made.issue.code)
  return made.value
}

test.each(['iso-2005', 'iso-2011'] as const)('through %s all minutiae stay', (edition) => {
  const flow = { columns: 1, rows: 1, directions: Uint8Array.of(3) }
  expect(through(edition, { ...template, flow })).toEqual(template)
})

test.each(['ansi-2004', 'ansi-2009'] as const)('through %s directions are rounded', (edition) => {
  const again = through(edition, template)
  for (const [i, it] of again.minutiae.entries()) {
    const turn = (it.direction - template.minutiae[i]!.direction + 128) & 255
    expect(Math.abs(turn - 128)).toBeLessThanOrEqual(1)
    expect({ ...it, direction: 0 }).toEqual({ ...template.minutiae[i], direction: 0 })
  }
})

test('a finger is recognized from minutiae alone, turned and shifted', () => {
  const other = through('ansi-2004', movedTemplate(template, 20, 15, -10))
  expect(matchTemplates(template, other)).toBeGreaterThan(thresholds.fingerFmr10000 + 2)
  const stranger = through('iso-2005', strewnTemplate('stranger', 60))
  expect(matchTemplates(template, stranger)).toBeLessThan(thresholds.fingerFmr1000)
})

describe('a view of another maker', () => {
  const view = minutiaeOf(template)
  const minutia: RecordMinutia = { kind: 'other', x: 0, y: 0, angleDeg: 0, quality: undefined }

  test('of no stated kind and quality has endings of middling quality', () => {
    const made = templateOf({ ...view, minutiae: [{ ...minutia, angleDeg: 359.9 }] })
    expect(made.minutiae).toEqual([{ x: 0, y: 0, direction: 0, kind: 'ending', quality: 60 }])
  })

  test('at 1,000 dpi is brought to 500', () => {
    const sides = { widthPx: 600, heightPx: 801, pixelsPerCm: 394 }
    const places = [
      { ...minutia, x: 400, y: 600 },
      { ...minutia, x: 599, y: 800 },
    ]
    const made = templateOf({ ...view, ...sides, minutiae: places })
    expect(made).toMatchObject({ width: 300, height: 400 })
    expect(made.minutiae[0]).toMatchObject({ x: 200, y: 300 })
    expect(made.minutiae[1]).toMatchObject({ x: 299, y: 399 })
  })

  test('of 200 minutiae keeps the best, and of equals those in the middle', () => {
    const minutiae = Array.from({ length: 200 }, (_, i): RecordMinutia => {
      return { ...minutia, x: i, y: 100, quality: i === 199 ? 90 : undefined }
    })
    const kept = templateOf({ ...view, minutiae }).minutiae.map((it) => it.x)
    expect(kept).toHaveLength(120)
    expect([kept[0], kept[118], kept[119]]).toEqual([40, 158, 199])
  })

  test('without minutiae, or larger than any finger, is named', () => {
    expect(templateOfMinutiae({ ...view, minutiae: [] })).toEqual({
      ok: false,
      issue: { code: 'finger.no-minutiae' },
    })
    expect(templateOfMinutiae({ ...view, widthPx: 2_001 })).toEqual({
      ok: false,
      issue: { code: 'finger.too-large', width: 2_001, height: 400 },
    })
  })
})
