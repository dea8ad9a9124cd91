// Line proxy — the line between office and center: it can be down, be cut, and counts what it carries.

import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

export interface Line {
  readonly port: number
  /** Bytes that the center was given to read. */
  readonly carried: { bytes: number }
  /** Where calls end; they come in at `port`. */
  to(centerPort: number): void
  setDown(isDown: boolean): void
  /** Drops the line once this many bytes more went to the center; then it works again. */
  cutAfter(bytes: number): void
}

/** Call at the top of a test file, before the service that uses it. */
export function useLine(): Line {
  const state = { isDown: false, centerPort: 0, leftUntilCut: Number.POSITIVE_INFINITY }
  const carried = { bytes: 0 }
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let port = 0

  function carry(office: Socket): void {
    sockets.add(office)
    office.on('error', () => {}).once('close', () => sockets.delete(office))
    if (state.isDown) return void office.destroy()
    const center = connect(state.centerPort, '127.0.0.1')
    center.on('error', () => office.destroy()).once('close', () => office.destroy())
    office.once('close', () => center.end())
    center.pipe(office)
    office.on('data', (part) => {
      const isCut = part.length >= state.leftUntilCut
      const given = isCut ? part.subarray(0, state.leftUntilCut) : part
      state.leftUntilCut -= given.length
      carried.bytes += given.length
      center.write(given)
      if (!isCut) return
      state.leftUntilCut = Number.POSITIVE_INFINITY
      office.removeAllListeners('data').destroy()
      center.end()
    })
  }
  beforeAll(async () => {
    server = createServer(carry)
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    port = (server.address() as { port: number }).port
  })
  afterAll(() => {
    server?.close()
    for (const socket of sockets) socket.destroy()
  })
  return {
    carried,
    get port() {
      return port
    },
    to(centerPort) {
      state.centerPort = centerPort
    },
    setDown(isDown) {
      state.isDown = isDown
      if (isDown) for (const socket of sockets) socket.destroy()
    },
    cutAfter(bytes) {
      state.leftUntilCut = bytes
    },
  }
}
