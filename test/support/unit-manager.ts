// Unit manager — stands in for systemd in a test: starts what the product's units say, and stops it.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { readEnvironment, readUnit } from './units.ts'

export interface UnitManager {
  /** What `systemctl` says is posted here. */
  readonly port: number
  /** At once, without a word. */
  kill(unit: string): Promise<void>
  stop(): Promise<void>
}

export interface UnitManagerNeeds {
  /** The paths of a real machine, as they are in the test. */
  readonly translate: (text: string) => string
  /** Units that are not the product's. */
  readonly others: Readonly<Record<string, { start(): Promise<void>; stop(): Promise<void> }>>
  /** Words that the test adds to the command of a unit. */
  readonly extra: (unit: string) => readonly string[]
}

const stopMsMax = 20_000

export async function startUnitManager(needs: UnitManagerNeeds): Promise<UnitManager> {
  const { translate, others, extra } = needs
  const running = new Map<string, ChildProcess>()

  const start = async (unit: string) => {
    if (others[unit] !== undefined) return others[unit].start()
    const { exec, environmentFile } = readUnit(unit)
    const [file = '', ...args] = exec.map(translate)
    const settings = environmentFile && readFileSync(translate(environmentFile), 'utf8')
    const env = { PATH: process.env.PATH, ...readEnvironment(settings ?? '') }
    const child = spawn(file, [...args, ...extra(unit)], { env, stdio: 'ignore' })
    running.set(unit, child)
    child.once('exit', () => running.get(unit) === child && running.delete(unit))
    await Promise.race([once(child, 'spawn'), once(child, 'error')])
  }
  const end = async (unit: string, signal: NodeJS.Signals) => {
    if (others[unit] !== undefined) return others[unit].stop()
    const child = running.get(unit)
    if (child === undefined) return
    const ended = once(child, 'exit')
    child.kill(signal)
    const late = delay(stopMsMax, undefined, { ref: false }).then(() => child.kill('SIGKILL'))
    await Promise.race([ended, late])
  }
  const obey = async (words: readonly string[]): Promise<void> => {
    const [verb, ...rest] = words
    const units = rest.filter((it) => !it.startsWith('-'))
    for (const unit of units) {
      const isNow = rest.includes('--now')
      if (verb === 'start' || (verb === 'enable' && isNow)) await start(unit)
      else if (verb === 'stop' || (verb === 'disable' && isNow)) await end(unit, 'SIGTERM')
      else if (verb === 'reload') running.get(unit)?.kill('SIGHUP')
      else if (verb === 'restart') {
        await end(unit, 'SIGTERM')
        await start(unit)
      } else throw new Error(`systemctl ${words.join(' ')}: not known here`)
    }
  }

  const server = createServer((request, response) => {
    void textOf(request)
      .then((text) => obey(text.trim().split(/\s+/)))
      .then(
        () => response.end(),
        (error) => response.writeHead(500).end(String(error)),
      )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    kill: (unit) => end(unit, 'SIGKILL'),
    async stop() {
      server.close()
      server.closeAllConnections()
      await Promise.all([...running.keys()].map((unit) => end(unit, 'SIGKILL')))
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
