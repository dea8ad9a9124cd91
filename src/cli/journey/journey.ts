// Journey — `./loket journey`: walks one resident through the whole service, as each role in turn.

import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { trouble } from '#kit/node/trouble'
import { seeded } from '#kit/seeded'
import { type Biodata, parseBiodata } from '#resident/biodata'
import { calendarDateAt } from '#resident/calendar-date'
import { messageOf } from '#resident/messages'
import { sampleResident } from '#resident/sample-residents'
import { samplePassword } from '#staff/sample-accounts'
import { readSettings, type Settings } from '../settings.ts'
import { isHealthy } from '../start/health.ts'
import { startService } from '../start/start.ts'
import { signIn } from './person.ts'
import { findScanner, type Standing } from './scanner.ts'
import type { Staff } from './staff.ts'
import { startStopwatch } from './stopwatch.ts'
import { type CaseView, walk } from './walk.ts'

const usage = `usage: ./loket journey [--scans DIR --person P --visit V] [--resident FILE] [--json]
`
const visitsMax = 8

export async function runJourney(args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const settings = readSettings(process.env, process.cwd())
  if (!settings.office.demo) {
    throw trouble('journey.demo-only', 'The journey walks with sample accounts: only in the demo.')
  }
  const resident = await readResident(asked.resident)
  const log = (line: string) => process.stderr.write(`${line}\n`)
  const started = (await isHealthy(settings.office))
    ? undefined
    : await startService(process.env, process.cwd(), log)
  try {
    const told = await walkAndTell(settings, asked, resident, log)
    if (asked.json) process.stdout.write(`${JSON.stringify(told)}\n`)
    else log(`${told.outcome}  ${told.caseId}\n${Object.values(told.files).join('\n')}`)
    return 0
  } finally {
    await started?.stop()
  }
}

interface Asked {
  readonly scans:
    | { readonly dir: string; readonly person: string; readonly visit: number }
    | undefined
  readonly resident: string | undefined
  readonly json: boolean
}

function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        scans: { type: 'string' },
        person: { type: 'string' },
        visit: { type: 'string' },
        resident: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const { scans, person, visit, resident, json } = values
    const together = [scans, person, visit].filter((it) => it !== undefined).length
    const number = Number(visit ?? 1)
    const isVisit = Number.isInteger(number) && number >= 1 && number <= visitsMax
    if (positionals.length > 0 || !isVisit || (together !== 0 && together !== 3)) return undefined
    const folder =
      scans !== undefined && person !== undefined
        ? { dir: resolve(scans), person, visit: number }
        : undefined
    return { scans: folder, resident, json: json ?? false }
  } catch {
    return undefined
  }
}

async function readResident(path: string | undefined): Promise<Biodata> {
  const today = calendarDateAt(Date.now())
  if (path === undefined) return sampleResident(seeded(randomUUID()), today)
  const parsed = parseBiodata(JSON.parse(await readFile(path, 'utf8')), today)
  if (parsed.ok) return parsed.value
  const slips = parsed.issue.map((it) => `  ${it.field}: ${messageOf(it, 'id')}`).join('\n')
  throw trouble('journey.resident', `The resident in ${path} cannot be read:\n${slips}`)
}

async function walkAndTell(
  settings: Settings,
  asked: Asked,
  resident: Biodata,
  log: (line: string) => void,
) {
  const staff = await signInAll(settings, resident)
  const scanner = await findScanner(settings.office.scannerPorts)
  const watch = startStopwatch(log)
  const standing = standingOf(asked)
  const { caseId, card } = await walk({ staff, scanner, resident, watch, ...standing })
  const view = await staff.desk.get<CaseView>(`/api/cases/${caseId}`)
  return {
    caseId,
    outcome: view.status,
    duplicateOf: view.status === 'DUPLICATE_RECORD' ? await duplicateOf(settings, caseId) : null,
    statuses: view.history.map(({ status, atMs }) => ({
      status,
      at: new Date(atMs).toISOString(),
    })),
    files: await keepFiles(settings, staff, caseId, card),
    seconds: watch.seconds,
  }
}

/** No office learns whose record it is: the journey asks where the experts sit. */
async function duplicateOf({ office: { centerUrl } }: Settings, caseId: string) {
  const name = 'supervisor-pusat'
  const expert = await signIn(centerUrl, { name, password: samplePassword })
  return (await expert.get<{ duplicateOf: string | null }>(`/api/decisions/${caseId}`)).duplicateOf
}

/** The same person twice: at the hand-over as of the visit after this one. */
function standingOf({ scans }: Asked): { atCapture: Standing; atHandover: Standing } {
  if (scans === undefined) {
    const person = { kind: 'synthetic', person: randomUUID() } as const
    return { atCapture: { ...person, visit: 1 }, atHandover: { ...person, visit: 2 } }
  }
  const at = (visit: number): Standing => ({ kind: 'folder', ...scans, visit })
  return { atCapture: at(scans.visit), atHandover: at((scans.visit % visitsMax) + 1) }
}

async function signInAll(settings: Settings, { address }: Biodata): Promise<Staff> {
  const { host, port } = settings.office
  const enter = (name: string) =>
    signIn(`http://${host}:${port}`, { name, password: samplePassword })
  return {
    desk: await enter('informasi'),
    villageHead: await enter(`desa-${address.village.slice(-4)}`),
    counter: await enter('loket'),
    operator: await enter('operator'),
    supervisor: await enter('supervisor'),
  }
}

async function keepFiles(
  { home }: Settings,
  { operator }: Staff,
  caseId: string,
  card: Uint8Array | undefined,
) {
  const folder = join(home, 'journeys', caseId)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const keep = async (name: string, bytes: Uint8Array) => {
    const file = join(folder, name)
    await writeFile(file, bytes, { mode: 0o600 })
    return file
  }
  const receipt = await operator.getBytes(`/api/attestations/${caseId}/receipt.pdf`)
  return {
    form: await keep('form.pdf', await operator.getBytes(`/api/cases/${caseId}/endorsement`)),
    receipt: await keep('receipt.pdf', receipt),
    card: card === undefined ? null : await keep('card.pdf', card),
  }
}
