// Thread pool tests — answers, faults and threads that die or hang, with real threads.

import { afterAll, expect, test } from 'vitest'
import { startThreadPool } from './thread-pool.ts'

const options = {
  file: new URL('../../../test/support/hold-thread.ts', import.meta.url),
  count: 2,
  askMsMax: 20_000,
  asksMax: 8,
}
const pool = startThreadPool<string, string>(options)
afterAll(() => pool.stop())

test('every ask gets its own answer, also when there are more asks than threads', async () => {
  const asks = ['a', 'b', 'c', 'd', 'e']
  const answers = await Promise.all(asks.map((ask) => pool.run(ask)))
  expect(answers.map((it) => it.split(' ')[0])).toEqual(['A', 'B', 'C', 'D', 'E'])
  // The thread that answered stands behind the answer.
  expect(new Set(answers.map((it) => it.split(' ')[1])).size).toBeLessThanOrEqual(2)
})

test('work that throws rejects, and its thread goes on', async () => {
  await expect(pool.run('throw')).rejects.toThrow('as asked')
  expect(await pool.run('f')).toMatch(/^F /)
})

test('a thread that ends rejects its ask, and another takes its place', async () => {
  await expect(pool.run('exit')).rejects.toThrow('a thread ended')
  expect(await pool.run('g')).toMatch(/^G /)
})

test('work without an end is ended', async () => {
  const impatient = startThreadPool<string, string>({ ...options, askMsMax: 1_500 })
  await expect(impatient.run('hang')).rejects.toThrow('took too long')
  await impatient.stop()
  await expect(impatient.run('h')).rejects.toThrow('were ended')
})

test('what still waits is rejected when the pool is stopped', async () => {
  const stopped = startThreadPool<string, string>({ ...options, count: 1 })
  const asked = [stopped.run('hang'), stopped.run('i')].map((it) => it.catch(String))
  await stopped.stop()
  expect(await Promise.all(asked)).toEqual(Array(2).fill('Error: the threads were ended'))
})
