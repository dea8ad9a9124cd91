// Examiners tests — the same templates from one thread, from two, and from this one.

import { expect, test } from 'vitest'
import type { FingerPosition } from '#enrollment/fingers'
import { printOf } from '../../../test/support/prints.ts'
import { startExaminers } from './examiners.ts'
import { type ExamineFinger, examineHere, extractFingers } from './extract-fingers.ts'

async function recordsOf(person: string, positions: readonly FingerPosition[]) {
  const records = new Map<FingerPosition, Uint8Array>()
  for (const position of positions) records.set(position, await printOf(person, position, 'first'))
  return records
}

async function inThreads(
  count: number,
  act: (examine: ExamineFinger) => Promise<void>,
): Promise<void> {
  const examiners = startExaminers(count)
  try {
    await act(examiners.examine)
  } finally {
    await examiners.stop()
  }
}

test('what is extracted is the same whatever the number of threads', async () => {
  const records = await recordsOf('ani', [2, 7, 8])
  const here = await extractFingers(records, examineHere)
  expect(here).toMatchObject({
    ok: true,
    value: [{ position: 2 }, { position: 7 }, { position: 8 }],
  })
  for (const count of [1, 2]) {
    await inThreads(count, async (examine) => {
      expect(await extractFingers(records, examine)).toEqual(here)
    })
  }
})

test('of several records that are wrong the first is told, whichever was examined first', async () => {
  const records = await recordsOf('ani', [2, 7])
  records.set(3, records.get(2) as Uint8Array)
  records.set(4, new Uint8Array([1, 2, 3]))
  await inThreads(2, async (examine) => {
    expect(await extractFingers(records, examine)).toEqual({
      ok: false,
      issue: { code: 'finger.other-position', position: 3 },
    })
  })
})
