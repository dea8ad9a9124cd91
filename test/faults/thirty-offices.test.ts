// Thirty offices test — 300 packets, a hundred of them second visits, over a line that cuts, repeats
// and disorders, while the center and its database are killed: each arrives once, and nobody is twice.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrollOffice, makeOfficeCode } from '../../src/center/offices/store.ts'
import { generateKeys, publicKeysOf } from '../../src/enrollment/keys.ts'
import { seeded } from '../../src/kit/seeded.ts'
import { type DrawnCenter, startDrawnCenter } from '../support/drawn-center.ts'
import { drawnTemplate } from '../support/drawn-templates.ts'
import { useLine } from '../support/line-proxy.ts'
import { type MadePacket, makePacket } from '../support/packets.ts'
import { type StubbornOffice, stubbornOffice } from '../support/stubborn-office.ts'

const seed = 'thirty offices 1'
const officeCount = 30
const people = 200
const secondVisits = 100
const kills = ['center', 'postgres', 'center', 'center', 'postgres', 'center', 'postgres'] as const
const cutEveryMsMax = 400
const cutBytesMax = 40_000

const chance = seeded(seed)
const line = useLine()
const offices: StubbornOffice[] = []
let center: DrawnCenter

beforeAll(async () => {
  console.log(`seed: ${seed}`)
  center = await startDrawnCenter()
  line.to(center.port)
  await center.look(async (world) => {
    const about = await publicKeysOf(world.keys)
    for (let nth = 0; nth < officeCount; nth++) {
      const keys = await generateKeys(`office-${nth}`)
      const code = await makeOfficeCode(world, `Kecamatan ${nth}`)
      const request = { code, name: `Kecamatan ${nth}`, keys: await publicKeysOf(keys) }
      const enrolled = await enrollOffice(world, request)
      if (!enrolled.ok) throw new Error(enrolled.issue.code)
      const url = `http://127.0.0.1:${line.port}`
      const own = seeded(`${seed}/${nth}`)
      offices.push(
        stubbornOffice({ officeId: enrolled.value, keys, center: about, url, chance: own }),
      )
    }
  })
})
afterAll(() => center?.stop())

interface Visit {
  readonly person: number
  readonly packet: MadePacket
  readonly office: StubbornOffice
}

const visits: Visit[] = []
let sent = 0

test('every packet arrives and is decided, whatever is cut, repeated, disordered or killed', async () => {
  const asked = Array.from({ length: people + secondVisits }, (_, i) => i)
  for (let i = 0; asked.length > 0; i++) {
    const [nth = 0] = asked.splice(chance.below(asked.length), 1)
    const office = offices[i % officeCount] as StubbornOffice
    const [person, visit] = nth < people ? [nth, 'first'] : [nth - people, 'second']
    visits.push({ person, office, packet: await packetOf(office, person, visit as string) })
  }
  const over = new AbortController()
  const cutting = cutNowAndThen(over.signal)
  const storm = strike()
  await Promise.all(
    offices.map(async (office) => {
      const own = visits.filter((visit) => visit.office === office)
      const listening = office.listen(own.length)
      for (const { packet } of own) {
        await office.send(packet)
        sent++
      }
      await listening
    }),
  )
  over.abort()
  await cutting
  expect(await storm).toEqual(kills)
})

/** The same fingers, each time under the papers of somebody else. */
function packetOf(office: StubbornOffice, person: number, visit: string): Promise<MadePacket> {
  const name = `${seed} ${person}`
  return makePacket({
    officeId: office.officeId,
    officeKey: office.keys.signing,
    recipients: [sealedTo],
    capturedAtMs: Date.now(),
    resident: `${name} ${visit}`,
    fingers: { 2: name, 7: name },
    records: {
      2: drawnTemplate(`${name}/2`, visit),
      7: drawnTemplate(`${name}/7`, visit),
    },
  })
}

let sealedTo = ''
beforeAll(async () => {
  sealedTo = await center.look(async (world) => (await publicKeysOf(world.keys)).sealing)
})

async function cutNowAndThen(signal: AbortSignal): Promise<void> {
  const own = seeded(`${seed}/cuts`)
  while (!signal.aborted) {
    line.cutAfter(own.below(cutBytesMax))
    await delay(own.below(cutEveryMsMax), undefined, { signal }).catch(() => {})
  }
}

/** One kill after another, each when so many packets have arrived; the last when all have. */
async function strike(): Promise<readonly string[]> {
  const own = seeded(`${seed}/kills`)
  const struck: string[] = []
  for (const [nth, victim] of kills.entries()) {
    const from = ((nth + 1) * visits.length) / kills.length - own.below(20)
    while (sent < from) await delay(5)
    await delay(own.below(300))
    if (await center.kill(victim)) struck.push(victim)
    await center.healthy()
  }
  return struck
}

type Row = Readonly<Record<string, string>>

async function rowsOf(query: string): Promise<readonly Row[]> {
  return center.look(async (world) => (await sql.raw<Row>(query).execute(world.db)).rows)
}

test('there is one of each at the center, and nothing half done', async () => {
  const cases = visits.map(({ packet }) => packet.caseId).toSorted()
  for (const table of ['inbox', 'enrollments', 'searches']) {
    const rows = await rowsOf(`select case_id as it from ${table} order by 1`)
    expect([table, rows.map(({ it }) => it)]).toEqual([table, cases])
  }
  const digests = await rowsOf('select packet_digest as it from inbox order by 1')
  expect(digests.map(({ it }) => it)).toEqual(visits.map((it) => it.packet.digest).toSorted())
  expect(await rowsOf('select * from uploads')).toEqual([])
  expect(await readdir(join(center.home, 'incoming'))).toEqual([])
})

test('each office heard of its own cases alone, each entry once and in order', async () => {
  const log = await rowsOf('select seq::text, case_id, type from events order by events.seq')
  for (const office of offices) {
    const own = visits.filter((visit) => visit.office === office).map((it) => it.packet.caseId)
    const written = log.filter((row) => own.includes(row.case_id as never))
    expect(written).toHaveLength(2 * own.length)
    const heard = [...office.heard.values()].map(({ seq, caseId, fact }) => ({
      ...{ seq: String(seq), case_id: caseId, type: fact.type },
    }))
    expect(heard).toEqual(written)
  }
  for (const { packet } of visits) {
    const types = log.filter((row) => row.case_id === packet.caseId).map(({ type }) => type)
    expect(types).toEqual(['received', 'decided'])
  }
})

test('of two visits of one person never both are unique, and nobody else is refused', async () => {
  const rows = await rowsOf(
    `select case_id, facts->'decision'->>'status' as status from events where type = 'decided'`,
  )
  const statusOf = new Map(rows.map(({ case_id, status }) => [case_id, status]))
  for (let person = 0; person < people; person++) {
    const own = visits.filter((visit) => visit.person === person)
    const statuses = own.map(({ packet }) => statusOf.get(packet.caseId)).toSorted()
    const expected = person < secondVisits ? ['DUPLICATE_RECORD'] : []
    expect([person, statuses]).toEqual([person, [...expected, 'PRINT_READY_RECORD']])
  }
  const gallery = await rowsOf('select case_id from gallery')
  expect(gallery).toHaveLength(people)
})
