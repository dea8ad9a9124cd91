// Demographics tests — what is found alike although it is written otherwise, and what is not; and
// that nobody is decided upon by it.

import { expect, test } from 'vitest'
import type { Biodata } from '#resident/biodata'
import type { CalendarDate } from '#resident/calendar-date'
import type { PersonName } from '#resident/person-name'
import { useCenter } from '../../../test/support/center.ts'
import { residentNamed } from '../../../test/support/packets.ts'
import { demographicsOf, nearDatesOf, trigramsOf } from './demographics.ts'

const center = useCenter()

function similarity(one: string, other: string): number {
  const [a, b] = [trigramsOf(one), trigramsOf(other)]
  const shared = a.filter((trigram) => b.includes(trigram)).length
  return shared / (a.length + b.length - shared)
}

test.each([
  ['SITI RAHMAWATI', 'RAHMAWATI SITI', 1],
  ['SOEHARTO DJOJO', 'SUHARTO JOJO', 1],
  ["NUR'AINI", 'NURAINI', 1],
  ['SITI RAHMAWATI', 'SITI RAHMAWATY', 0.7],
  ['SITI RAHMAWATI', 'SITI RACHMAWATI', 0.6],
  ['BUDI SANTOSO', 'BUDI SANTOSA', 0.7],
])('%s and %s share at least %s of their trigrams', (one, other, least) => {
  expect(similarity(one, other)).toBeGreaterThanOrEqual(least)
})

test.each([
  ['SITI RAHMAWATI', 'SITI AMINAH'],
  ['BUDI SANTOSO', 'AGUS SANTOSO'],
])('%s and %s share less than half', (one, other) => {
  expect(similarity(one, other)).toBeLessThan(0.5)
})

const isNear = (one: string, other: string) => {
  const those = nearDatesOf(other as CalendarDate)
  return nearDatesOf(one as CalendarDate).some((key) => those.includes(key))
}

test.each([
  ['1990-04-12', '1990-04-12', true],
  ['1990-04-12', '1990-04-21', true],
  ['1990-04-12', '1990-05-12', true],
  ['1990-04-12', '1991-04-12', true],
  ['1990-04-12', '1990-12-04', true],
  ['1990-04-12', '1991-05-12', false],
  ['1990-04-12', '1990-06-04', false],
])('born %s and %s: near is %s', (one, other, near) => {
  expect(isNear(one, other)).toBe(near)
})

test('without the key nothing can be compared, and nothing of the text is left', () => {
  const person = { name: 'SITI RAHMAWATI' as PersonName, birthDate: '1990-04-12' as CalendarDate }
  const { blindIndex } = center.world.vault
  const mine = demographicsOf(person, blindIndex)
  expect(demographicsOf(person, blindIndex)).toEqual(mine)
  const others = demographicsOf(person, (text) => blindIndex(`another key ${text}`))
  expect(others.nameTrigrams.filter((it) => mine.nameTrigrams.includes(it))).toEqual([])
  expect(others.birthDate).not.toBe(mine.birthDate)
})

async function send(resident: string, biodata: Partial<Biodata>) {
  const office = await center.enroll(`Kecamatan ${resident}`)
  const { caseId, digest, bytes } = await office.packet({ resident, fingers: {}, biodata })
  await office.send({ digest, bytes })
  await center.process()
  const row = await center.world.db
    .selectFrom('searches')
    .select('demographics')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const told = row.demographics as readonly { readonly caseId: string }[]
  return { caseId, told }
}

const papers = (name: string, birthDate: string, more: Partial<Biodata> = {}) =>
  ({ ...more, name: name as PersonName, birthDate: birthDate as CalendarDate }) as const

test('the search tells who is like the newcomer by NIK, by name and by birth date, best first', async () => {
  const first = await send('a', papers('SITI RAHMAWATI', '1990-04-12'))
  expect(first.told).toEqual([])
  const typo = await send('b', papers('SITI RACHMAWATI', '1990-04-12'))
  expect(typo.told).toMatchObject([{ caseId: first.caseId, sameNik: false, sameBirthDate: true }])
  // The date lies near and the name does not; the name is the same and the date is not near.
  expect((await send('c', papers('BUDI SANTOSO', '1990-04-12'))).told).toEqual([])
  expect((await send('d', papers('SITI RAHMAWATI', '1971-11-30'))).told).toEqual([])
  const { nik } = residentNamed('c')
  const swapped = await send('e', papers('SITI RAHMAWATI', '1990-12-04', { nik }))
  expect(swapped.told).toMatchObject([
    { sameNik: true, sameBirthDate: false, nameSimilarity: expect.closeTo(1 / 26) },
    { caseId: first.caseId, sameNik: false, sameBirthDate: false, nameSimilarity: 1 },
    { caseId: typo.caseId, sameNik: false },
  ])
})

test('somebody with the same name and birth date is decided upon by the fingers alone', async () => {
  const office = await center.enroll('Kecamatan Kembar')
  const biodata = papers('AGUS SETIAWAN', '1985-08-17')
  const decided = async (resident: string) => {
    const packet = await office.packet({ resident, fingers: { 2: resident }, biodata })
    await office.send(packet)
    await center.process()
    const row = await center.world.db
      .selectFrom('events')
      .select('facts')
      .where('case_id', '=', packet.caseId)
      .where('type', '=', 'decided')
      .executeTakeFirstOrThrow()
    return row.facts
  }
  for (const resident of ['agus one', 'agus two']) {
    expect(await decided(resident)).toEqual({ decision: { status: 'PRINT_READY_RECORD' } })
  }
})
