// Matchers command tests — what is typed becomes the next map, or is refused in one sentence.

import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { CenterDb } from '#center'
import { useDatabase } from '../../../test/support/database.ts'
import { useHeardCommand } from '../../../test/support/heard-command.ts'
import { tellMatchers, tellReady, toldNames } from '../../../test/support/told-matchers.ts'
import { runMatchers } from './matchers.ts'

/** The first command makes its tables. */
const database = useDatabase()
const db = () => database.db as never as CenterDb
const heard = useHeardCommand('matchers')
let refused = ''

beforeAll(async () => {
  vi.stubEnv('CENTER_DATABASE_URL', database.url)
  vi.mocked(process.stderr.write).mockImplementation((text) => {
    refused += String(text)
    return true
  })
  await runMatchers(['status'])
  await tellMatchers(db())
})
beforeEach(() => {
  refused = ''
})

const type = (line: string) => runMatchers(line.split(' ').filter((word) => word !== ''))

/** As if all had loaded what the latest map names. */
async function allLoad(gone: readonly string[] = []): Promise<void> {
  await tellReady(db())
  await tellMatchers(db(), gone)
}

test('whatever is no command is answered with how it is used', async () => {
  for (const line of ['', 'map 8', 'move 000-1ff m1', 'forget', 'wait soon', 'status --all']) {
    expect(await type(line)).toBe(2)
  }
  expect(refused).toContain('usage: ./loket matchers status')
})

test('a matcher that was never seen is given nothing, so that no map waits for a slip', async () => {
  expect(await type('map 8 m1 m2 m3 n4')).toBe(1)
  expect(refused).toContain('No matcher n4 was ever seen')
  expect(await type(`map 8 ${toldNames.join(' ')}`)).toBe(0)
  expect(heard.said).toBe('map 1 made\n')
  expect(await type('wait 0.01')).toBe(1)
  await allLoad()
  expect(await type('wait')).toBe(0)
})

test('each change is the next map, and what cannot be done is said', async () => {
  for (const line of ['move 000-1ff m1 m4', 'split 400-5ff', 'rebuild 600-7ff m3']) {
    expect([line, await type(line)]).toEqual([line, 0])
  }
  expect(heard.said).toBe('map 2 made\nmap 3 made\nmap 4 made\n')
  expect(await type('rebuild 400-5ff m4')).toBe(1)
  expect(refused).toContain('There is no such partition')
  expect(await type('move 600-7ff m3 m2')).toBe(1)
  expect(refused).toContain('holds it already')
  await allLoad()
})

test('what a lost machine held is dealt out, and only then it can be forgotten', async () => {
  expect(await type('forget m2')).toBe(1)
  expect(refused).toContain('still runs')
  await allLoad(['m2'])
  await type('status')
  expect(heard.said).toMatch(/^ {2}600-7ff {2}m3 \(4\), m2 \(1\) gone, \d+ people, ONE COPY$/m)
  expect(heard.said).toMatch(/^m2: NOT THERE, seen 9\d\d\.\d s ago/m)
  expect(await type('forget m2')).toBe(1)
  expect(refused).toContain('replace it first')
  expect(await type('replace m2 m1 m3 m4')).toBe(0)
  await allLoad(['m2'])
  expect(await type('wait')).toBe(0)
  expect(await type('forget m2')).toBe(0)
  expect(await type('forget m2')).toBe(1)
  expect(refused).toContain('No matcher of that name')
  heard.said = ''
  await type('status --json')
  const { matchers, partitions } = JSON.parse(heard.said)
  expect(matchers.map((it: { matcher: string }) => it.matcher)).toEqual(['m1', 'm3', 'm4'])
  expect(partitions.map((it: { liveCount: number }) => it.liveCount)).toEqual(Array(9).fill(2))
})

test('whoever is given something and does not run is named', async () => {
  await tellMatchers(db(), ['m2'])
  expect(await type('move 000-1ff m4 m2')).toBe(0)
  expect(refused).toContain('m2 does not run: until it does, the map waits')
})
