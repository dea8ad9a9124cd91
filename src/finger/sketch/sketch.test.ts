// Sketch tests — a finger finds itself among others, and both kinds of kernels find the same.

import { describe, expect, test } from 'vitest'
import { present } from '#kit/assert'
import { movedTemplate, strewnTemplate } from '../drawn-ridges.arbitrary.ts'
import {
  type SketchAsk,
  type SketchKernels,
  type SketchProbe,
  sketchBytes,
  sketchMinutiae,
} from '../kernels/sketch-contract.ts'
import { referenceSketchKernels, sketchKernels } from '../kernels/sketch-kernels.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import { sketchOf, sketchProbeOf } from './sketch.ts'

const capacity = 60
const fingers = Array.from({ length: capacity }, (_, k) => strewnTemplate(`finger ${k}`))
const again = (k: number) => movedTemplate(present(fingers[k], 'a finger'), 20, 12, -7)

function storeOf(kernels: SketchKernels, templates: readonly FingerTemplate[], slot = 0) {
  const store = kernels.store(capacity)
  for (const [visit, it] of templates.entries()) {
    store.sketches.set(sketchOf(it), (slot * capacity + visit) * sketchBytes)
  }
  return store
}

const oneFinger = (probe: SketchProbe, look: SketchAsk['look'] = 'quick'): SketchAsk => ({
  compares: [{ probe, slot: 0 }],
  hypotheses: [[0]],
  look,
})

function scan(kernels: SketchKernels, ask: SketchAsk, least: number) {
  const store = storeOf(kernels, fingers)
  store.ask(ask)
  const { count, visits, scores, hypotheses } = store.scan(0, capacity, least)
  return Array.from({ length: count }, (_, k) => ({
    visit: present(visits[k], 'a hit'),
    score: present(scores[k], 'a hit'),
    hypothesis: present(hypotheses[k], 'a hit'),
  }))
}

test('WebAssembly is chosen where it runs', () => {
  expect(sketchKernels().name).toBe('wasm')
})

test('a print of hardly any minutiae has an empty sketch, which nothing is like', () => {
  const [finger] = fingers
  const bare = { ...present(finger, 'a finger'), minutiae: finger!.minutiae.slice(0, 2) }
  expect(sketchOf(bare).every((it) => it === 0)).toBe(true)
  expect(sketchProbeOf(bare).rows).toBe(0)
})

describe.each([
  ['TypeScript', referenceSketchKernels],
  ['WebAssembly', sketchKernels()],
])('in %s', (_, kernels) => {
  test('the same finger, turned and shifted, scores more than any other', () => {
    for (const k of [0, 17, 59]) {
      const hits = scan(kernels, oneFinger(sketchProbeOf(again(k))), 1)
      const best = hits.toSorted((a, b) => b.score - a.score)
      expect(best[0]?.visit).toBe(k)
      expect(best[0]!.score).toBeGreaterThan(2 * (best[1]?.score ?? 0))
    }
  })

  test('a quick look leaves out who is hardly alike, and changes nothing of the others', () => {
    const everybody = fingers.length
    const quick = scan(kernels, oneFinger(sketchProbeOf(again(5))), 1)
    expect(quick.length).toBeGreaterThan(0)
    expect(quick.length).toBeLessThan(everybody)
    expect(quick.some(({ visit }) => visit === 5)).toBe(true)
  })

  test('only who scores enough is told of', () => {
    const ask = oneFinger(sketchProbeOf(again(3)))
    const all = scan(kernels, ask, 1)
    const least = 10
    expect(scan(kernels, ask, least)).toEqual(all.filter((it) => it.score >= least))
  })

  test('a hypothesis scores what its comparisons do together, and the best one counts', () => {
    const probes = [1, 2].map((k) => sketchProbeOf(again(k)))
    const [one, two] = [present(probes[0], 'one'), present(probes[1], 'two')]
    const compares = [
      { probe: one, slot: 0 },
      { probe: two, slot: 0 },
      { probe: one, slot: 1 },
    ]
    const alone = [one, two].map((it) => scan(kernels, oneFinger(it, 'close'), 1))
    const scoreOf = (k: 0 | 1, visit: number) =>
      alone[k]!.find((it) => it.visit === visit)?.score ?? 0
    // Nobody has a finger at slot 1, so the second hypothesis is worth the second finger alone.
    for (const hit of scan(
      kernels,
      { compares, hypotheses: [[2], [1, 2], [0, 1]], look: 'close' },
      1,
    )) {
      const both = scoreOf(0, hit.visit) + scoreOf(1, hit.visit)
      expect(hit.score).toBe(both)
      expect(hit.hypothesis).toBe(scoreOf(0, hit.visit) > 0 ? 2 : 1)
    }
  })
})

test('both kinds of kernels say the same of every print, bit by bit', () => {
  const points = fingers[5]!
  for (const finger of [points, again(5)]) {
    const bytes = Uint8Array.from(
      finger.minutiae.flatMap(({ x, y, direction }) => [
        x & 255,
        x >> 8,
        y & 255,
        y >> 8,
        direction,
        0,
        0,
        0,
      ]),
    )
    const codes = [referenceSketchKernels, sketchKernels()].map((it) =>
      it.codes(bytes, finger.minutiae.length, sketchMinutiae),
    )
    expect(codes[0]).toEqual(codes[1])
  }
  for (let k = 0; k < capacity; k++) {
    const probe = sketchProbeOf(again(k))
    const other = sketchProbeOf(present(fingers[(k + 1) % capacity], 'a finger'))
    const ask: SketchAsk = {
      look: k % 2 === 0 ? 'quick' : 'close',
      compares: [
        { probe, slot: 0 },
        { probe: other, slot: 0 },
      ],
      hypotheses: [[0], [0, 1], [1]],
    }
    for (const least of [0, 12, 40]) {
      expect(scan(sketchKernels(), ask, least)).toEqual(scan(referenceSketchKernels, ask, least))
    }
  }
})
