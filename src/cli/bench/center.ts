// Bench center — offices that send at once to a real center, and how fast it decides what they send.

import { chmod, mkdtemp, open, rm } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CenterWorld, enrollOffice, makeOfficeCode, openCenterWorld } from '#center'
import { publicKeysOf } from '#enrollment/keys'
import { examineFinger } from '#finger'
import { decodeFingerView, readFingerImageRecord } from '#formats/iso19794-4'
import { assert } from '#kit/assert'
import { systemClock } from '#kit/clock'
import { findFreePort } from '#kit/node/ports'
import { waitUntil } from '#kit/node/process-table'
import { startProcesses } from '#kit/node/processes'
import { programRoot } from '#kit/node/program'
import { seeded } from '#kit/seeded'
import { calendarDateAt } from '#resident/calendar-date'
import { samplePopulation } from '#resident/sample-residents'
import { type Counts, parseCounts } from '../count.ts'
import { quantileOf } from '../finger-synthetic/quantile.ts'
import { readSettings, type Settings } from '../settings.ts'
import { waitUntilHealthy } from '../start/health.ts'
import { openGrown, type Records } from './grown.ts'
import { machine } from './machine.ts'
import { type Addressed, sendAll } from './send-all.ts'
import { newOfficeKeys, packetOf, readyToSend, type SendingOffice } from './sending-office.ts'
import { wrongUsage } from './usage.ts'

const counts = {
  offices: { usual: 30, most: 200 },
  packets: { usual: 60, least: 2, most: 400 },
} as const
/** Sent and decided before the clock starts, by a center that has just been started. */
const warmUpPackets = 8
const packetBytes = 2_000_000
const decidedMsMax = 10 * 60_000
/** People whose ten records are examined, one after the other, for comparison. */
const examinedAlone = 3

