// Rounds test — a case that was signed never waits for a restart, and old ones go once a day.

import { beforeAll, expect, test } from 'vitest'
import { fingerPositions } from '#enrollment/fingers'
import { getSampleResident } from '#resident/sample-cast'
import { beginCapture, demand, enrollOffice, except } from '../../test/support/captures.ts'
import { leadCase } from '../../test/support/case-at.ts'
import { useOffice } from '../../test/support/office.ts'
import { dayMs } from './keeping/keeping.ts'
import { registerPatienceMs } from './limits.ts'
import { roundOf } from './rounds.ts'

const office = useOffice()
const slow = 120_000

beforeAll(async () => {
  await enrollOffice(office)
})

const countOf = async (type: 'registered' | 'closed') =>
  (await office.world.db.selectFrom('events').select('seq').where('type', '=', type).execute())
    .length

test(
  'what was signed and not stored is stored a minute later, without a restart',
  async () => {
    const round = roundOf(office.world)
    await round()
    const caseId = await beginCapture(office, getSampleResident('suparman').biodata)
    for (const position of fingerPositions) await except(office, caseId, position)
    demand(await office.call('operator-ktp', 'POST', `/api/captures/${caseId}/complete`, {}))
    demand(await office.call('operator-ktp', 'POST', `/api/attestations/${caseId}`, {}))
    office.time.now += registerPatienceMs - 1
    await round()
    expect(await countOf('registered')).toBe(0)
    office.time.now += 1
    await round()
    expect(await countOf('registered')).toBe(1)
    await round()
    expect(await countOf('registered')).toBe(1)
  },
  slow,
)

test(
  'old cases are looked for on the first round, and then once a day',
  async () => {
    const hourMs = 3_600_000
    await leadCase(office, getSampleResident('budi').biodata, 'village')
    office.time.now += hourMs
    await leadCase(office, getSampleResident('rini').biodata, 'village')
    const round = roundOf(office.world)
    office.time.now += office.world.settings.keepDays * dayMs - hourMs
    await round()
    expect(await countOf('closed')).toBe(1)
    office.time.now += hourMs
    await round()
    expect(await countOf('closed')).toBe(1)
    office.time.now += dayMs
    await round()
    expect(await countOf('closed')).toBe(2)
  },
  slow,
)
