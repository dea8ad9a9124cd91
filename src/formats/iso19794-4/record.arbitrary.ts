// Record arbitraries — finger image records that either edition can hold, values at their borders.

import fc from 'fast-check'
import { fingerPositions } from '#formats/finger-position'
import type { FingerImageRecord, FingerImageView, QualityBlock } from './record.ts'

const position = fc.constantFrom(...fingerPositions)
const id = fc.constantFrom(0, 1, 255, 256, 0xffff)
const score = fc.constantFrom(0, 1, 99, 100)

const qualityBlock: fc.Arbitrary<QualityBlock> = fc.record({
  score: fc.option(score, { nil: undefined }),
  vendorId: id,
  algorithmId: id,
})

const capturedAtMs = fc.option(
  fc
    .date({ min: new Date(0), max: new Date('2199-12-31T23:59:59.999Z'), noInvalidDate: true })
    .map((it) => it.getTime()),
  { nil: undefined },
)

/** Sides and bytes agree where there is no compression; a compressed payload is any bytes here. */
const sidesAndBytes = (isRaw: boolean) =>
  fc
    .record({ widthPx: fc.constantFrom(1, 2, 255, 256), heightPx: fc.constantFrom(1, 3, 17) })
    .chain((sides) => {
      const bytesMax = isRaw ? sides.widthPx * sides.heightPx : 300
      const length = { minLength: isRaw ? bytesMax : 0, maxLength: bytesMax }
      return fc.uint8Array(length).map((bytes) => ({ ...sides, bytes }))
    })

const view2011: fc.Arbitrary<FingerImageView> = fc
  .constantFrom('none', 'wsq', 'jpeg', 'jpeg2000-lossy', 'jpeg2000-lossless', 'png')
  .chain((compression) =>
    fc.record({
      position,
      impression: fc.constantFrom(0, 1, 29, 255),
      capturedAtMs,
      quality: fc.array(qualityBlock, { maxLength: 3 }),
      dpi: fc.constantFrom(100, 499, 500, 1000, 1200),
      compression: fc.constant(compression),
      sides: sidesAndBytes(compression === 'none'),
    }),
  )
  .map(({ sides, ...rest }) => ({ ...rest, ...sides }) as FingerImageView)

const records2011: fc.Arbitrary<FingerImageRecord> = fc.record({
  edition: fc.constant('2011'),
  views: fc.array(view2011, { minLength: 1, maxLength: 12 }),
})

const records2005: fc.Arbitrary<FingerImageRecord> = fc
  .record({
    compression: fc.constantFrom('none', 'wsq', 'jpeg2000', 'png'),
    dpi: fc.constantFrom(100, 500, 1000),
  })
  .chain(({ compression, dpi }) => {
    const view = fc.record({
      position,
      impression: fc.constantFrom(0, 1, 255),
      quality: fc.array(score, { maxLength: 1 }),
      sides: sidesAndBytes(compression === 'none'),
    })
    return fc.array(view, { minLength: 1, maxLength: 12 }).map((views) => ({
      edition: '2005' as const,
      views: views.map(({ sides, quality, ...rest }) => ({
        ...{ ...rest, ...sides, compression, dpi, capturedAtMs: undefined },
        quality: quality.map((it) => ({ score: it, vendorId: 0, algorithmId: 0 })),
      })) as FingerImageView[],
    }))
  })

export const fingerImageRecord: fc.Arbitrary<FingerImageRecord> = fc.oneof(records2011, records2005)
