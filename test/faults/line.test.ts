// Line test — the line to the center is down for a while and cut in the middle: the office goes on
// working, everything arrives, and hardly a byte travels twice.

import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { signIn } from '../../src/cli/journey/person.ts'
import { findScanner } from '../../src/cli/journey/scanner.ts'
import type { Staff } from '../../src/cli/journey/staff.ts'
import { startStopwatch } from '../../src/cli/journey/stopwatch.ts'
import { type CaseView, walk } from '../../src/cli/journey/walk.ts'
import { publicKeysOf } from '../../src/enrollment/keys.ts'
import { seeded } from '../../src/kit/seeded.ts'
import { type SendNeeds, sendPacket } from '../../src/office/outbox/send.ts'
import type { OutboxReply } from '../../src/office/outbox/wire.ts'
import type { Biodata } from '../../src/resident/biodata.ts'
import { calendarDateAt } from '../../src/resident/calendar-date.ts'
import { sampleResident } from '../../src/resident/sample-residents.ts'
import { samplePassword } from '../../src/staff/sample-accounts.ts'
import { useCenter } from '../support/center.ts'
import { useLine } from '../support/line-proxy.ts'
import { useOffice } from '../support/office.ts'
import { writePrints } from '../support/print-folder.ts'
import { useService } from '../support/service.ts'

const line = useLine()
const service = useService({
  env({ center }) {
    line.to(center.port)
    return { LOKET_CENTER_URL: `http://127.0.0.1:${line.port}` }
  },
})
const persons = ['31', '32'] as const
const positions = [1, 2, 6, 7] as const
const arriveMsMax = 120_000
let scans = ''

beforeAll(async () => {
  scans = join(service.home, 'scans')
  await writePrints(
    scans,
    persons.map((person) => ({ person, positions, visits: 1 })),
  )
})

class LeftTheOffice extends Error {}

/** Up to the moment when the office has done its part and the packet waits for the line. */
async function register(person: string, staff: Staff): Promise<void> {
  const watch = startStopwatch(() => {})
  const untilSent: typeof watch = {
    ...watch,
    time: (stage, act) => {
      if (stage === 'center') throw new LeftTheOffice()
      return watch.time(stage, act)
    },
  }
  const standing = { kind: 'folder', dir: scans, person, visit: 1 } as const
  const resident = residentOf(person)
  const scanner = await findScanner(service.settings.office.scannerPorts)
  const journey = { staff, scanner, resident, atCapture: standing, atHandover: standing }
  await walk({ ...journey, watch: untilSent }).catch((error) => {
    if (!(error instanceof LeftTheOffice)) throw error
  })
}

test('the office works on while the line is down, and all arrives when it is back', async () => {
  const enter = (name: string) => signIn(service.officeUrl, { name, password: samplePassword })
  const staff = {
    ...{ desk: await enter('informasi'), counter: await enter('loket') },
    ...{ operator: await enter('operator'), supervisor: await enter('supervisor') },
  }
  const outbox = () => staff.operator.get<OutboxReply>('/api/outbox')

  line.setDown(true)
  for (const person of persons) {
    const villageHead = await enter(`desa-${residentOf(person).address.village.slice(-4)}`)
    await register(person, { ...staff, villageHead })
  }
  const stuck = await outbox()
  expect(stuck.waiting.length).toBe(persons.length)
  await expect
    .poll(async () => (await outbox()).line.problem?.code, { timeout: 30_000, interval: 500 })
    .toBe('center.unreachable')
  expect(new Set(stuck.waiting.map(({ sentBytes }) => sentBytes))).toEqual(new Set([0]))

  line.setDown(false)
  for (const { caseId } of stuck.waiting) {
    const status = async () => (await staff.operator.get<CaseView>(`/api/cases/${caseId}`)).status
    await expect.poll(status, { timeout: arriveMsMax, interval: 500 }).toBe('PRINT_READY_RECORD')
  }
  expect(await outbox()).toMatchObject({ waiting: [], line: { problem: null } })
})

const center = useCenter()
const office = useOffice()

test('a packet of 2 MB that is cut at 60 % arrives, and the center reads hardly a byte twice', async () => {
  const sender = await center.enroll()
  const photo = Uint8Array.from({ length: 2 * 1024 * 1024 }, (_, i) => (i * i) >> 7)
  const packet = await sender.packet({ resident: 'cut', fingers: {}, photo })
  const { bytes, digest, caseId } = packet
  const at = { officeId: sender.officeId, center: await publicKeysOf(center.world.keys) }
  const needs: SendNeeds = {
    db: office.world.db,
    fetch,
    clock: center.world.clock,
    identity: { keys: sender.keys, center: () => at, enroll: async () => {} },
    settings: { ...office.world.settings, centerUrl: `http://127.0.0.1:${line.port}` },
  }
  line.to(Number(new URL(center.address).port))
  line.carried.bytes = 0
  line.cutAfter(Math.floor(bytes.length * 0.6))
  const waiting = { digest, caseId, bytes, tries: 0 }
  expect(await sendPacket(needs, waiting)).toBe(false)
  expect(await sendPacket(needs, waiting)).toBe(true)

  console.log(`${line.carried.bytes} bytes carried for a packet of ${bytes.length}`)
  expect(line.carried.bytes).toBeGreaterThan(bytes.length)
  expect(line.carried.bytes).toBeLessThanOrEqual(bytes.length + 64 * 1024)
  const rows = await center.world.db
    .selectFrom('inbox')
    .select(['packet_digest', 'byte_count'])
    .execute()
  expect(rows).toEqual([{ packet_digest: digest, byte_count: bytes.length }])
})

function residentOf(person: string): Biodata {
  return sampleResident(seeded(`line ${person}`), calendarDateAt(Date.now()))
}
