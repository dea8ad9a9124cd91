// Minutia — five or six bytes for one minutia, laid out alike in all editions.
//
// ISO counts directions in 256ths of a turn, ANSI in steps of two degrees. That a quality was not
// stated is 0 in the first editions and 254 in the later ones.

import { layout, uint8, uint16 } from '#formats/layout'
import { fail, ok, type Result } from '#kit/result'
import { coordinateMax } from './limits.ts'
import type { MinutiaeRecordIssue, MinutiaeView, RecordMinutia } from './record.ts'

/** How an edition spells what all of them say. */
export interface Spelling {
  readonly anglesInTurn: 256 | 180
  readonly qualityUnknown: 0 | 254
}

const place = { kindAndX: uint16, y: uint16, angle: uint8 } as const
const withQuality = layout({ ...place, quality: uint8 })
const withoutQuality = layout(place)

export const minutiaBytes = withQuality.size
export const minutiaBytesWithoutQuality = withoutQuality.size

const kinds = ['other', 'ending', 'bifurcation'] as const

export interface MinutiaeAt {
  readonly at: number
  readonly count: number
  readonly widthPx: number
  readonly heightPx: number
  readonly hasQuality: boolean
}

/** `count` is one byte of the record: the loop is short whatever the bytes are. */
export function readMinutiae(
  bytes: Uint8Array,
  { at, count, widthPx, heightPx, hasQuality }: MinutiaeAt,
  spelling: Spelling,
): Result<readonly RecordMinutia[], MinutiaeRecordIssue> {
  const minutiae: RecordMinutia[] = []
  const table = hasQuality ? withQuality : withoutQuality
  for (let i = 0; i < count; i++) {
    const read = table.read(bytes, at + i * table.size)
    if (!read.ok) return fail({ code: 'fmr.torn' })
    const { kindAndX, y: reservedAndY, angle } = read.value
    const kind = kinds[kindAndX >> 14]
    if (kind === undefined) return fail({ code: 'fmr.field', field: 'kind', written: 3 })
    const x = kindAndX & coordinateMax
    const y = reservedAndY & coordinateMax
    if (x >= widthPx || y >= heightPx) return fail({ code: 'fmr.outside', x, y })
    const quality = 'quality' in read.value ? (read.value.quality as number) : undefined
    // Beyond a whole turn, as one byte of two degrees each can say, it begins anew.
    const angleDeg = ((angle % spelling.anglesInTurn) * 360) / spelling.anglesInTurn
    minutiae.push({ kind, x, y, angleDeg, quality: qualityOf(quality, spelling) })
  }
  return ok(minutiae)
}

export function writeMinutiae(
  { minutiae }: MinutiaeView,
  spelling: Spelling,
): readonly Uint8Array[] {
  return minutiae.map(({ kind, x, y, angleDeg, quality }) =>
    withQuality.write({
      kindAndX: (kinds.indexOf(kind) << 14) | x,
      y,
      angle: Math.round((angleDeg / 360) * spelling.anglesInTurn) % spelling.anglesInTurn,
      quality: qualityCode(quality, spelling),
    }),
  )
}

/** What is no number of 0 … 100 was not stated, or computing it failed. */
export function qualityOf(code: number | undefined, spelling: Spelling): number | undefined {
  if (code === undefined || code > 100 || code === spelling.qualityUnknown) return undefined
  return code
}

/** The first editions have no 0 to write: the worst quality is 1. */
export function qualityCode(quality: number | undefined, { qualityUnknown }: Spelling): number {
  if (quality === undefined) return qualityUnknown
  return qualityUnknown === 0 ? Math.max(1, quality) : quality
}
