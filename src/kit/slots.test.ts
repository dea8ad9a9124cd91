// Slots — no more at once than there are places, first come first served, and a failure gives back.

import { expect, test } from 'vitest'
import { createSlots } from './slots.ts'

test('so many run at once, and the rest in the order in which they came', async () => {
  const slots = createSlots(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const runs = [0, 1, 2, 3].map((n) =>
    slots(async () => {
      begun.push(n)
      await new Promise<void>((resolve) => ends.push(resolve))
      return n
    }),
  )
  await Promise.resolve()
  expect(begun).toEqual([0, 1])
  ends[1]?.()
  await runs[1]
  await expect.poll(() => begun).toEqual([0, 1, 2])
  ends[0]?.()
  await expect.poll(() => begun).toEqual([0, 1, 2, 3])
  for (const end of ends) end()
  expect(await Promise.all(runs)).toEqual([0, 1, 2, 3])
})

test('whoever fails gives the place back', async () => {
  const slots = createSlots(1)
  await expect(slots(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await slots(async () => 'yes')).toBe('yes')
})
