// Start — the whole service on one machine: center, office and stand-in scanner, each a process of
// its own, started again if one dies, ended together.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { demandPort } from '#kit/node/ports'
import { startProcesses } from '#kit/node/processes'
import { programRoot } from '#kit/node/program'
import { serviceStandard } from '#standard'
import { readSettings, type Settings } from '../settings.ts'
import { untilStopped } from '../until-stopped.ts'
import { waitUntilHealthy } from './health.ts'

const programs = ['center', 'office', 'device'] as const

export async function runStart(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('usage: ./loket start\n')
    return 2
  }
  const service = await startService(process.env, process.cwd(), (line) =>
    process.stderr.write(`${line}\n`),
  )
  process.stderr.write(welcome(service.settings))
  return untilStopped(service)
}

export interface RunningService {
  readonly settings: Settings
  /** The process that now runs a program; undefined while it is being restarted. */
  pid(program: (typeof programs)[number]): number | undefined
  stop(): Promise<void>
}

/** Starts all three and waits until they are ready to work and know each other. */
export async function startService(
  env: NodeJS.ProcessEnv,
  cwd: string,
  log: (line: string) => void,
): Promise<RunningService> {
  const settings = readSettings(env, cwd)
  await demandPort(settings.office.port, 'LOKET_OFFICE_PORT', settings.office.host)
  await demandPort(settings.center.port, 'LOKET_CENTER_PORT', settings.center.host)
  const processes = startProcesses({
    plans: programs.map((name) => ({
      name,
      file: process.execPath,
      args: [...process.execArgv, `${programRoot}/src/cli/main.ts`, name],
      env,
      cwd,
    })),
    log,
  })
  const ended = processes.ended.then((end) => {
    throw new Error(end.how === 'lost' ? `${end.name} could not be kept running` : 'stopped')
  })
  try {
    await Promise.race([ended, waitUntilReady(settings)])
    await Promise.race([ended, enrollOffice(settings)])
  } catch (error) {
    await processes.stop()
    throw error
  }
  ended.catch(() => {})
  return { settings, pid: (name) => processes.pid(name), stop: () => processes.stop() }
}

async function waitUntilReady({ office, center }: Settings): Promise<void> {
  await Promise.all([waitUntilHealthy(office), waitUntilHealthy(center)])
}

/** On one machine nobody needs to carry the one-time code from the center to the office. */
async function enrollOffice(settings: Settings): Promise<void> {
  if (existsSync(join(settings.office.home, 'center.json'))) return
  // To load both programs takes seconds, which only the first start has to spend.
  const { makeOfficeCode, openCenterWorld } = await import('#center')
  const { enrollAtCenter, openOfficeWorld } = await import('#office')
  const needs = { log: () => {}, wakeLine: () => {} }
  const office = await openOfficeWorld(settings.office, needs, 'command')
  try {
    if (office.world.identity.center() !== undefined) return
    const name = serviceStandard.office.name
    const center = await openCenterWorld(settings.center, () => {}, 'command')
    const code = await makeOfficeCode(center.world, name).finally(center.close)
    const enrolled = await enrollAtCenter(office.world, { code, name })
    if (!enrolled.ok) throw new Error(`The office could not be enrolled: ${enrolled.issue.code}`)
  } finally {
    await office.close()
  }
}

function welcome({ office, center }: Settings): string {
  const scheme = office.tls ? 'https' : 'http'
  return [
    '',
    `  Loket siap / is ready`,
    `    portal dan kantor / portal and office   ${scheme}://${office.host}:${office.port}`,
    `    pusat data / data centre                ${scheme}://${center.host}:${center.port}`,
    office.demo
      ? '    demo: akun contoh ada di halaman masuk / sample accounts on the sign-in page'
      : '',
    '    Ctrl-C menghentikan semuanya / stops everything',
    '',
    '',
  ].join('\n')
}
