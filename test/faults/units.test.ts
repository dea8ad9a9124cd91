// Units test — the systemd units start what there is, with settings that there are, and keep it in bounds.

import { execFile, execFileSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingNames } from '../../src/cli/settings.ts'
import { programRoot } from '../../src/kit/node/program.ts'
import { namesIn, readUnit, unitFiles, unitsFolder } from '../support/units.ts'

const own = ['loket-center', 'loket-matcher@m1', 'loket-office']
const exposureMax = 40

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'units-'))
  await cp(unitsFolder, folder, { recursive: true })
  for (const file of unitFiles.filter((it) => it.endsWith('.service'))) {
    const text = await readFile(join(folder, file), 'utf8')
    const here = text
      .replaceAll('/opt/loket/', `${programRoot}/`)
      .replaceAll('/var/lib/loket', '/tmp')
    await writeFile(join(folder, file), here)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('each starts a command that the program has', () => {
  const commands = readFileSync(join(programRoot, 'src/cli/main.ts'), 'utf8')
  for (const name of own) {
    const [file = '', command = ''] = readUnit(name).exec
    accessSync(file.replace('/opt/loket', programRoot), constants.X_OK)
    expect(commands).toMatch(new RegExp(`^  ${command}: \\{$`, 'm'))
  }
  expect(readUnit('loket-matcher@m7').exec.slice(1)).toEqual(['matcher', '--name', 'm7'])
})

test('the settings file and the runbook name settings that the program knows', () => {
  const runbook = readFileSync(join(programRoot, 'docs/runbook.md'), 'utf8')
  const told = [
    ...namesIn(readFileSync(join(unitsFolder, 'loket.env'), 'utf8')),
    ...namesIn(runbook),
  ]
  expect(told.length).toBeGreaterThan(10)
  expect(told.filter((it) => !settingNames.some((name) => name === it))).toEqual([])
})

test('every program runs as a user of its own, without new rights and with its folder alone', () => {
  for (const name of [...own, 'nats-server']) {
    const { service } = readUnit(name)
    expect([name, service.get('NoNewPrivileges'), service.get('ProtectSystem')]).toEqual([
      ...[name, 'yes', 'strict'],
    ])
    expect(service.get('CapabilityBoundingSet')).toBe('')
  }
  for (const name of own) expect(readUnit(name).service.get('User')).toBe('loket')
})

test('systemd understands every line and finds little that is left open', async () => {
  if (!isThere('systemd-analyze')) return
  for (const name of own.map((it) => it.replace('@m1', '@'))) {
    const file = join(folder, `${name}.service`)
    const { stderr } = await promisify(execFile)('systemd-analyze', ['verify', file])
    const ownLines = stderr.split('\n').filter((line) => line.includes(folder))
    expect(ownLines).toEqual([])
    const rated = ['security', '--offline=true', `--threshold=${exposureMax}`, file]
    await promisify(execFile)('systemd-analyze', rated)
  }
})

function isThere(program: string): boolean {
  try {
    execFileSync('which', [program])
    return true
  } catch {
    return false
  }
}
