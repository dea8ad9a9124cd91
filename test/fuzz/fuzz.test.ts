// Fuzz test — the same few thousand spoiled files each time; `npm run fuzz` tries ever new ones.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeGoodFiles, withRealFiles } from './good-files.ts'
import { hunt, type Reader } from './hunt.ts'
import { readersOf } from './readers.ts'

const casesOfAll = 5_000
const seed = 19_794

const readers = readersOf(withRealFiles(await makeGoodFiles()))

describe('any bytes at all end in a value or a coded issue, cheaply', () => {
  test.each(readers)('$name', async (reader) => {
    const cases = Math.round((casesOfAll * reader.share) / 100)
    const bag = await hunt(reader, { cases, seed })
    expect(bag.cases).toBe(cases)
    // Spoiled too much nothing would be looked at but the beginning.
    expect(bag.ok).toBeGreaterThan(cases / 50)
    if (reader.name !== 'match') expect(Object.keys(bag.issues).length).toBeGreaterThan(1)
  })
})

test('all shares are of a hundred', () => {
  expect(readers.reduce((sum, it) => sum + it.share, 0)).toBe(100)
})

describe('the hunt tells of a reader', () => {
  const cases = fc.uint8Array({ minLength: 1, maxLength: 20 })
  const reader = (read: Reader['read']): Reader => ({ name: 'bad', share: 1, cases, read })
  const caught = (read: Reader['read'], bounds = { caseCpuMsMax: 200, rssBytesMax: 2 ** 40 }) =>
    hunt(reader(read), { cases: 300, seed, bounds })

  test('that throws, with the bytes', async () => {
    const read = (bytes: Uint8Array) => {
      if (bytes[0]! > 200) throw new RangeError('out of bounds')
      return 'ok'
    }
    const fault = await caught(read).catch((error) => error)
    expect(fault.message).toContain('out of bounds')
    expect(fault.message).toContain(`seed ${seed}`)
    expect(fault.message).toContain(Buffer.from(fault.bytes).toString('base64'))
    expect(fault.bytes[0]).toBeGreaterThan(200)
  })

  test('that answers without a code', async () => {
    await expect(caught(() => 'went wrong')).rejects.toThrow('is no code')
  })

  test('that takes its time', async () => {
    const read = () => {
      const before = process.cpuUsage()
      while (process.cpuUsage(before).user < 250_000);
      return 'ok'
    }
    await expect(caught(read)).rejects.toThrow('ms for one case')
  })

  test('that takes memory', async () => {
    const bounds = { caseCpuMsMax: 1_000, rssBytesMax: 1_000 }
    await expect(caught(() => 'ok', bounds)).rejects.toThrow('bytes of memory')
  })
})
