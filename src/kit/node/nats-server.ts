// NATS server — where the machine's nats-server is, and how one is run on a port of this machine.

import { accessSync, constants } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { loopback } from './ports.ts'
import type { ProcessPlan } from './processes.ts'
import { trouble } from './trouble.ts'

/** Daemons stand in folders that are not on an ordinary user's path. */
const daemonFolders = ['/usr/sbin', '/sbin', '/usr/local/sbin']

/** Undefined where it is not installed. */
export function findNatsServer(path: string): string | undefined {
  const files = [...path.split(delimiter), ...daemonFolders].map((it) => join(it, 'nats-server'))
  return files.find((it) => {
    try {
      accessSync(it, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * For `startProcesses`: without credentials, and heard by this machine alone.
 *
 * @throws a trouble 'nats.not-installed'
 */
export function natsServerPlan(port: number, path: string): ProcessPlan {
  const file = findNatsServer(path)
  if (file === undefined) {
    throw trouble('nats.not-installed', 'This needs nats-server: sudo apt-get install nats-server')
  }
  return { name: 'nats-server', file, args: ['-a', loopback, '-p', String(port)] }
}

/** Whether somebody listens there. */
export function isHeard(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, loopback)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
