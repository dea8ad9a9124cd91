// Start test — started again, the service is up in seconds with all its data; Ctrl-C leaves nothing
// running and no port taken; a port that is taken is named in one sentence.

import { createServer, type Server } from 'node:net'
import { cpus, loadavg } from 'node:os'
import { afterEach, describe, expect, test } from 'vitest'
import { signIn } from '../../src/cli/journey/person.ts'
import { isPortFree } from '../../src/kit/node/ports.ts'
import { findPostmaster } from '../../src/kit/node/postgres-cluster.ts'
import { samplePassword } from '../../src/staff/sample-accounts.ts'
import { useService } from '../support/service.ts'
import { dataDirOf } from '../support/service-pids.ts'

const service = useService()
/** On a machine that is not busy with other things; on one that is, in proportion. */
const startMsMax = () => 10_000 * Math.max(1, (loadavg()[0] ?? 0) / cpus().length)

const enterDesk = () => signIn(service.officeUrl, { name: 'informasi', password: samplePassword })

async function portsOf(): Promise<readonly number[]> {
  const { office, center, scanner } = service.settings
  const servers = await Promise.all(
    (['office', 'center'] as const).map((it) => findPostmaster(dataDirOf(service.home, it))),
  )
  const databases = servers.flatMap((it) => (it ? [it.port] : []))
  expect(databases.length).toBe(2)
  return [office.port, center.port, scanner.ports.first, ...databases]
}

test('after Ctrl-C nothing runs and no port is taken; the next start is quick and has all data', async () => {
  const desk = await enterDesk()
  const { caseId } = await desk.post<{ caseId: string }>('/api/cases', { serviceType: 'new' })
  const [listed, ports] = [await service.listed(), await portsOf()]
  const programs = listed.filter(({ command }) => / (office|center|device)$/.test(command))
  expect(programs.length).toBe(3)
  expect((await service.left(listed)).length).toBeGreaterThan(3)

  expect(await service.stop('SIGINT')).toBe(0)
  expect(await service.left(listed)).toEqual([])
  for (const port of ports) expect([port, await isPortFree(port)]).toEqual([port, true])

  const tookMs = await service.start()
  console.log(`started again in ${Math.round(tookMs)} ms`)
  expect(tookMs).toBeLessThan(startMsMax())
  // The session, too, is where it was.
  const view = await desk.get<{ caseId: string; status: string }>(`/api/cases/${caseId}`)
  expect(view.caseId).toBe(caseId)
})

test('where the launcher itself is killed, what it started ends as well', async () => {
  const listed = await service.listed()
  await service.stop('SIGKILL')
  await expect.poll(() => service.left(listed), { timeout: 60_000, interval: 500 }).toEqual([])
})

describe('a port that another program has', () => {
  let other: Server | undefined
  afterEach(() => new Promise((resolve) => other?.close(resolve)))

  test.each([
    ['office', 'LOKET_OFFICE_PORT'],
    ['center', 'LOKET_CENTER_PORT'],
  ] as const)(
    'of the %s is named in one sentence, and nothing is left running',
    async (program, setting) => {
      const { port } = service.settings[program]
      other = createServer()
      await new Promise<void>((resolve) => other?.listen(port, '127.0.0.1', resolve))
      const { code, stderr, stdout } = await service.loket('start')
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toBe(
        `Port ${port} is taken by another program: stop it, or set ${setting} to another port.\n`,
      )
      expect(await service.left([])).toEqual([])
    },
  )
})
