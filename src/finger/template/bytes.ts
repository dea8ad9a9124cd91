// Bytes — a template's own compact form, version 2: some 280 bytes a finger.
//
//     header · minutiae by y: y further down, x, direction, kind, quality · skin in runs · ridge flow
//
// Behind the header there are bits. What is small as a rule is written as a Rice code: how far the
// next minutia lies below the last, how long a run of blocks is, how a block's ridges turn from
// those beside it and above.

import { constant, type LayoutIssue, layout, uint8, uint16 } from '#formats/layout'
import { assert } from '#kit/assert'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { flowSideMax, minutiaeMax, templateSidePxMax } from '../limits.ts'
import { type BitReader, type BitWriter, bitReader, bitWriter } from './bits.ts'
import {
  type FingerTemplate,
  flowDirections,
  type Minutia,
  outside,
  qualityStep,
  type RidgeFlow,
} from './finger-template.ts'

type Field = 'width' | 'height' | 'minutiae' | 'x' | 'y' | 'quality' | 'flow'

export type TemplateIssue =
  | LayoutIssue
  | { readonly code: 'template.value'; readonly field: Field; readonly value: number }
  | { readonly code: 'template.length'; readonly bytes: number }

/**
 * Goes up with the byte form and with every change of extraction or form after which templates of
 * before should be made anew from their pictures; it stands in a template's fourth byte.
 */
export const templateVersion = 2

const header = layout({
  magic: constant(`LFT${String.fromCharCode(templateVersion)}`),
  width: uint16,
  height: uint16,
  minutiae: uint8,
  flowColumns: uint8,
  flowRows: uint8,
})

const downRice = 3
const runRice = 3
const turnRice = 1
const directionBits = 8
const qualityBits = 5

/** The minutiae must stand by y, from the top down, their qualities be whole steps. */
export function writeTemplate(template: FingerTemplate): Uint8Array {
  const { width, height, minutiae, flow } = template
  const bits = bitWriter()
  let above = 0
  for (const it of minutiae) {
    assert(it.y >= above && it.quality % qualityStep === 0, 'a template as the engine makes it')
    bits.putRice(it.y - above, downRice)
    bits.put(it.x, bitsBelow(width))
    bits.put(it.direction, directionBits)
    bits.put(it.kind === 'bifurcation' ? 1 : 0, 1)
    bits.put(it.quality / qualityStep, qualityBits)
    above = it.y
  }
  if (flow !== undefined) {
    writeSkin(bits, flow)
    writeTurns(bits, flow)
  }
  return concat(
    header.write({
      width,
      height,
      minutiae: minutiae.length,
      flowColumns: flow?.columns ?? 0,
      flowRows: flow?.rows ?? 0,
    }),
    bits.bytes(),
  )
}

/** Any bytes get an answer; the work is bounded by the limits of a template. */
export function readTemplate(bytes: Uint8Array): Result<FingerTemplate, TemplateIssue> {
  const head = header.read(bytes)
  if (!head.ok) return head
  const { width, height, flowColumns: columns, flowRows: rows } = head.value
  if (width === 0 || width > templateSidePxMax) return wrong('width', width)
  if (height === 0 || height > templateSidePxMax) return wrong('height', height)
  if (head.value.minutiae > minutiaeMax) return wrong('minutiae', head.value.minutiae)
  if (columns > flowSideMax || rows > flowSideMax) return wrong('flow', Math.max(columns, rows))
  if ((columns === 0) !== (rows === 0)) return wrong('flow', columns + rows)
  const bits = bitReader(bytes.subarray(header.size))
  const minutiae = readMinutiae(bits, head.value)
  if (!minutiae.ok) return minutiae
  const flow = readFlow(bits, columns, rows)
  if (!flow.ok) return flow
  if (bits.missing() > 0 || !bits.isAtEnd()) {
    return fail({ code: 'template.length', bytes: bytes.length })
  }
  return ok({ width, height, minutiae: minutiae.value, flow: flow.value })
}

