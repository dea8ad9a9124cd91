// HTTP server test — over a real socket: health, errors in two languages, headers, pages, the end.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Type } from '@fastify/type-provider-typebox'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fail, ok } from '#kit/result'
import { languageOf, refuse, valueOrRefuse } from './http-refusal.ts'
import { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts'
import { httpCodes } from './http-words.ts'
import { programVersion } from './program.ts'

const Person = Type.Object({
  birthDate: Type.String({ format: 'date' }),
  name: Type.String({ minLength: 2, maxLength: 60 }),
  children: Type.Optional(Type.Array(Type.Object({ age: Type.Integer({ minimum: 0 }) }))),
})

let folder: string
let server: HttpServer
let url: string
let lines: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'screens-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Pages</title>')
  await writeFile(join(folder, 'assets', 'app-1a2b.js'), 'export {}')
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => server.stop())

async function serve(options: Partial<HttpServerOptions> = {}) {
  lines = []
  const log = (line: string) => void lines.push(line)
  server = await createHttpServer({ title: 'Test', screens: folder, log, ...options })
  const { app } = server
  app.post('/api/people', { schema: { body: Person } }, ({ body }) => ({ name: body.name }))
  const query = Type.Object({ page: Type.Integer() })
  app.get('/api/people', { schema: { querystring: query } }, (it) => ({ page: it.query.page }))
  app.get('/api/people/:id', () => refuse(409, { code: 'person.known', since: 1 }))
  app.get('/api/result/:it', { schema: { params: Type.Object({ it: Type.String() }) } }, (asked) =>
    valueOrRefuse(asked.params.it === 'good' ? ok({ it: 1 }) : fail({ code: 'it.bad' })),
  )
  app.get('/api/broken/:secret', () => {
    throw new TypeError('the secret is 3273010101010001')
  })
  app.get('/api/slow', () => new Promise(() => {}))
  app.post('/api/bytes', ({ body }) => ({ length: (body as Buffer).length }))
  url = await server.listen({ port: 0 })
}

const english = { 'accept-language': 'en' }
const html = { accept: 'text/html,application/xhtml+xml' }
const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('health', () => {
  test('is 503 until the program is ready, then 200 with its version', async () => {
    await serve()
    expect((await get('/health')).status).toBe(503)
    server.ready()
    const response = await get('/health')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok', version: programVersion })
  })
})

describe('a wrong body', () => {
  const good = { birthDate: '2000-01-31', name: 'Siti' }

  test('is answered with the field in plain words, in Indonesian unless English is preferred', async () => {
    await serve()
    const { birthDate, name } = good
    const cases = [
      [{ name }, 'body/birthDate', '“birth date” is required.'],
      [{ ...good, birthDate: '31/1/2000' }, 'body/birthDate', '“birth date” has the wrong form.'],
      [{ birthDate, name: 'S' }, 'body/name', '“name” is too short: at least 2 characters.'],
      [
        { ...good, children: [{ age: -1 }] },
        'body/children/0/age',
        '“age” is too small: at least 0.',
      ],
    ] as const
    for (const [body, field, message] of cases) {
      const response = await post('/api/people', body, english)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        code: 'request.invalid',
        message,
        facts: { field },
      })
    }
    const response = await post('/api/people', { name })
    expect(response.headers.get('content-language')).toBe('id')
    expect(await response.json()).toMatchObject({ message: 'Isian “birth date” wajib diisi.' })
    expect((await post('/api/people', good)).status).toBe(200)
  })

  test('is named with the program’s own words where it has some', async () => {
    await serve({ words: ({ code }) => (code === 'field.birthDate' ? 'tanggal lahir' : undefined) })
    const { message } = (await (await post('/api/people', {})).json()) as { message: string }
    expect(message).toBe('Isian “tanggal lahir” wajib diisi.')
  })

  test('is never repeated in the answer', async () => {
    await serve()
    const text = await (await post('/api/people', { ...good, birthDate: 'kept-secret' })).text()
    expect(text).not.toContain('kept-secret')
  })

  test('that is no JSON, too large or of another kind has a sentence of its own', async () => {
    await serve()
    const broken = await post('/api/people', '{"name":')
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'request.malformed' }])
    const large = await post('/api/people', { name: 'x'.repeat(1024 * 1024) }, english)
    expect([large.status, await large.json()]).toMatchObject([
      413,
      { code: 'request.too-large', message: 'This is too large, at most 1024 KiB.' },
    ])
    const xml = await post('/api/people', '<a/>', { 'content-type': 'text/xml' })
    expect([xml.status, await xml.json()]).toMatchObject([415, { code: 'request.media-type' }])
  })

  test('of raw bytes arrives as bytes', async () => {
    await serve()
    const response = await post('/api/bytes', '\x00\x01\x02', {
      'content-type': 'application/octet-stream',
    })
    expect(await response.json()).toEqual({ length: 3 })
  })

  test('is not bent into its type, unlike the texts of a query string', async () => {
    await serve()
    expect((await post('/api/people', { ...good, children: [{ age: '3' }] })).status).toBe(400)
    expect(await (await get('/api/people?page=3')).json()).toEqual({ page: 3 })
    expect((await get('/api/people?page=three')).status).toBe(400)
  })
})

