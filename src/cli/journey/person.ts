// Person — somebody who is signed in and works through the same HTTP routes as the screens.

export interface Person {
  get<Body>(path: string): Promise<Body>
  post<Body>(path: string, body?: object): Promise<Body>
  put<Body>(path: string, body: object | Uint8Array): Promise<Body>
  getBytes(path: string): Promise<Uint8Array>
  /** The same call, where a refusal is an answer and not the end of the journey. */
  tryPost<Body>(path: string, body?: object): Promise<Body | Refused>
}

/** What the service says no with. */
export class Refused extends Error {
  constructor(
    readonly path: string,
    readonly status: number,
    readonly code: string,
    message: string,
    readonly facts: Readonly<Record<string, unknown>>,
  ) {
    super(`${message} (${status} ${code}, ${path})`)
  }
}

const answerMsMax = 120_000

/** Signs in and answers a person whose every call carries the session. */
export async function signIn(
  baseUrl: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<Person> {
  const reply = await call(baseUrl, undefined, 'POST', '/api/session', { name, password })
  const cookie = reply.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
  return personAt(baseUrl, cookie)
}

/** Somebody with a phone: no session at all. */
export function anybody(baseUrl: string): Person {
  return personAt(baseUrl, undefined)
}

function personAt(baseUrl: string, cookie: string | undefined): Person {
  const json = async <Body>(method: string, path: string, body?: object) =>
    (await (await call(baseUrl, cookie, method, path, body)).json()) as Body
  const post = <Body>(path: string, body: object = {}) => json<Body>('POST', path, body)
  return {
    get: (path) => json('GET', path),
    post,
    put: (path, body) => json('PUT', path, body),
    async getBytes(path) {
      const reply = await call(baseUrl, cookie, 'GET', path)
      return new Uint8Array(await reply.arrayBuffer())
    },
    async tryPost<Body>(path: string, body?: object) {
      try {
        return await post<Body>(path, body)
      } catch (error) {
        if (error instanceof Refused) return error
        throw error
      }
    },
  }
}

async function call(
  baseUrl: string,
  cookie: string | undefined,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  const isBytes = body instanceof Uint8Array
  const reply = await fetch(new URL(path, baseUrl), {
    method,
    headers: {
      'accept-language': 'id',
      ...(cookie ? { cookie } : {}),
      ...(body
        ? { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }
        : {}),
    },
    body: body === undefined ? null : isBytes ? new Uint8Array(body) : JSON.stringify(body),
    signal: AbortSignal.timeout(answerMsMax),
  })
  if (reply.ok) return reply
  const said = (await reply.json().catch(() => ({}))) as Partial<{
    code: string
    message: string
    facts: Record<string, unknown>
  }>
  const { code = 'unknown', message = reply.statusText, facts = {} } = said
  throw new Refused(path, reply.status, code, message, facts)
}