type Header = Extract<ReturnType<typeof header.read>, { ok: true }>['value']

function readMinutiae(bits: BitReader, head: Header): Result<Minutia[], TemplateIssue> {
  const minutiae: Minutia[] = []
  let y = 0
  for (let i = 0; i < head.minutiae && bits.missing() === 0; i++) {
    y += bits.takeRice(downRice)
    const x = bits.take(bitsBelow(head.width))
    const direction = bits.take(directionBits)
    const kind = bits.take(1) === 1 ? 'bifurcation' : 'ending'
    const quality = bits.take(qualityBits) * qualityStep
    if (x >= head.width) return wrong('x', x)
    if (y >= head.height) return wrong('y', y)
    if (quality > 100) return wrong('quality', quality)
    minutiae.push({ x, y, direction, kind, quality })
  }
  return ok(minutiae)
}

/** Bits that hold any number below `count`. */
function bitsBelow(count: number): number {
  return 32 - Math.clz32(count - 1)
}

/** Lengths of the runs without and with skin by turns, the first without; the last is not written. */
function writeSkin(bits: BitWriter, { directions }: RidgeFlow): void {
  let isSkin = false
  let start = 0
  for (let at = 0; at <= directions.length; at++) {
    if (at < directions.length && (directions[at] !== outside) === isSkin) continue
    bits.putRice(at - start, runRice)
    start = at
    isSkin = !isSkin
  }
}

function writeTurns(bits: BitWriter, flow: RidgeFlow): void {
  for (let at = 0; at < flow.directions.length; at++) {
    if (flow.directions[at] === outside) continue
    const turn = wrapped(flow.directions[at]! - expectedAt(flow, at))
    bits.putRice(turn < 0 ? -2 * turn - 1 : 2 * turn, turnRice)
  }
}

function readFlow(
  bits: BitReader,
  columns: number,
  rows: number,
): Result<RidgeFlow | undefined, TemplateIssue> {
  if (columns === 0) return ok(undefined)
  const directions = new Uint8Array(columns * rows).fill(outside)
  const flow = { columns, rows, directions }
  const skin = readSkin(bits, directions.length)
  if (!skin.ok) return skin
  for (const at of skin.value) {
    if (bits.missing() > 0) break
    const code = bits.takeRice(turnRice)
    const turn = code % 2 === 1 ? -(code + 1) / 2 : code / 2
    if (wrapped(turn) !== turn) return wrong('flow', turn)
    directions[at] = (expectedAt(flow, at) + turn + flowDirections) % flowDirections
  }
  return ok(flow)
}

/** Numbers of the blocks that show skin. */
function readSkin(bits: BitReader, blocks: number): Result<number[], TemplateIssue> {
  const skin: number[] = []
  let at = 0
  for (let run = 0; at < blocks && bits.missing() === 0; run++) {
    const length = bits.takeRice(runRice)
    if (at + length > blocks || (length === 0 && run > 0)) return wrong('flow', length)
    if (run % 2 === 1) for (let k = 0; k < length; k++) skin.push(at + k)
    at += length
  }
  return ok(skin)
}

/** What the neighbors to the left and above let expect: midway between them. */
function expectedAt({ columns, directions }: RidgeFlow, at: number): number {
  const left = at % columns === 0 ? outside : directions[at - 1]!
  const above = at < columns ? outside : directions[at - columns]!
  if (left === outside) return above === outside ? 0 : above
  if (above === outside) return left
  return (left + Math.trunc(wrapped(above - left) / 2) + flowDirections) % flowDirections
}

/** A difference of directions as the shorter of the two turns: −32 … 31. */
function wrapped(difference: number): number {
  const half = flowDirections / 2
  return ((((difference + half) % flowDirections) + flowDirections) % flowDirections) - half
}

function wrong(field: Field, value: number): Result<never, TemplateIssue> {
  return fail({ code: 'template.value', field, value })
}
