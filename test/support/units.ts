// Units — the systemd units of the product as a test reads them: what is started, and with which settings.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programRoot } from '../../src/kit/node/program.ts'

export const unitsFolder = join(programRoot, 'deploy/systemd')
export const unitFiles = [
  ...['loket-center.service', 'loket-matcher@.service', 'loket-office.service'],
  'nats-server.service.d/loket.conf',
] as const

export interface Unit {
  readonly exec: readonly string[]
  readonly environmentFile: string | undefined
  /** What the section [Service] says last of each name. */
  readonly service: ReadonlyMap<string, string>
}

/** Such as 'loket-center', or 'loket-matcher@m1'. */
export function readUnit(name: string): Unit {
  const [stem = '', instance = ''] = name.split('@')
  const isOwn = stem.startsWith('loket-')
  const file = isOwn
    ? `${stem}${name.includes('@') ? '@' : ''}.service`
    : `${stem}.service.d/loket.conf`
  const service = new Map<string, string>()
  for (const [key, value] of settingsIn(file)) service.set(key, value.replaceAll('%i', instance))
  return {
    exec: (service.get('ExecStart') ?? '').split(' '),
    environmentFile: service.get('EnvironmentFile'),
    service,
  }
}

/** The lines of [Service], in their order. */
function settingsIn(file: string): readonly (readonly [string, string])[] {
  const text = readFileSync(join(unitsFolder, file), 'utf8')
  const [, after = ''] = text.split('\n[Service]\n')
  const [section = ''] = after.split('\n[')
  return section.split('\n').flatMap((line) => {
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? []
    return key === undefined || value === undefined ? [] : [[key, value] as const]
  })
}

/** The names that a settings file of systemd sets, those behind a # included. */
export function namesIn(environmentFile: string): readonly string[] {
  return [...environmentFile.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name as string)
}

/** What a settings file of systemd sets. */
export function readEnvironment(text: string): Readonly<Record<string, string>> {
  const lines = [...text.matchAll(/^([A-Z][A-Z_]+)=(.*)$/gm)]
  return Object.fromEntries(lines.map(([, name, value]) => [name, value]))
}
