// Request — what comes of a call, whatever the server answers.

import { describe, expect, test } from 'vitest'
import { lineOf } from './line.ts'
import { messages } from './messages.en.ts'
import { isApiIssue, requestOf } from './request.ts'

interface Sent {
  readonly url: string
  readonly init: RequestInit
}

function serverThat(answers: (sent: Sent) => Response) {
  const seen: Sent[] = []
  const line = lineOf(() => 0)
  const request = requestOf({
    fetch: async (url, init) => {
      const sent = { url: String(url), init: init ?? {} }
      seen.push(sent)
      return answers(sent)
    },
    line,
    language: () => 'en',
    words: () => messages,
  })
  return { request, seen, line }
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

async function issueFrom(asking: Promise<unknown>) {
  const thrown = await asking.then(
    () => undefined,
    (it: unknown) => it,
  )
  if (!isApiIssue(thrown)) throw new Error('no issue was thrown')
  return thrown
}

describe('a question', () => {
  test('carries its body as JSON and the language of the screen', async () => {
    const { request, seen } = serverThat(() => json(200, { turn: 7 }))
    expect(await request('POST', '/api/turns', { kind: 'new' })).toEqual({ turn: 7 })
    expect(seen[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"kind":"new"}',
      credentials: 'same-origin',
      headers: { 'accept-language': 'en', 'content-type': 'application/json' },
    })
  })

  test('without a body claims no content type', async () => {
    const { request, seen } = serverThat(() => new Response(null, { status: 204 }))
    expect(await request('DELETE', '/api/session')).toBeUndefined()
    expect(seen[0]?.init.headers).not.toHaveProperty('content-type')
  })
})

describe('what is no answer is an issue with a sentence', () => {
  test('a refusal brings the words and facts of the server', async () => {
    const { request } = serverThat(() =>
      json(422, { code: 'turn.gone', message: 'It is gone.', facts: { turn: 7 } }),
    )
    expect(await issueFrom(request('GET', '/api/turns/7'))).toEqual({
      kind: 'refused',
      status: 422,
      code: 'turn.gone',
      message: 'It is gone.',
      facts: { turn: 7 },
    })
  })

  test('whoever is signed out is told so, in the words of the server where it has any', async () => {
    const bare = serverThat(() => new Response('', { status: 401 }))
    expect(await issueFrom(bare.request('GET', '/x'))).toMatchObject({
      kind: 'signed-out',
      message: messages.signedOut,
    })
    const worded = serverThat(() => json(401, { code: 'session.none', message: 'Gone.' }))
    expect(await issueFrom(worded.request('GET', '/x'))).toMatchObject({
      kind: 'signed-out',
      message: 'Gone.',
    })
  })

  test('a wrong password is a refusal, for who tries to sign in is not signed out', async () => {
    const { request } = serverThat(() => json(401, { code: 'session.wrong', message: 'Not so.' }))
    expect(await issueFrom(request('POST', '/api/session', {}))).toMatchObject({
      kind: 'refused',
      code: 'session.wrong',
    })
  })

  test('an answer that breaks off in the middle is silence, not an empty answer', async () => {
    const torn = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('network error')),
    })
    const { request, line } = serverThat(() => new Response(torn, { status: 200 }))
    expect(await issueFrom(request('GET', '/x'))).toMatchObject({ kind: 'unreachable' })
    expect(line.reachable()).toBe(false)
  })

  test.each([
    ['a page of a proxy', () => new Response('<html>', { status: 502 })],
    ['a page of a proxy that says all is well', () => new Response('<html>', { status: 200 })],
    ['a body without words', () => json(500, { statusCode: 500 })],
    ['an array', () => json(500, ['no'])],
  ])('%s is a broken server', async (_, answer) => {
    const { request } = serverThat(answer)
    expect(await issueFrom(request('GET', '/x'))).toMatchObject({ kind: 'broken', facts: {} })
  })

  test('silence is a line that is down, until the next answer', async () => {
    let down = true
    const { request, line } = serverThat(() => {
      if (down) throw new TypeError('Failed to fetch')
      return json(200, {})
    })
    expect(await issueFrom(request('GET', '/x'))).toMatchObject({ kind: 'unreachable', status: 0 })
    expect(line.reachable()).toBe(false)
    down = false
    await request('GET', '/x')
    expect(line.reachable()).toBe(true)
  })

  test('a question taken back is not a line that is down', async () => {
    const leaving = new AbortController()
    const { request, line } = serverThat(() => {
      leaving.abort()
      throw new DOMException('aborted', 'AbortError')
    })
    await expect(request('GET', '/x', undefined, { signal: leaving.signal })).rejects.toMatchObject(
      { name: 'AbortError' },
    )
    expect(line.reachable()).toBe(true)
  })
})
