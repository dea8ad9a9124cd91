// Server tests — real sockets: whoever dawdles, floods or leaves does not keep others from being served.

import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { concat } from '#kit/bytes'
import { seeded } from '#kit/seeded'
import { connectionsMax } from '../limits.ts'
import { jsonAnswer } from './answer.ts'
import type { HttpServer, HttpServerNeeds } from './server.ts'
import { startHttpServer } from './server.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const faults: unknown[] = []
async function start(changes: Partial<HttpServerNeeds> = {}): Promise<HttpServer> {
  const server = await startHttpServer({
    ports: { first: 0, last: 0 },
    handle: async ({ method, path }) => jsonAnswer({ method, path }),
    onFault: (error) => faults.push(error),
    ...changes,
  })
  expect(server).toBeDefined()
  stops.push(server!.stop)
  return server!
}

/** Sends the bytes and reads until the other side ends. */
function talk(port: number, bytes: string | Uint8Array, leaveOpen = true): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')))
    socket.on('connect', () => (leaveOpen ? socket.write(bytes) : socket.end(bytes)))
  })
}

const hello = 'STREAM /stream HTTP/1.1\r\nHost: x\r\n\r\n'

test('a verb that Node’s own server refuses is answered, and the line is closed', async () => {
  const { port } = await start()
  expect(await talk(port, hello)).toBe(
    [
      'HTTP/1.1 200 OK',
      'Content-Type: application/json',
      'Cache-Control: no-store',
      'Content-Length: 36',
      'Connection: close',
      '',
      '{"method":"STREAM","path":"/stream"}',
    ].join('\r\n'),
  )
})

test('whoever says all and closes its half of the line is answered, too', async () => {
  const { port } = await start()
  expect(await talk(port, hello, false)).toContain('200 OK')
})

test('and also when the answer takes its time', async () => {
  const { port } = await start({
    handle: () => new Promise((resolve) => setTimeout(() => resolve(jsonAnswer({})), 100)),
  })
  expect(await talk(port, hello, false)).toContain('200 OK')
})

test('what ends before it is a request gets no answer', async () => {
  const { port } = await start()
  expect(await talk(port, hello.slice(0, -2), false)).toBe('')
})

test('a slip is answered with its status', async () => {
  const { port } = await start()
  expect(await talk(port, 'GET / HTTP/2.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 505 /)
  expect(await talk(port, `GET /${'a'.repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 431 /)
})

test('whoever dawdles is told so and let go', async () => {
  const { port } = await start({ requestMsMax: 100 })
  expect(await talk(port, 'GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
})

test('a handler that fails is a fault of ours, and says nothing of it', async () => {
  const { port } = await start({ handle: () => Promise.reject(new Error('secret')) })
  const answer = await talk(port, hello)
  expect(answer).toMatch(/^HTTP\/1\.1 500 /)
  expect(answer).not.toContain('secret')
  expect(faults.pop()).toMatchObject({ message: 'secret' })
})

test('the first free port is taken, on 127.0.0.1 only', async () => {
  const blocker = createServer()
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => blocker.close(() => resolve())))
  const taken = (blocker.address() as { port: number }).port
  const onlyTaken = { first: taken, last: taken }
  const needs = { handle: async () => jsonAnswer({}), onFault: () => {} }
  expect(await startHttpServer({ ...needs, ports: onlyTaken })).toBeUndefined()
  const { port } = await start({ ports: { first: taken, last: taken + 20 } })
  expect(port).toBeGreaterThan(taken)
  const refused = await new Promise((resolve) => {
    connect(port, '::1')
      .once('error', () => resolve(true))
      .once('connect', () => resolve(false))
  })
  expect(refused).toBe(true)
})

describe('a crowd', () => {
  test('beyond the limit is turned away, and the others are served', async () => {
    const { port } = await start()
    const idle: Socket[] = []
    for (let i = 0; i < connectionsMax; i++) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      idle.push(socket)
      await new Promise((resolve) => socket.once('connect', resolve))
    }
    expect(await talk(port, hello)).toBe('')
    idle.pop()?.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await talk(port, hello)).toContain('200 OK')
    for (const socket of idle) socket.destroy()
  })

  test('of torn, mutated and cut-off requests leaves the server standing', async () => {
    const { port } = await start({ requestMsMax: 300 })
    const chance = seeded('torn-http')
    const good = Buffer.from('RCAPTURE /capture HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}')
    for (let batch = 0; batch < 10; batch++) {
      await Promise.all(
        Array.from({ length: 30 }, async () => {
          const bytes = Uint8Array.from(good)
          bytes[chance.below(bytes.length)] = chance.below(256)
          const torn = bytes.subarray(0, chance.below(bytes.length + 1))
          const flood = chance.below(10) === 0 ? new Uint8Array(100_000).fill(65) : torn
          const answer = await talk(port, flood, chance.below(2) === 0)
          expect(answer).toMatch(/^$|^HTTP\/1\.1 (200|400|408|413|431|501|505) /)
        }),
      )
    }
    expect(await talk(port, hello)).toContain('200 OK')
    expect(faults).toEqual([])
  })
})

describe('a stream', () => {
  test('comes in chunks and ends with an empty one', async () => {
    const { port } = await start({
      handle: async () => ({
        status: 200,
        headers: {},
        async stream(line) {
          line.write(Buffer.from('first'))
          line.write(Buffer.from('second one'))
        },
      }),
    })
    const answer = await talk(port, hello)
    expect(answer).toContain('Transfer-Encoding: chunked')
    expect(answer.split('\r\n\r\n')[1]).toBe('5\r\nfirst\r\na\r\nsecond one\r\n0')
  })

  test('is told when its reader has gone, and leaves frames out for a slow one', async () => {
    const seen = { left: false, skipped: 0 }
    const ended = new Promise<void>((resolve) => {
      const handle: HttpServerNeeds['handle'] = async () => ({
        status: 200,
        headers: {},
        async stream(line) {
          while (!line.closed.aborted) {
            if (!line.write(concat(new Uint8Array(300_000)))) seen.skipped++
            await new Promise((next) => setTimeout(next, 2))
          }
          seen.left = true
          resolve()
        },
      })
      void start({ handle }).then(({ port }) => {
        const slow = connect(port, '127.0.0.1', () => slow.write(hello))
        slow.on('error', () => {})
        slow.pause()
        setTimeout(() => slow.destroy(), 300)
      })
    })
    await ended
    expect(seen.left).toBe(true)
    expect(seen.skipped).toBeGreaterThan(5)
  })
})
