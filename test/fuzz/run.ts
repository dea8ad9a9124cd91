// Run — `npm run fuzz`: a hundred thousand cases over all readers, or as many as are asked for.
//
//     npm run fuzz -- [--cases N] [--seed N] [--only READER]
//
// Each reader is hunted in a process of its own that writes down each case before it tries it: so
// one that never ends, or takes the whole process with it, is told by its bytes as well.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeGoodFiles, withRealFiles } from './good-files.ts'
import { type Bag, hunt, type Reader } from './hunt.ts'
import { readersOf } from './readers.ts'

const usualCases = 100_000
const hangMs = 30_000
/** 4 how many cases were begun · 4 length of this one · the case. */
const noteHeadBytes = 8

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    note: { type: 'string' },
  },
})
const cases = Number(values.cases ?? usualCases)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const readers = readersOf(withRealFiles(await makeGoodFiles()))
const chosen = readers.filter((it) => values.only === undefined || it.name === values.only)
if (values.note === undefined) await huntAll()
else await huntOne(chosen[0]!, values.note)

async function huntAll(): Promise<void> {
  const shares = chosen.reduce((sum, it) => sum + it.share, 0)
  console.log(`seed ${seed}`)
  console.log('reader        cases  issues      ok  slowest ms  highest RSS MB  seconds')
  let [tried, faults] = [0, 0]
  for (const { name, share } of chosen) {
    const start = performance.now()
    const outcome = await watched(name, Math.round((cases * share) / shares))
    if (typeof outcome === 'string') {
      faults++
      console.log(`FAULT ${outcome}`)
      continue
    }
    tried += outcome.cases
    print(outcome, (performance.now() - start) / 1_000)
  }
  console.log(`${tried} cases, ${faults} faults`)
  process.exitCode = faults > 0 || tried === 0 ? 1 : 0
}

function print({ name, cases, ok, issues, slowestMs, rssBytes }: Bag, seconds: number): void {
  const numbers = [
    String(cases).padStart(7),
    String(cases - ok).padStart(8),
    String(ok).padStart(8),
    slowestMs.toFixed(0).padStart(12),
    (rssBytes / 1024 ** 2).toFixed(0).padStart(16),
    seconds.toFixed(0).padStart(9),
  ]
  console.log(`${name.padEnd(12)}${numbers.join('')}`)
  const common = Object.entries(issues).sort((a, b) => b[1] - a[1])
  if (common.length > 0) console.log(`    ${common.map((it) => it.join(' ')).join(', ')}`)
}

/** What was found, or the fault in words. */
async function watched(reader: string, cases: number): Promise<Bag | string> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-fuzz-'))
  const note = join(folder, 'case')
  const args = ['--only', reader, '--cases', `${cases}`, '--seed', `${seed}`, '--note', note]
  const child = fork(fileURLToPath(import.meta.url), args)
  const ended = once(child, 'exit')
  const outcome = await new Promise<Bag | string>((resolve) => {
    let before = 0
    const timer = setInterval(() => {
      const { count, told } = readNote(note)
      if (count > 0 && count === before) {
        resolve(`${reader}: a case has not ended in ${hangMs} ms\n${told}`)
      }
      before = count
    }, hangMs)
    child.once('message', (message) => resolve(message as Bag | string))
    child.once('exit', (code, signal) => {
      clearInterval(timer)
      resolve(`${reader}: its process ended with ${signal ?? code}\n${readNote(note).told}`)
    })
  })
  child.kill('SIGKILL')
  await ended
  rmSync(folder, { recursive: true })
  return outcome
}

function readNote(note: string): { count: number; told: string } {
  const written = readFileSync(note, { flag: 'a+' })
  if (written.length < noteHeadBytes) return { count: 0, told: 'before the first case' }
  const bytes = written.subarray(noteHeadBytes, noteHeadBytes + written.readUInt32BE(4))
  const told = `seed ${seed}\n${bytes.length} bytes ${bytes.toString('base64')}`
  return { count: written.readUInt32BE(0), told }
}

async function huntOne(reader: Reader, note: string): Promise<void> {
  const file = openSync(note, 'w')
  const head = Buffer.alloc(noteHeadBytes)
  let count = 0
  const watch = (bytes: Uint8Array) => {
    head.writeUInt32BE(++count, 0)
    head.writeUInt32BE(bytes.length, 4)
    writeSync(file, bytes, 0, bytes.length, noteHeadBytes)
    writeSync(file, head, 0, noteHeadBytes, 0)
  }
  const outcome = await hunt(reader, { cases, seed }, watch).catch((error: Error) => error.message)
  process.send!(outcome)
}
