// Process use tests — of this very process, and of one that is not there.

import { expect, test } from 'vitest'
import { findProcessUse } from './process-use.ts'

test('a process that works takes time of a core, and memory', async () => {
  const before = await findProcessUse(process.pid)
  const start = process.cpuUsage()
  while (process.cpuUsage(start).user < 150_000) Math.sqrt(start.user)
  const after = await findProcessUse(process.pid)
  expect(after!.cpuMs - before!.cpuMs).toBeGreaterThanOrEqual(100)
  expect(after!.residentBytes).toBeGreaterThan(1_000_000)
})

test('of a process that is not there nothing is known', async () => {
  expect(await findProcessUse(2 ** 30)).toBeUndefined()
})
