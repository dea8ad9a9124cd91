// Metrics routes — figures that a Prometheus server can read, for whoever may, with nobody's name in them.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpServer, type HttpServer } from '#kit/node/http-server'
import { useCenter } from '../../../test/support/center.ts'
import { residentNamed } from '../../../test/support/packets.ts'
import { readPrometheusText } from '../../../test/support/prometheus-text.ts'
import { metricsRoutes } from './routes.ts'

const center = useCenter()
const metrics = (headers: Record<string, string> = {}, address = center.address) =>
  fetch(`${address}/metrics`, { headers })

const token = 'a-token-of-sixteen-letters'
let guarded: { readonly server: HttpServer; readonly address: string }
beforeAll(async () => {
  const server = await createHttpServer({ title: 'metrics' })
  const read = () => Promise.reject(new Error('nobody reads this'))
  metricsRoutes(server.app, { token, read })
  guarded = { server, address: await server.listen({ port: 0 }) }
})
afterAll(() => guarded?.server.stop())

test('packets, gallery, searches and the process are told in the format of Prometheus', async () => {
  const office = await center.enroll('Kecamatan Rahasia')
  for (const resident of ['ani', 'beni'] as const) {
    await office.send(await office.packet({ resident, fingers: { 2: resident } }))
    await center.process()
  }
  center.time.now += 5_000
  await office.send(await office.packet({ resident: 'citra', fingers: {} }))
  center.time.now += 90_000
  const reply = await metrics()
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const text = await reply.text()
  const figures = readPrometheusText(text)
  const values = {
    'loket_center_packets_waiting{stage="received"}': 1,
    'loket_center_packets_oldest_seconds{stage="received"}': 90,
    'loket_center_packets_waiting{stage="searched"}': 0,
    loket_center_packets_set_aside: 0,
    'loket_center_pipeline_mode{mode="running"}': 1,
    loket_gallery_people: 1,
    loket_gallery_last_change: 2,
    loket_gallery_lag_changes: 1,
    loket_search_duration_seconds_count: 1,
    'loket_search_duration_seconds_bucket{le="+Inf"}': 1,
    loket_search_failures_total: 0,
  }
  for (const [name, value] of Object.entries(values)) {
    expect([name, figures.get(name)]).toEqual([name, value])
  }
  expect(figures.get('process_resident_memory_bytes')).toBeGreaterThan(1e6)
  const { nik, name } = residentNamed('ani')
  for (const secret of [nik, name, 'Rahasia']) expect(text).not.toContain(secret)
})

test('what was refused at the door is counted by its reason', async () => {
  const office = await center.enroll('Kecamatan Salah')
  const packet = await office.packet({ resident: 'citra', fingers: {} })
  const stranger = { ...packet, digest: '0'.repeat(64) }
  await office.send(stranger)
  const counted = async () =>
    [...readPrometheusText(await (await metrics()).text())].filter(([name]) =>
      name.startsWith('loket_center_door_refusals_total{'),
    )
  await expect.poll(counted).toEqual([[expect.stringContaining('code="'), 1]])
})

test('they are for this machine alone, and not for what a proxy passes on', async () => {
  for (const name of ['x-forwarded-for', 'forwarded']) {
    const refused = await metrics({ [name]: 'for=203.0.113.9', 'accept-language': 'en' })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'metrics.elsewhere' })
  }
})

test('where a token is set it opens them, and nothing else does', async () => {
  const { address } = guarded
  for (const headers of [{}, { authorization: 'Bearer another' }, { authorization: token }]) {
    const refused = await metrics(headers as Record<string, string>, address)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  }
  expect((await metrics({ authorization: `Bearer ${token}` }, address)).status).toBe(500)
})
