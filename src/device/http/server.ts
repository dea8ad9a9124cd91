// Server — connections on 127.0.0.1, one request and one answer each, bounded in time and number.

import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { codeOf } from '#kit/node/files'
import { loopback } from '#kit/node/ports'
import { connectionsMax, idleMsMax, requestMsMax, streamBacklogBytesMax } from '../limits.ts'
import { type Answer, headOf, type StreamedAnswer, textAnswer } from './answer.ts'
import { type HttpRequest, requestReader } from './request-reader.ts'

export interface HttpServer {
  readonly port: number
  stop(): Promise<void>
}

export interface HttpServerNeeds {
  /** The first free one is taken. */
  readonly ports: { readonly first: number; readonly last: number }
  readonly handle: (request: HttpRequest, port: number) => Promise<Answer>
  /** Something that must not happen, happened. */
  readonly onFault: (error: unknown) => void
  readonly requestMsMax?: number
}

/** Undefined where every port is taken. */
export async function startHttpServer(needs: HttpServerNeeds): Promise<HttpServer | undefined> {
  for (let port = needs.ports.first; port <= needs.ports.last; port++) {
    const server = await findListening(needs, port)
    if (server !== undefined) return server
  }
  return undefined
}

function findListening(needs: HttpServerNeeds, port: number): Promise<HttpServer | undefined> {
  const sockets = new Set<Socket>()
  // Half-open: who says all and closes its half of the line still waits for the answer.
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    serve(socket, needs, boundPort())
  })
  server.maxConnections = connectionsMax
  // Port 0 asks the system for one.
  const boundPort = () => (server.address() as AddressInfo).port
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = ['EADDRINUSE', 'EACCES'].includes(codeOf(error) ?? '')
      if (isTaken) resolve(undefined)
      else reject(error)
    })
    server.listen(port, loopback, () => {
      server.on('error', needs.onFault)
      resolve({
        port: boundPort(),
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped())
            for (const socket of sockets) socket.destroy()
          }),
      })
    })
  })
}

function serve(socket: Socket, needs: HttpServerNeeds, port: number): void {
  const reader = requestReader()
  // A reader that leaves in the middle is no fault of ours; 'close' follows in any case.
  socket.on('error', () => {})
  socket.setTimeout(idleMsMax, () => socket.destroy())
  const patience = setTimeout(() => {
    socket.off('data', onData)
    send(socket, textAnswer(408))
  }, needs.requestMsMax ?? requestMsMax)
  socket.once('close', () => clearTimeout(patience))

  // What ends before it is a request gets no answer.
  const onEnd = () => socket.destroy()
  socket.once('end', onEnd)

  function onData(bytes: Buffer) {
    const read = reader.read(bytes)
    if (read === undefined) return
    clearTimeout(patience)
    socket.off('data', onData)
    socket.off('end', onEnd)
    socket.resume()
    if (!read.ok) {
      send(socket, textAnswer(read.issue.status))
      return
    }
    needs
      .handle(read.value, port)
      .catch((error: unknown) => {
        needs.onFault(error)
        return textAnswer(500)
      })
      .then((answer) => send(socket, answer))
      .catch((error: unknown) => {
        needs.onFault(error)
        socket.destroy()
      })
  }
  socket.on('data', onData)
}

async function send(socket: Socket, answer: Answer): Promise<void> {
  if (socket.destroyed) return
  if ('stream' in answer) {
    await sendStream(socket, answer)
    return
  }
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  const length = answer.status === 204 ? {} : { 'Content-Length': String(body.length) }
  socket.write(headOf(answer.status, { ...answer.headers, ...length }), 'latin1')
  socket.end(body)
}

/** Chunk by chunk, so that a reader can tell the end of the stream from a broken line. */
async function sendStream(socket: Socket, { status, headers, stream }: StreamedAnswer) {
  const gone = new AbortController()
  socket.once('close', () => gone.abort())
  socket.write(headOf(status, { ...headers, 'Transfer-Encoding': 'chunked' }), 'latin1')
  await stream({
    closed: gone.signal,
    write(bytes) {
      if (gone.signal.aborted || socket.writableLength > streamBacklogBytesMax) return false
      socket.write(`${bytes.length.toString(16)}\r\n`, 'latin1')
      socket.write(bytes)
      socket.write('\r\n', 'latin1')
      return true
    },
  })
  if (!socket.destroyed) socket.end('0\r\n\r\n', 'latin1')
}
