// Card fields — the official order, and no value outside of its place however long it is.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CARD_LEADING, cardRowsOf, placeCardRows } from './card-fields.ts'
import { anyCard, longCard, sampleCard } from './papers.arbitrary.ts'

const measureAt = (size: number) => (text: string) => Array.from(text).length * size * 0.66
const box = { width: 106, height: 109 }

test('the rows stand in the order of the card', () => {
  expect(cardRowsOf(sampleCard).map((row) => row.label)).toEqual([
    'Nama',
    'Tempat/Tgl Lahir',
    'Jenis Kelamin',
    'Alamat',
    'RT/RW',
    'Kel/Desa',
    'Kecamatan',
    'Agama',
    'Status Perkawinan',
    'Pekerjaan',
    'Kewarganegaraan',
    'Berlaku Hingga',
  ])
})

test('every value is in capitals, and the blood type stands beside the sex', () => {
  const rows = cardRowsOf({ ...sampleCard, bloodType: 'ab+' })
  for (const row of rows) expect(row.value).toBe(row.value.toUpperCase())
  expect(rows[2]?.beside).toEqual({ label: 'Gol. Darah', value: 'AB+' })
})

test('short values keep the size they would like', () => {
  expect(placeCardRows(cardRowsOf(sampleCard), box, 6, measureAt).size).toBe(6)
})

test('a name of sixty letters is printed whole', () => {
  expect(longCard.name).toHaveLength(60)
  const placed = placeCardRows(cardRowsOf(longCard), box, 6, measureAt)
  expect(placed.rows[0]?.lines.join(' ')).toBe(longCard.name)
  expect(placed.rows[9]?.lines.join(' ')).toBe(longCard.occupation)
  expect(placed.size).toBeGreaterThan(4)
})

test('no card, however long its words, leaves its place or lets rows overlap', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const { rows, size } = placeCardRows(cardRowsOf(card), box, 6, measureAt)
      let below = 0
      for (const row of rows) {
        expect(row.top).toBeGreaterThanOrEqual(below - 1e-9)
        below = row.top + row.lines.length * size * CARD_LEADING
        for (const line of row.lines) {
          expect(measureAt(size)(line)).toBeLessThanOrEqual(box.width + 1e-9)
        }
      }
      expect(below).toBeLessThanOrEqual(box.height + 1e-9)
    }),
  )
})
