// Mirror tests — twice mirrored is as before, and the mirror is what the engine sees in a mirror.

import { describe, expect, test } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { drawRidges, scatter } from '../drawn-ridges.arbitrary.ts'
import { extractTemplate } from '../extract-template.ts'
import { matchTemplates } from '../match-templates.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import { thresholds } from '../thresholds.ts'
import { mirrorTemplate } from './mirror.ts'

const width = 320
const height = 400
const image = drawRidges({ width, height, dislocations: scatter('mirror', 30, width, height) })

describe('a mirrored template', () => {
  const template = templateOf(image)

  test('is as before when mirrored again', () => {
    expect(mirrorTemplate(mirrorTemplate(template))).toEqual(template)
    const narrow = { ...template, width: 315 }
    const again = mirrorTemplate(mirrorTemplate(narrow))
    expect({ ...again, width: 315 }).toEqual(narrow)
  })

  test('shows what the mirrored picture shows', () => {
    const seen = templateOf(mirrored(image))
    expect(matchTemplates(mirrorTemplate(template), seen)).toBeGreaterThan(
      thresholds.fingerFmr10000 + 10,
    )
    const flow = mirrorTemplate(template).flow!
    const off = [...flow.directions].filter((it, i) => {
      const other = seen.flow!.directions[i]!
      return it !== other && Math.min((it - other) & 63, (other - it) & 63) > 1
    })
    expect(off.length).toBeLessThan(flow.directions.length / 50)
  })

  test('of a record without a ridge flow keeps its width', () => {
    const bare: FingerTemplate = { ...template, width: 315, flow: undefined }
    expect(mirrorTemplate(mirrorTemplate(bare))).toEqual(bare)
    expect(mirrorTemplate(bare).width).toBe(315)
  })
})

function templateOf(it: GrayImage): FingerTemplate {
  const template = extractTemplate(it)
  if (!template.ok) throw new Error(template.issue.code)
  return template.value
}

function mirrored(it: GrayImage): GrayImage {
  const pixels = it.pixels.map((_, i) => {
    const column = i % it.width
    return it.pixels[i - column + (it.width - 1 - column)]!
  })
  return { ...it, pixels }
}
