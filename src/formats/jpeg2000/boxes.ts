// Boxes — the .jp2 file around a codestream. ISO/IEC 15444-1, annex I.

import type { GrayImage } from '#formats/gray-image'
import { imageDpiMax, imageDpiMin } from '#formats/gray-image'
import { constant, fourCharacters, layout, uint8, uint16, uint32 } from '#formats/layout'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { boxesMax } from './limits.ts'

const boxHead = layout({ length: uint32, type: fourCharacters })

/** The first box of every .jp2 file. I.5.1. */
export const signatureBox = layout({
  length: constant('\0\0\0\x0c'),
  type: constant('jP  '),
  signature: constant('\r\n\x87\n'),
})

const fileType = layout({
  brand: constant('jp2 '),
  minorVersion: uint32,
  compatibleWith: constant('jp2 '),
})

/** I.5.3.1. */
const imageHeader = layout({
  height: uint32,
  width: uint32,
  components: uint16,
  bitsPerComponent: uint8,
  compression: uint8,
  isColorUnknown: uint8,
  hasRights: uint8,
})

/** I.5.3.3; 17 is gray. */
const colorSpecification = layout({
  method: uint8,
  precedence: uint8,
  approximation: uint8,
  colorSpace: uint32,
})
const grayscale = 17

/** Capture resolution, in samples per meter. I.5.3.7.1. */
const captureResolution = layout({
  verticalNumerator: uint16,
  verticalDenominator: uint16,
  horizontalNumerator: uint16,
  horizontalDenominator: uint16,
  verticalExponent: uint8,
  horizontalExponent: uint8,
})

const inchesPerMeter = 1 / 0.0254
const wavelet = 7

export function writeJp2(codestream: Uint8Array, image: GrayImage): Uint8Array {
  const { width, height, dpi } = image
  const bitsPerComponent = 7
  const header = imageHeader.write({
    ...{ height, width, components: 1, bitsPerComponent },
    ...{ compression: wavelet, isColorUnknown: 0, hasRights: 0 },
  })
  const color = colorSpecification.write({
    ...{ method: 1, precedence: 0, approximation: 0, colorSpace: grayscale },
  })
  const perMeter = Math.round(dpi * inchesPerMeter)
  const resolution = captureResolution.write({
    ...{ verticalNumerator: perMeter, verticalDenominator: 1, verticalExponent: 0 },
    ...{ horizontalNumerator: perMeter, horizontalDenominator: 1, horizontalExponent: 0 },
  })
  return concat(
    signatureBox.write({}),
    box('ftyp', fileType.write({ minorVersion: 0 })),
    box(
      'jp2h',
      concat(box('ihdr', header), box('colr', color), box('res ', box('resc', resolution))),
    ),
    box('jp2c', codestream),
  )
}

function box(type: string, content: Uint8Array): Uint8Array {
  return concat(boxHead.write({ length: boxHead.size + content.length, type }), content)
}

export interface Jp2File {
  readonly codestream: Uint8Array
  /** Undefined where the file states none, or none that a scanner could have. */
  readonly dpi: number | undefined
}

export type Jp2FileIssue = { readonly code: 'jp2.torn' } | { readonly code: 'jp2.broken' }

/** Finds the codestream and the resolution; every other box is passed over. */
export function readJp2(bytes: Uint8Array): Result<Jp2File, Jp2FileIssue> {
  const boxes = readBoxes(bytes)
  if (!boxes.ok) return boxes
  const codestream = boxes.value.find((it) => it.type === 'jp2c')
  if (codestream === undefined) return fail({ code: 'jp2.torn' })
  const header = boxes.value.find((it) => it.type === 'jp2h')
  return ok({ codestream: codestream.content, dpi: header && dpiOf(header.content) })
}

interface Box {
  readonly type: string
  readonly content: Uint8Array
}

function readBoxes(bytes: Uint8Array): Result<readonly Box[], Jp2FileIssue> {
  const boxes: Box[] = []
  let at = 0
  while (at < bytes.length) {
    const head = boxHead.read(bytes, at)
    if (!head.ok) return fail({ code: 'jp2.torn' })
    // Length 0 means "to the end of the file"; 1, a 64-bit length, no picture here can need.
    const length = head.value.length === 0 ? bytes.length - at : head.value.length
    if (length < boxHead.size || boxes.length === boxesMax) return fail({ code: 'jp2.broken' })
    if (at + length > bytes.length) return fail({ code: 'jp2.torn' })
    boxes.push({
      type: head.value.type,
      content: bytes.subarray(at + boxHead.size, at + length),
    })
    at += length
  }
  return ok(boxes)
}

function dpiOf(jp2Header: Uint8Array): number | undefined {
  const within = (content: Uint8Array, type: string) => {
    const boxes = readBoxes(content)
    return boxes.ok ? boxes.value.find((it) => it.type === type)?.content : undefined
  }
  const outer = within(jp2Header, 'res ')
  const inner = outer && within(outer, 'resc')
  const read = inner && captureResolution.read(inner)
  if (read?.ok !== true) return undefined
  const { verticalNumerator, verticalDenominator, verticalExponent } = read.value
  const exponent = verticalExponent > 127 ? verticalExponent - 256 : verticalExponent
  const perMeter = (verticalNumerator / verticalDenominator) * 10 ** exponent
  const dpi = Math.round(perMeter / inchesPerMeter)
  return dpi >= imageDpiMin && dpi <= imageDpiMax ? dpi : undefined
}