describe('a refusal', () => {
  test('carries its code, its facts and the program’s words', async () => {
    await serve({
      words: ({ code, since }, language) =>
        code === 'person.known' ? `${language === 'id' ? 'Sudah' : 'Known'} ${since}` : undefined,
    })
    const response = await get('/api/people/7', english)
    expect(response.status).toBe(409)
    expect(await response.json()).toEqual({
      code: 'person.known',
      message: 'Known 1',
      facts: { since: 1 },
    })
  })

  test('may come of a result', async () => {
    await serve()
    expect(await (await get('/api/result/good')).json()).toEqual({ it: 1 })
    const bad = await get('/api/result/bad')
    expect([bad.status, await bad.json()]).toEqual([422, { code: 'it.bad', message: 'it.bad' }])
  })
})

describe('a fault', () => {
  test('tells its number to the reader and its place to the log, and a secret to nobody', async () => {
    await serve()
    const response = await get('/api/broken/3273010101010001', english)
    expect(response.status).toBe(500)
    const text = await response.text()
    const { code, facts } = JSON.parse(text) as { code: string; facts: { fault: string } }
    expect(code).toBe('server.fault')
    const log = lines.join('\n')
    expect(log).toContain(`fault ${facts.fault} in GET /api/broken/:secret: TypeError at `)
    expect(log).toMatch(/GET \/api\/broken\/:secret 500 \d+ ms/)
    expect(log + text).not.toContain('3273010101010001')
  })
})

describe('every reply', () => {
  test('carries the security headers, errors and pages included', async () => {
    await serve()
    for (const path of ['/health', '/', '/nowhere', '/docs', '/api/broken/x', '/openapi.json']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe-inline')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
    expect((await get('/api/people?page=1')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('the pages', () => {
  test('are sent for any address that a person opens, but not in place of data', async () => {
    await serve()
    for (const path of ['/', '/meja/antrean?x=1', '/index.html']) {
      const response = await get(path, html)
      expect([response.status, await response.text()]).toEqual([
        200,
        expect.stringMatching(/Pages/),
      ])
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
    for (const [path, headers] of [
      ['/api/nothing', html],
      ['/assets/gone.js', html],
      ['/nothing', {}],
    ] as const) {
      const response = await get(path, headers)
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { code: 'request.unknown-path' },
      ])
    }
  })

  test('keep their hashed files for good', async () => {
    await serve()
    const response = await get('/assets/app-1a2b.js')
    expect(response.headers.get('cache-control')).toMatch(/immutable/)
    expect(response.headers.get('content-type')).toMatch(/javascript/)
  })

  test('are not missed where there are none', async () => {
    await serve({ screens: join(folder, 'not-built') })
    expect((await get('/', html)).status).toBe(404)
  })
})

describe('the documentation', () => {
  test('lists the routes for machines and for people', async () => {
    await serve()
    const document = (await (await get('/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, { post?: { requestBody: object } }>
    }
    expect(document.openapi).toMatch(/^3\./)
    expect(Object.keys(document.paths)).toContain('/api/people')
    expect(JSON.stringify(document.paths['/api/people']?.post?.requestBody)).toContain('birthDate')
    expect(await (await get('/docs/')).text()).toContain('swagger-ui')
  })
})

describe('the end', () => {
  test('comes within two seconds, whatever connections are open and requests unanswered', async () => {
    await serve()
    await get('/health')
    const slow = request(`${url}/api/slow`)
    slow.on('error', () => {})
    slow.end()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const start = performance.now()
    await server.stop()
    expect(performance.now() - start).toBeLessThan(2_000)
    await expect(get('/health')).rejects.toThrow()
  })
})

test('both languages know the same codes', () => {
  expect(httpCodes.id).toEqual(httpCodes.en)
})

test('the language is Indonesian unless English is preferred to it', () => {
  for (const it of [undefined, '', 'id', 'fr', 'id,en;q=0.9', 'en;q=0.2,id;q=0.7', 'jv-ID,id-ID']) {
    expect(languageOf(it)).toBe('id')
  }
  for (const it of ['en', 'en-US,en;q=0.9,id;q=0.8', 'fr,en;q=0.1'])
    expect(languageOf(it)).toBe('en')
})
