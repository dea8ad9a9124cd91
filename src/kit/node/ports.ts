// Ports — finding a free one, and one clear sentence when the wanted one is taken.

import { createServer } from 'node:net'
import { codeOf } from './files.ts'
import { trouble } from './trouble.ts'

export const loopback = '127.0.0.1'

/** Whether a server could listen there now. */
export async function isPortFree(port: number, host = loopback): Promise<boolean> {
  return (await tryPort(port, host)) !== 'EADDRINUSE'
}

/** A port that is free now; the system hands out another one each time. */
export function findFreePort(host = loopback): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * @param setting what the reader may set to choose another port, such as 'PORT'
 * @throws a trouble 'port.taken' or 'port.forbidden' unless a server could listen there
 */
export async function demandPort(port: number, setting: string, host = loopback): Promise<void> {
  const code = await tryPort(port, host)
  const facts = { port, host, setting }
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} is taken by another program: stop it, or set ${setting} to another port.`
    throw trouble('port.taken', message, facts)
  }
  if (code === 'EACCES') {
    const message = `Port ${port} is reserved for the administrator: set ${setting} to a port above 1023.`
    throw trouble('port.forbidden', message, facts)
  }
}

/** The error code with which listening there fails; undefined where it works. */
function tryPort(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(codeOf(error) ?? 'unknown'))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
