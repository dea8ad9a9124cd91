// Standard fields — the poster and the slip say what the published standard says.

import { expect, test } from 'vitest'
import { checklistOf, serviceStandard } from '#standard'
import {
  checklistFieldsOf,
  complaintsLineOf,
  letterheadOf,
  posterFieldsOf,
} from './standard-fields.ts'

const slip = { ticket: 'A-017', day: 'Sabtu', link: 'https://loket.example/s/1', code: 'TJ-1' }
const facts = { ageYears: 18, everMarried: false, citizenship: 'wni', hasIjazah: true } as const

test('the poster lists the four published requirements and the ten published acts', () => {
  const poster = posterFieldsOf(serviceStandard, 'https://loket.example')
  expect(poster.requirements).toHaveLength(4)
  expect(poster.steps).toHaveLength(10)
  expect([poster.time, poster.fee]).toEqual(['10 menit di loket', 'Gratis'])
  expect(poster.decree).toBe('SK Nomor 56 Tahun 2024')
  expect(poster.complaints[0]).toBe('Kirim SMS: 0822\u00a08046\u00a01751')
})

test('the letterhead gives street, village and postcode', () => {
  expect(letterheadOf(serviceStandard.office).address).toBe(
    'Jln. Raya Palembang - Jambi KM. 148, Desa Peninggalan 30759',
  )
})

test('the slip ticks what already holds and nothing else', () => {
  const checklist = checklistOf('new', facts)
  const { requirements, service } = checklistFieldsOf(checklist, serviceStandard, slip)
  expect(service).toBe('KTP-el baru')
  expect(requirements.filter((it) => it.isTicked).map((it) => it.label)).toEqual([
    'Berusia 17 tahun, atau sudah atau pernah kawin',
  ])
})

test('who has no ijazah reads what to bring instead', () => {
  const checklist = checklistOf('new', { ...facts, hasIjazah: false })
  const notes = checklistFieldsOf(checklist, serviceStandard, slip).requirements.map(
    (it) => it.note,
  )
  expect(notes.filter((it) => it !== '')).toEqual([
    'sebagai gantinya: Surat pernyataan F-1.04 (tidak memiliki dokumen)',
  ])
})

test('complaints go to the number of the standard', () => {
  expect(complaintsLineOf(serviceStandard)).toBe('SMS 0822\u00a08046\u00a01751')
})