export async function runBenchCenter(args: readonly string[]): Promise<number> {
  const asked = parseCounts(args, counts)
  if (typeof asked === 'string') return wrongUsage(asked)
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  const kept = join(readSettings(process.env, process.cwd()).home, 'bench', 'grown')
  const people = await openGrown(kept, warmUpPackets + asked.packets, tell)
  const home = await mkdtemp(join(tmpdir(), 'loket-bench-'))
  // The database server may run as another account.
  await chmod(home, 0o755)
  try {
    const before = { machine: machine(), baseline: await baselineOf(home, people, asked.offices) }
    const measured = await atCenter(home, (settings, world) =>
      measure(settings, world, asked, people),
    )
    const { json, ...told } = asked
    const answer = { ...before, ...told, ...measured }
    process.stdout.write(`${JSON.stringify(answer, null, json ? undefined : 2)}\n`)
    return 0
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

type Measure<Answer> = (settings: Settings, world: CenterWorld) => Promise<Answer>

/** A center of its own, with its own database, as a process of its own. */
async function atCenter<Answer>(home: string, measure: Measure<Answer>): Promise<Answer> {
  const env = {
    ...process.env,
    ...{ LOKET_HOME: home, LOKET_HOST: '', LOKET_TLS_CERT: '', LOKET_TLS_KEY: '' },
    ...{ LOKET_CENTER_PORT: String(await findFreePort()), CENTER_DATABASE_URL: '' },
  }
  const settings = readSettings(env, home)
  const said: string[] = []
  const args = [...process.execArgv, join(programRoot, 'src/cli/main.ts'), 'center']
  const processes = startProcesses({
    plans: [{ name: 'center', file: process.execPath, args, env, cwd: home }],
    log: (line) => said.push(line),
  })
  try {
    await waitUntilHealthy(settings.center)
    const { world, close } = await openCenterWorld(settings.center, () => {}, 'command')
    return await measure(settings, world).finally(close)
  } catch (error) {
    process.stderr.write(`${said.slice(-20).join('\n')}\n`)
    throw error
  } finally {
    await processes.stop()
  }
}

async function measure(
  settings: Settings,
  world: CenterWorld,
  asked: Counts<keyof typeof counts>,
  people: readonly Records[],
) {
  const url = `http://${settings.center.host}:${settings.center.port}`
  const offices: SendingOffice[] = []
  for (let k = 0; k < asked.offices; k++) offices.push(await enrolled(world, `Kantor ${k}`, url))
  const residents = samplePopulation(seeded('bench'), calendarDateAt(systemClock()), people.length)
  const packets: Addressed[] = []
  for (const [k, records] of people.entries()) {
    const office = offices[k % offices.length]!
    const made = await packetOf(office, residents[k]!, records, packetBytes)
    packets.push({ office, packet: await readyToSend(office, made) })
  }
  await sendAll(offices, packets.splice(0, warmUpPackets))
  await untilDecided(world, warmUpPackets)
  const start = performance.now()
  const times = await sendAll(offices, packets)
  const uploadedSeconds = (performance.now() - start) / 1000
  await untilDecided(world, people.length)
  const seconds = (performance.now() - start) / 1000
  for (const { line } of offices) line.destroy()
  return {
    packetBytes: packets[0]!.packet.bytes.length,
    upload: quantiles(times),
    uploadsPerSecond: packets.length / uploadedSeconds,
    packetsPerSecond: packets.length / seconds,
    decisions: await decisionsOf(world),
  }
}

async function untilDecided(world: CenterWorld, count: number): Promise<void> {
  const done = () => isDecided(world, count)
  assert(await waitUntil(done, decidedMsMax), 'the center decides whatever it was sent')
}

async function enrolled(world: CenterWorld, name: string, url: string): Promise<SendingOffice> {
  const keys = await newOfficeKeys()
  const code = await makeOfficeCode(world, name)
  const office = await enrollOffice(world, { code, name, keys: await publicKeysOf(keys) })
  assert(office.ok, 'a fresh code lets an office in')
  const line = new Agent({ keepAlive: true, maxSockets: 1 })
  return { officeId: office.value, keys, center: await publicKeysOf(world.keys), url, line }
}

/** Decided are those that are done; whatever is set aside would be waited for in vain. */
async function isDecided(world: CenterWorld, count: number): Promise<boolean> {
  const rows = await world.db.selectFrom('packet_work').select(['state', 'problem']).execute()
  const problem = rows.find(({ state }) => state === 'set-aside')?.problem
  assert(problem === undefined, `the bench's packets are in order (${problem})`)
  return rows.filter(({ state }) => state === 'done').length >= count
}

/** How many ended how. */
async function decisionsOf(world: CenterWorld): Promise<Readonly<Record<string, number>>> {
  const rows = await world.db
    .selectFrom('events')
    .select(['type', 'facts'])
    .where('type', '!=', 'received')
    .execute()
  const counts: Record<string, number> = {}
  for (const { type, facts } of rows) {
    const { decision } = facts as { decision?: { status?: string } }
    const name = decision?.status ?? type
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** The same bytes written to this disk by as many at once; the same prints examined by one core. */
async function baselineOf(home: string, people: readonly Records[], offices: number) {
  const bytes = new Uint8Array(packetBytes).fill(7)
  const write = async (k: number) => {
    const file = await open(join(home, `baseline-${k}`), 'w')
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
  }
  const written = await Promise.all(
    Array.from({ length: offices }, (_, k) => timed(() => write(k))),
  )
  const some = people.slice(0, examinedAlone + 1)
  // The first is not counted: the machine code is made by then.
  const examined: number[] = []
  for (const records of some) examined.push(await cpuMsOf(() => examineAll(records)))
  const counted = examined.slice(1)
  const packetCpuMs = counted.reduce((sum, it) => sum + it, 0) / counted.length
  return {
    fsyncedWrite: quantiles(written),
    extractionCpuMs: packetCpuMs,
    extractionPerSecondOneCore: 1000 / packetCpuMs,
  }
}

async function examineAll(records: Records): Promise<void> {
  for (const record of records.values()) {
    const read = readFingerImageRecord(record)
    assert(read.ok, 'a record that was written here')
    const image = await decodeFingerView(read.value.views[0]!)
    assert(image.ok, 'a picture that was written here')
    examineFinger(image.value)
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function cpuMsOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function quantiles(times: readonly number[]) {
  return { p50Ms: quantileOf(times, 0.5), p95Ms: quantileOf(times, 0.95) }
}
