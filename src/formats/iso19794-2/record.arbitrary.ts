// Record arbitraries — finger minutiae records that each edition can hold, values at their borders.

import fc from 'fast-check'
import { fingerPositions } from '#formats/finger-position'
import type { MinutiaeEdition, MinutiaeRecord, MinutiaeView, RecordMinutia } from './record.ts'

export const editions = ['iso-2005', 'iso-2011', 'ansi-2004', 'ansi-2009'] as const

const isFirst = (edition: MinutiaeEdition) => edition === 'iso-2005' || edition === 'ansi-2004'

const image = fc.record({
  widthPx: fc.constantFrom(300, 256, 0x3fff),
  heightPx: fc.constantFrom(400, 257, 0x3fff),
  pixelsPerCm: fc.constantFrom(40, 197, 394),
})

type Image = Pick<MinutiaeView, 'widthPx' | 'heightPx' | 'pixelsPerCm'>

const quality = (edition: MinutiaeEdition) =>
  fc.option(fc.constantFrom(isFirst(edition) ? 1 : 0, 1, 99, 100), { nil: undefined })

function minutia(edition: MinutiaeEdition, of: Image): fc.Arbitrary<RecordMinutia> {
  const anglesInTurn = edition.startsWith('iso') ? 256 : 180
  return fc.record({
    kind: fc.constantFrom('other', 'ending', 'bifurcation'),
    x: fc.constantFrom(0, 1, 255, of.widthPx - 1),
    y: fc.constantFrom(0, 1, 256, of.heightPx - 1),
    angleDeg: fc.nat(anglesInTurn - 1).map((it) => (it * 360) / anglesInTurn),
    quality: quality(edition),
  })
}

function view(edition: MinutiaeEdition, of: Image): fc.Arbitrary<MinutiaeView> {
  return fc.record({
    position: fc.option(fc.constantFrom(...fingerPositions), { nil: undefined }),
    impression: fc.constantFrom(0, 1, 15, isFirst(edition) ? 8 : 255),
    quality: quality(edition),
    widthPx: fc.constant(of.widthPx),
    heightPx: fc.constant(of.heightPx),
    pixelsPerCm: fc.constant(of.pixelsPerCm),
    minutiae: fc.array(minutia(edition, of), { maxLength: 30 }),
    extended: fc.uint8Array({ maxLength: 20 }),
  })
}

export const minutiaeRecord: fc.Arbitrary<MinutiaeRecord> = fc
  .record({ edition: fc.constantFrom(...editions), one: image, each: fc.array(image) })
  .chain(({ edition, one, each }) =>
    fc.record({
      edition: fc.constant(edition),
      views: isFirst(edition)
        ? fc.array(view(edition, one), { minLength: 1, maxLength: 12 })
        : fc.tuple(...[one, ...each].map((it) => view(edition, it))),
    }),
  )
