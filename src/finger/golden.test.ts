// Golden tests — templates and scores that must not move unless somebody decides so.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawRidges, scatter, strewnTemplate } from './drawn-ridges.arbitrary.ts'
import { extract } from './extract/extract.ts'
import { kernels, referenceKernels } from './kernels/kernels.ts'
import { matchTemplates } from './match-templates.ts'
import { writeTemplate } from './template/bytes.ts'
import { silent } from './trace.ts'

const picture = drawRidges({
  width: 256,
  height: 288,
  dislocations: scatter('golden', 14, 256, 288),
  noise: 30,
})

test('a picture gives the same template on every machine and with every kernel', () => {
  const digests = [kernels(), referenceKernels].map((it) =>
    createHash('sha256')
      .update(writeTemplate(extract(picture, it, silent)))
      .digest('hex'),
  )
  expect(digests[1]).toBe(digests[0])
  expect(digests[0]).toMatchInlineSnapshot(
    `"b3582c83a2012d514c952b376d6897a3191c884167ad04b6aed8a5adc9a3e942"`,
  )
})

test('two templates give the same score on every machine', () => {
  const a = strewnTemplate('golden a')
  const b = { ...a, minutiae: a.minutiae.filter((_, i) => i % 4 > 0) }
  expect(matchTemplates(a, b)).toMatchInlineSnapshot(`25.175433937028885`)
})

test('the trace sees every step and changes none', () => {
  const steps: string[] = []
  const seen = extract(picture, kernels(), (step, value) => {
    steps.push(step)
    return value
  })
  expect(seen).toEqual(extract(picture, kernels(), silent))
  expect(steps).toContain('ridge-flow')
  expect(steps.at(-1)).toBe('template')
  expect(new Set(steps).size).toBe(steps.length)
})
