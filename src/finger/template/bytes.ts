// Bytes — a template's own compact form, version 1.
//
//     header · minutiae, six bytes each · ridge flow, one byte a block, runs outside the skin as one

import { constant, type LayoutIssue, layout, uint8, uint16 } from '#formats/layout'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { flowSideMax, minutiaeMax, templateSidePxMax } from '../limits.ts'
import { type FingerTemplate, type Minutia, outside, type RidgeFlow } from './finger-template.ts'

export type TemplateIssue =
  | LayoutIssue
  | {
      readonly code: 'template.value'
      readonly field: 'width' | 'height' | 'minutiae' | 'x' | 'y' | 'quality' | 'flow'
      readonly value: number
    }
  | { readonly code: 'template.too-long'; readonly extraBytes: number }

const header = layout({
  magic: constant('LFT\x01'),
  width: uint16,
  height: uint16,
  minutiae: uint8,
  flowColumns: uint8,
  flowRows: uint8,
  flowBlockPx: uint8,
})

const record = layout({
  x: uint16,
  y: uint16,
  direction: uint8,
  /** Quality, and the top bit for a bifurcation. */
  kindAndQuality: uint8,
})

const bifurcation = 0x80
/** In the flow: a direction as it is, or this and the number of blocks outside, 1 … 127. */
const runFlag = 0x80
const runMax = 0x7f

export function writeTemplate(template: FingerTemplate): Uint8Array {
  const { width, height, minutiae, flow } = template
  return concat(
    header.write({
      width,
      height,
      minutiae: minutiae.length,
      flowColumns: flow?.columns ?? 0,
      flowRows: flow?.rows ?? 0,
      flowBlockPx: flow?.blockPx ?? 0,
    }),
    ...minutiae.map((it) =>
      record.write({
        x: it.x,
        y: it.y,
        direction: it.direction,
        kindAndQuality: it.quality | (it.kind === 'bifurcation' ? bifurcation : 0),
      }),
    ),
    writeRuns(flow?.directions ?? new Uint8Array()),
  )
}

/** Any bytes get an answer; the work is bounded by the limits of a template. */
export function readTemplate(bytes: Uint8Array): Result<FingerTemplate, TemplateIssue> {
  const head = header.read(bytes)
  if (!head.ok) return head
  const { width, height } = head.value
  if (width === 0 || width > templateSidePxMax) return wrong('width', width)
  if (height === 0 || height > templateSidePxMax) return wrong('height', height)
  const minutiae = readMinutiae(bytes, head.value)
  if (!minutiae.ok) return minutiae
  const offset = header.size + head.value.minutiae * record.size
  const flow = readFlow(bytes.subarray(offset), head.value)
  if (!flow.ok) return flow
  return ok({ width, height, minutiae: minutiae.value, flow: flow.value })
}

type Header = Extract<ReturnType<typeof header.read>, { ok: true }>['value']

function readMinutiae(bytes: Uint8Array, head: Header): Result<Minutia[], TemplateIssue> {
  if (head.minutiae > minutiaeMax) return wrong('minutiae', head.minutiae)
  const minutiae: Minutia[] = []
  for (let i = 0; i < head.minutiae; i++) {
    const read = record.read(bytes, header.size + i * record.size)
    if (!read.ok) return read
    const { x, y, direction, kindAndQuality } = read.value
    const quality = kindAndQuality & ~bifurcation
    if (x >= head.width) return wrong('x', x)
    if (y >= head.height) return wrong('y', y)
    if (quality > 100) return wrong('quality', quality)
    const kind = (kindAndQuality & bifurcation) === 0 ? 'ending' : 'bifurcation'
    minutiae.push({ x, y, direction, kind, quality })
  }
  return ok(minutiae)
}

function readFlow(bytes: Uint8Array, head: Header): Result<RidgeFlow | undefined, TemplateIssue> {
  const { flowColumns: columns, flowRows: rows, flowBlockPx: blockPx } = head
  if (columns > flowSideMax || rows > flowSideMax) return wrong('flow', Math.max(columns, rows))
  const blocks = columns * rows
  if (blocks > 0 && blockPx === 0) return wrong('flow', blockPx)
  if (blocks === 0 && columns + rows + blockPx > 0) return wrong('flow', columns + rows + blockPx)
  const directions = new Uint8Array(blocks)
  let block = 0
  let next = 0
  for (; block < blocks; next++) {
    if (next >= bytes.length) {
      return fail({ code: 'layout.short', neededBytes: next + 1, hadBytes: bytes.length })
    }
    const it = bytes[next]!
    const run = it & runMax
    if (it < runFlag) directions[block++] = it
    else if (run === 0 || block + run > blocks) return wrong('flow', it)
    else {
      directions.fill(outside, block, block + run)
      block += run
    }
  }
  if (next < bytes.length) {
    return fail({ code: 'template.too-long', extraBytes: bytes.length - next })
  }
  return ok(blocks === 0 ? undefined : { columns, rows, blockPx, directions })
}

function writeRuns(directions: Uint8Array): Uint8Array {
  const runs: number[] = []
  let run = 0
  const endRun = () => {
    if (run > 0) runs.push(runFlag | run)
    run = 0
  }
  for (const it of directions) {
    if (it !== outside || run === runMax) endRun()
    if (it === outside) run++
    else runs.push(it)
  }
  endRun()
  return Uint8Array.from(runs)
}

function wrong(
  field: 'width' | 'height' | 'minutiae' | 'x' | 'y' | 'quality' | 'flow',
  value: number,
): Result<never, TemplateIssue> {
  return fail({ code: 'template.value', field, value })
}
