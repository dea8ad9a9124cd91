// Door tests — pages of the office may use the scanner, other pages may not, whatever they try.

import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startDevice } from './device.ts'
import { ridgeSource } from './ridges.arbitrary.ts'

const home = await mkdtemp(join(tmpdir(), 'loket-door-'))
const office = 'https://kantor.contoh:8080'
const device = await startDevice({
  home,
  ports: { first: 0, last: 0 },
  origins: [office],
  clock: () => Date.UTC(2026, 6, 1),
  log: () => {},
  sourceOf: () => ridgeSource(),
})
const { port } = device
const own = `http://127.0.0.1:${port}`
afterAll(async () => {
  await device.stop()
  await rm(home, { recursive: true })
})

interface Told {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

function ask(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, method, path, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text })
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

const finger = '{"type":"Finger"}'

describe('a browser asks before a page may use the verbs', () => {
  const preflight = (origin: string, more = {}) =>
    ask('OPTIONS', '/capture', { origin, 'access-control-request-method': 'RCAPTURE', ...more })

  test('and is told yes for a page of the office', async () => {
    expect(await preflight(office)).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': office,
        'access-control-allow-methods': expect.stringContaining('RCAPTURE'),
        'access-control-allow-headers': expect.stringMatching(/content-type/i),
        vary: 'Origin',
      },
    })
  })

  test('also when it asks for a way into the private network, and only then', async () => {
    const told = await preflight(office, { 'access-control-request-private-network': 'true' })
    expect(told.headers['access-control-allow-private-network']).toBe('true')
    const plain = await preflight(office)
    expect(plain.headers['access-control-allow-private-network']).toBeUndefined()
  })

  test.each([
    'https://kantor.contoh',
    'http://kantor.contoh:8080',
    'https://kantor.contoh:8080.evil.example',
    'null',
    '*',
  ])('and is told no for %s', async (origin) => {
    const told = await preflight(origin)
    expect(told.status).toBe(403)
    expect(told.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a discovery', () => {
  test('from a page of the office may be read by it', async () => {
    const told = await ask('MOSIPDISC', '/device', { origin: office }, finger)
    expect(told.headers['access-control-allow-origin']).toBe(office)
    expect(JSON.parse(told.body)).toHaveLength(1)
  })

  test('from a program of this computer needs no origin', async () => {
    expect((await ask('MOSIPDISC', '/device', {}, finger)).status).toBe(200)
  })

  test('from any other page is not even tried', async () => {
    const told = await ask('MOSIPDISC', '/device', { origin: 'https://evil.example' }, finger)
    expect(told).toMatchObject({ status: 403, body: 'Forbidden' })
  })

  test('from a page that gave 127.0.0.1 a name of its own is turned away', async () => {
    const rebound = { host: `evil.example:${port}` }
    expect((await ask('MOSIPDISC', '/device', rebound, finger)).status).toBe(421)
    expect((await ask('GET', '/stand-in/person', { host: '127.0.0.1' })).status).toBe(421)
  })

  test.each([
    ['an iris scanner finds none', '{"type":"Iris"}', []],
    ['any device finds it', '{"type":"Biometric Device"}', [{ deviceId: '1' }]],
    ['something unheard of is an error', '{"type":"Toe"}', [{ error: { errorCode: '500' } }]],
    ['no JSON is an error', 'Finger', [{ error: { errorCode: '500' } }]],
  ])('of %s', async (_, body, expected) => {
    expect(JSON.parse((await ask('MOSIPDISC', '/device', {}, body)).body)).toMatchObject(expected)
  })
})

test.each([
  ['GET', '/device', 405],
  ['RCAPTURE', '/device', 405],
  ['GET', '/nowhere', 404],
  ['MOSIPDISC', '/', 405],
])('%s %s answers %i', async (method, path, status) => {
  expect((await ask(method, path)).status).toBe(status)
})

describe('who stands at the scanner', () => {
  const json = { 'content-type': 'application/json' }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const choose = (body: string, headers = {}) =>
    ask('POST', '/stand-in/person', { ...json, ...headers }, body)
  const standing = async () => JSON.parse((await ask('GET', '/stand-in/person')).body)

  test('is the first synthetic person at the start', async () => {
    expect(await standing()).toEqual({ kind: 'synthetic', person: '1', visit: 1 })
  })

  test('is told by a program', async () => {
    const person = { kind: 'synthetic', person: 'Siti', visit: 3 }
    expect((await choose(JSON.stringify(person))).status).toBe(200)
    expect(await standing()).toEqual(person)
  })

  test.each([
    '',
    '{}',
    '[]',
    '{"kind":"synthetic","person":"","visit":1}',
    '{"kind":"synthetic","person":"1","visit":-1}',
    '{"kind":"synthetic","person":"1","visit":1.5}',
    '{"kind":"folder","dir":"/x","person":"../../etc","visit":1}',
  ])('is not changed by %j', async (body) => {
    const before = await standing()
    expect(await choose(body)).toMatchObject({
      status: 400,
      body: '{"error":{"code":"person.unknown"}}',
    })
    expect(await standing()).toEqual(before)
  })

  test('is not changed by a page of somebody else, by form or by text', async () => {
    const before = await standing()
    const evil = { origin: 'https://evil.example' }
    const person = '{"kind":"synthetic","person":"9","visit":1}'
    expect((await choose(person, evil)).status).toBe(403)
    expect((await choose('person=9', { ...form, ...evil })).status).toBe(403)
    expect((await choose(person, { 'content-type': 'text/plain' })).status).toBe(415)
    expect(await standing()).toEqual(before)
  })

  test('is chosen on the scanner’s own page, and comes again when chosen again', async () => {
    const click = (person: string) =>
      choose(`person=${person}&language=en`, { ...form, origin: own })
    expect(await click('20')).toMatchObject({ status: 303, headers: { location: '/?language=en' } })
    expect(await standing()).toEqual({ kind: 'synthetic', person: '20', visit: 1 })
    await click('20')
    expect(await standing()).toEqual({ kind: 'synthetic', person: '20', visit: 2 })
    await click('next')
    expect(await standing()).toEqual({ kind: 'synthetic', person: '1', visit: 2 })
    for (const wrong of ['0', '21', '1.5', 'x', '']) expect((await click(wrong)).status).toBe(400)
  })

  test('is shown on that page, in both languages, without a way to slip in a script', async () => {
    const name = '<script>alert(1)</script>'
    await choose(JSON.stringify({ kind: 'synthetic', person: name, visit: 1 }))
    const [page, english] = [await ask('GET', '/'), await ask('GET', '/?language=en')]
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.body).toContain('Orang &lt;script&gt;')
    expect(page.body).not.toContain('<script')
    expect(page.body).toContain('<html lang="id">')
    expect(english.body).toContain('Standing at the scanner now')
    expect(page.body.match(/<button/g)?.length).toBe(21)
  })
})
