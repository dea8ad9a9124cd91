// Measure tests — the gallery as a screen and Prometheus are told of it: in one process, and at matchers.

import { beforeAll, expect, test } from 'vitest'
import { prometheusText } from '#kit/prometheus-text'
import { useCenter } from '../../test/support/center.ts'
import { readPrometheusText } from '../../test/support/prometheus-text.ts'
import {
  galleryElsewhere,
  tellFirstMap,
  tellMatchers,
  tellSplit,
} from '../../test/support/told-matchers.ts'
import { watchGallery } from './afis/watched-gallery.ts'
import { measureAll, measureGallery } from './measure.ts'
import { metricsOf } from './metrics/metrics.ts'

const center = useCenter()
const elsewhere = watchGallery(galleryElsewhere, () => performance.now())

beforeAll(async () => {
  const office = await center.enroll()
  for (const resident of ['ani', 'beni'] as const) {
    await office.send(await office.packet({ resident, fingers: { 2: resident } }))
    await center.process()
  }
})

test('one process that holds all of it says so, with its counts and what it has yet to take', async () => {
  const { status, body } = await center.call('administrator', 'GET', '/api/gallery')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    ...{ place: 'one-process', people: 1, lastSeq: 2, lag: 1, failedCount: 0 },
    ...{ maps: [], partitions: [], matchers: [], searches: { count: 1, lastMinute: 1 } },
  })
  expect(body.residentBytes).toBeGreaterThan(1e6)
})

test('those who keep it running may look, and nobody else', async () => {
  const statuses = []
  for (const role of ['supervisor', 'adjudicator', undefined] as const) {
    statuses.push((await center.call(role, 'GET', '/api/gallery')).status)
  }
  expect(statuses).toEqual([200, 403, 401])
})

test('what matchers say of themselves is added up, part by part', async () => {
  const { db } = center.world
  await tellFirstMap(db)
  await tellSplit(db)
  await tellMatchers(db, ['m2'])
  const told = await measureGallery({ db }, elsewhere)
  expect(told).toMatchObject({ place: 'matchers', people: 1_000_000, bytes: 16 * 331_000_000 })
  expect(told.maps.map((it) => [it.version, it.readyAtMs !== null])).toEqual([
    [1, true],
    [2, false],
  ])
  expect(told.partitions.filter((it) => it.liveCount === 1)).toHaveLength(4)
  expect(told.matchers.find((it) => it.matcher === 'm2')).toMatchObject({ isThere: false })
})

test('each matcher has its figures, under its name', async () => {
  await elsewhere.reach?.(1)
  const text = prometheusText(metricsOf(await measureAll(center.world, elsewhere)))
  const figures = readPrometheusText(text)
  const values = {
    loket_gallery_map_version: 1,
    loket_gallery_map_latest_version: 2,
    loket_gallery_partitions: 8,
    loket_gallery_partitions_single_copy: 4,
    loket_gallery_partitions_lost: 0,
    loket_search_failures_total: 1,
    'loket_matcher_up{matcher="m1"}': 1,
    'loket_matcher_up{matcher="m2"}': 0,
    'loket_matcher_asks_total{matcher="m3",result="refused"}': 3,
    'loket_matcher_look_duration_seconds_bucket{matcher="m1",le="0.25"}': 2,
    'loket_matcher_look_duration_seconds_count{matcher="m1"}': 3,
  }
  for (const [name, value] of Object.entries(values)) {
    expect([name, figures.get(name)]).toEqual([name, value])
  }
  expect(figures.get('loket_matcher_seen_seconds{matcher="m2"}')).toBeGreaterThan(800)
})

test('a matcher of an earlier version is told of as far as it says', async () => {
  const { db } = center.world
  const { report } = await db
    .selectFrom('gallery_matchers')
    .select('report')
    .where('matcher', '=', 'm1')
    .executeTakeFirstOrThrow()
  const { load, copies, ...rest } = report as {
    load: Record<string, unknown>
    copies: Record<string, unknown>[]
  }
  const early = {
    ...rest,
    load: { inHand: 1, answered: 2, refused: 0 },
    copies: copies.map(({ people, bytes, ...it }) => it),
  }
  await db
    .updateTable('gallery_matchers')
    .set({ report: JSON.stringify(early) })
    .where('matcher', '=', 'm1')
    .execute()
  const told = (await measureGallery({ db }, elsewhere)).matchers[0]
  expect(told).toMatchObject({ matcher: 'm1', people: 0, load: { inHand: 1, residentBytes: 0 } })
  expect(told?.heldCount).toBe(4)
})
