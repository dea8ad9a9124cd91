// Drawn center — a data centre in a process of its own, started again whenever it dies; and the means to
// kill it, or its database, without a word.

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type OpenedCenter, openCenterWorld } from '../../src/center/open-world.ts'
import type { CenterSettings } from '../../src/center/settings.ts'
import { isHealthy } from '../../src/cli/start/health.ts'
import { findPostmaster } from '../../src/kit/node/postgres-cluster.ts'
import { waitUntil } from '../../src/kit/node/process-table.ts'
import { startProcesses } from '../../src/kit/node/processes.ts'
import { freePort } from './service.ts'

export interface DrawnCenter {
  readonly port: number
  readonly home: string
  healthy(): Promise<void>
  /** Kills it at once; answers whether it ran. */
  kill(victim: 'center' | 'postgres'): Promise<boolean>
  /** Its world, for one look; every life of the database has another address. */
  look<Answer>(work: (world: OpenedCenter['world']) => Promise<Answer>): Promise<Answer>
  stop(): Promise<void>
}

const healthyMsMax = 120_000

export function drawnCenterSettings(home: string, port: number): CenterSettings {
  const host = '127.0.0.1'
  const [databaseUrl, tls, falsePositiveRate, demo] = [undefined, undefined, 1 / 1_000, true]
  return { home, host, port, databaseUrl, tls, falsePositiveRate, searchMsMax: 60_000, demo }
}

export async function startDrawnCenter(): Promise<DrawnCenter> {
  const folder = await mkdtemp(join(tmpdir(), 'drawn-center-'))
  // The database server may run as another account than the tests.
  await chmod(folder, 0o755)
  const home = join(folder, 'center')
  const port = await freePort()
  const settings = drawnCenterSettings(home, port)
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const file = fileURLToPath(new URL('./hold-drawn-center.ts', import.meta.url))
  const said: string[] = []
  const processes = startProcesses({
    plans: [
      {
        name: 'center',
        file: process.execPath,
        args: ['--import', tsx, file, home, String(port)],
      },
    ],
    log: (line) => said.push(line),
  })
  const center: DrawnCenter = {
    port,
    home,
    async healthy() {
      const isReady = () => isHealthy(settings)
      if (await waitUntil(isReady, healthyMsMax)) return
      throw new Error(`not healthy: ${said.slice(-30).join('\n')}`)
    },
    async kill(victim) {
      const pid =
        victim === 'center'
          ? processes.pid('center')
          : (await findPostmaster(join(home, 'postgres')))?.pid
      return pid !== undefined && process.kill(pid, 'SIGKILL')
    },
    async look(work) {
      const { world, close } = await openCenterWorld(settings, () => {}, 'command')
      return work(world).finally(close)
    },
    async stop() {
      await processes.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await center.healthy()
  return center
}
