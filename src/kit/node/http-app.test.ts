// HTTP app test — over TLS, behind a proxy, and with a limit on how often one may ask.

import { request } from 'node:https'
import { afterEach, expect, test } from 'vitest'
import { selfSigned } from '../../../test/support/self-signed.ts'
import { createHttpServer, type HttpServer } from './http-server.ts'

let server: HttpServer | undefined
afterEach(() => server?.stop())

test('with a key and a certificate it speaks TLS, and tells browsers to stay with it', async () => {
  const https = await selfSigned()
  server = await createHttpServer({ title: 'Test', https })
  server.ready()
  const url = await server.listen({ port: 0 })
  expect(url).toMatch(/^https:/)
  const response = await new Promise<{ status?: number; hsts?: string }>((resolve, reject) => {
    const asked = request(
      `${url}/health`,
      { ca: https.cert, servername: 'localhost' },
      (answer) => {
        answer.resume()
        const hsts = answer.headers['strict-transport-security']
        resolve({ status: answer.statusCode as number, ...(hsts ? { hsts } : {}) })
      },
    )
    asked.on('error', reject).end()
  })
  expect(response).toEqual({ status: 200, hsts: expect.stringContaining('max-age=') })
})

test('who asks too often is told to wait, and a proxy’s word on who asks counts only behind one', async () => {
  for (const behindProxy of [false, true]) {
    server = await createHttpServer({ title: 'Test', behindProxy })
    const config = { rateLimit: { max: 2, timeWindow: 60_000 } }
    server.app.get('/api/limited', { config }, () => ({}))
    const url = await server.listen({ port: 0 })
    const ask = (from: string) =>
      fetch(`${url}/api/limited`, { headers: { 'x-forwarded-for': from, 'accept-language': 'en' } })
    const statuses = []
    for (const from of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      statuses.push((await ask(from)).status)
    }
    expect(statuses).toEqual(behindProxy ? [200, 200, 200] : [200, 200, 429])
    if (!behindProxy) {
      expect(await (await ask('192.0.2.1')).json()).toEqual({
        code: 'request.too-many',
        message: 'Too many attempts. Wait a moment and try again.',
      })
    }
    await server.stop()
  }
})
