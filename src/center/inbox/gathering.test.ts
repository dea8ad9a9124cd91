// Gathering — every byte once and in order, in fewer writes, and never very much held back.

import { expect, test } from 'vitest'
import { gatheredBytesMax } from '../limits.ts'
import { gatheringTo } from './gathering.ts'

/** A file whose writes end when they are told to, and take all of it or so much. */
function heldFile(bytesMax = Number.POSITIVE_INFINITY) {
  const written: Buffer[] = []
  const ends: ((fault?: Error) => void)[] = []
  const writev = (parts: readonly Uint8Array[]) => {
    const bytes = Buffer.concat(parts)
    const bytesWritten = Math.min(bytes.length, bytesMax)
    written.push(bytes.subarray(0, bytesWritten))
    return new Promise((resolve, reject) =>
      ends.push((fault) => (fault ? reject(fault) : resolve({ bytesWritten }))),
    )
  }
  const writeFile = async (bytes: Buffer) => void written.push(bytes)
  const endNext = async (fault?: Error) => {
    ends.shift()?.(fault)
    await new Promise((turn) => setImmediate(turn))
  }
  return { file: { writev, writeFile } as never, written, endNext }
}

const texts = (written: readonly Buffer[]) => written.map(String)

test('the first goes out at once, what comes meanwhile together after it', async () => {
  const { file, written, endNext } = heldFile()
  const gathering = gatheringTo(file)
  for (const text of ['a', 'b', 'c']) await gathering.write(Buffer.from(text))
  expect(texts(written)).toEqual(['a'])
  await endNext()
  expect(texts(written)).toEqual(['a', 'bc'])
  await gathering.write(Buffer.from('d'))
  await endNext()
  await endNext()
  await gathering.end()
  expect(texts(written)).toEqual(['a', 'bc', 'd'])
  await gathering.write(Buffer.from('e'))
  expect(texts(written)).toEqual(['a', 'bc', 'd', 'e'])
})

test('what the disk takes in part goes out whole', async () => {
  const { file, written, endNext } = heldFile(2)
  const gathering = gatheringTo(file)
  await gathering.write(Buffer.from('abcd'))
  await endNext()
  await gathering.end()
  expect(texts(written)).toEqual(['ab', 'cd'])
})

test('whoever brings very much waits for the disk', async () => {
  const { file, endNext } = heldFile()
  const gathering = gatheringTo(file)
  await gathering.write(Buffer.alloc(1))
  let isTaken = false
  const taking = gathering.write(Buffer.alloc(gatheredBytesMax)).then(() => {
    isTaken = true
  })
  await new Promise((turn) => setImmediate(turn))
  expect(isTaken).toBe(false)
  await endNext()
  await endNext()
  await taking
})

test('a write that fails is told at the end, and to whoever waits', async () => {
  const { file, endNext } = heldFile()
  const gathering = gatheringTo(file)
  await gathering.write(Buffer.alloc(1))
  const waiting = expect(gathering.write(Buffer.alloc(gatheredBytesMax))).rejects.toThrow('full')
  await endNext(new Error('full'))
  await waiting
  await expect(gathering.end()).rejects.toThrow('full')
})
