// Same moment test — one person comes twice at the same moment, through two processes of the center,
// again and again: never are both found unique.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SendingOffice, useCenter } from '../support/center.ts'
import { drawnTemplate } from '../support/drawn-templates.ts'
import type { CenterAsked } from '../support/hold-center.ts'
import type { MadePacket } from '../support/packets.ts'

const tries = 200
/** People who come at once, each of them twice. */
const peopleAtOnce = 4
const waitMsMax = 60_000

const center = useCenter()
const processes: ChildProcess[] = []
const addresses: string[] = []
const offices: SendingOffice[] = []

beforeAll(async () => {
  center.time.now = Date.now()
  for (let nth = 0; nth < 2; nth++) addresses.push(await startProcess())
  for (let nth = 0; nth < peopleAtOnce; nth++) offices.push(await center.enroll(`Kecamatan ${nth}`))
})
afterAll(async () => {
  for (const child of processes) {
    child.disconnect()
    await once(child, 'exit')
  }
})

/** Another process over this test's database; answers its address. */
async function startProcess(): Promise<string> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const file = fileURLToPath(new URL('../support/hold-center.ts', import.meta.url))
  const child = fork(file, { execArgv: ['--import', tsx] })
  processes.push(child)
  child.send({ databaseUrl: center.databaseUrl, keys: center.world.keys } satisfies CenterAsked)
  const [address] = (await once(child, 'message')) as [string]
  return address
}

test(`of two newcomers at the same moment who are one person, never both are unique: ${tries} times`, async () => {
  const pairs: (readonly [MadePacket, MadePacket])[] = []
  while (pairs.length < tries) {
    const wave = await Promise.all(
      offices.map(async (office, nth) => {
        const person = String(pairs.length + nth)
        return [await packetOf(office, person, 'a'), await packetOf(office, person, 'b')] as const
      }),
    )
    center.time.now = Date.now()
    await Promise.all(
      wave.flatMap((pair, nth) =>
        pair.map((packet, visit) => (offices[nth] as SendingOffice).send(packet, addresses[visit])),
      ),
    )
    pairs.push(...wave)
    await expect.poll(countWaiting, { timeout: waitMsMax, interval: 10 }).toBe(0)
  }

  const statuses = await readStatuses()
  const outcomes = pairs.map((pair) => pair.map((it) => statuses.get(it.caseId)).toSorted())
  const bothUnique = outcomes.filter((it) => it.every((status) => status === 'PRINT_READY_RECORD'))
  expect(bothUnique).toHaveLength(0)
  // And one of the two is: nobody is refused for having come twice.
  const oneOfEach = ['DUPLICATE_RECORD', 'PRINT_READY_RECORD']
  expect(outcomes).toEqual(Array(tries).fill(oneOfEach))
})

/** The same fingers under the papers of somebody else. */
function packetOf(office: SendingOffice, person: string, visit: 'a' | 'b'): Promise<MadePacket> {
  const fingers = { 2: person, 7: person }
  const records = {
    2: drawnTemplate(`${person}/2`, visit),
    7: drawnTemplate(`${person}/7`, visit),
  }
  return office.packet({ resident: `same moment ${person}${visit}`, fingers, records })
}

async function countWaiting(): Promise<number> {
  const row = await center.world.db
    .selectFrom('packet_work')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function readStatuses(): Promise<ReadonlyMap<string, string>> {
  const rows = await center.world.db
    .selectFrom('events')
    .select(['case_id', 'facts'])
    .where('type', '=', 'decided')
    .execute()
  return new Map(
    rows.map((row) => [
      row.case_id,
      (row.facts as { decision: { status: string } }).decision.status,
    ]),
  )
}
