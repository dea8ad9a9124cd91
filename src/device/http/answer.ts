// Answer — what a handler gives back, and the bytes that stand before it on the line.

export type Answer = WholeAnswer | StreamedAnswer

export interface WholeAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export interface StreamedAnswer {
  readonly status: 200
  readonly headers: Readonly<Record<string, string>>
  /** Writes until it returns; `line` says when the reader has gone or is too slow. */
  readonly stream: (line: StreamLine) => Promise<void>
}

export interface StreamLine {
  /** False where the reader is behind, and the bytes were left out. */
  write(bytes: Uint8Array): boolean
  readonly closed: AbortSignal
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  303: 'See Other',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  505: 'HTTP Version Not Supported',
}

export function headOf(status: number, headers: Readonly<Record<string, string>>): string {
  const fields = Object.entries({ ...headers, Connection: 'close' })
  const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${reasons[status] ?? 'Status'}\r\n${lines.join('')}\r\n`
}

export function jsonAnswer(value: unknown, status = 200): WholeAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    body: JSON.stringify(value),
  }
}

export function textAnswer(status: number, body = ''): WholeAnswer {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return { status, headers, body: body === '' ? (reasons[status] ?? '') : body }
}
