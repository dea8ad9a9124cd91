// Hunt — feeds a reader with many cases, and fails at the first that is thrown at, slow or huge.

import fc from 'fast-check'

export interface Reader {
  readonly name: string
  readonly cases: fc.Arbitrary<Uint8Array>
  /** Of a hundred cases of all readers together. */
  readonly share: number
  /** 'ok' or the code of the issue. */
  read(bytes: Uint8Array): string | Promise<string>
}

export interface Bounds {
  /** CPU that one case may take. */
  readonly caseCpuMsMax: number
  /** What the whole process may hold at any time. */
  readonly rssBytesMax: number
}

export const usualBounds: Bounds = { caseCpuMsMax: 3_000, rssBytesMax: 1_500 * 1024 * 1024 }

export interface Bag {
  readonly name: string
  readonly cases: number
  readonly ok: number
  /** How often each code was the answer. */
  readonly issues: Readonly<Record<string, number>>
  readonly slowestMs: number
  readonly rssBytes: number
}

/** What a fault is told by: the bytes are there whole, so that they can become a test. */
export class HuntFault extends Error {
  readonly bytes: Uint8Array
  constructor(reader: string, seed: number, bytes: Uint8Array, why: string) {
    const base64 = Buffer.from(bytes).toString('base64')
    super(`${reader}: ${why}\nseed ${seed}\n${bytes.length} bytes ${base64}`)
    this.bytes = bytes
  }
}

const code = /^[a-z0-9]+\.[a-z0-9-]+$/

/** `watch` hears of each case before it is tried: of one that never ends nobody else can tell. */
export async function hunt(
  reader: Reader,
  asked: { readonly cases: number; readonly seed: number; readonly bounds?: Bounds },
  watch: (bytes: Uint8Array) => void = () => {},
): Promise<Bag> {
  const { cases, seed, bounds = usualBounds } = asked
  const issues: Record<string, number> = {}
  let [ok, tried, slowestMs, rssBytes] = [0, 0, 0, 0]
  const tryOne = async (bytes: Uint8Array) => {
    watch(bytes)
    const before = process.cpuUsage()
    const answer = await reader.read(bytes)
    const { user, system } = process.cpuUsage(before)
    const tookMs = (user + system) / 1_000
    tried++
    slowestMs = Math.max(slowestMs, tookMs)
    rssBytes = Math.max(rssBytes, process.memoryUsage.rss())
    if (tookMs > bounds.caseCpuMsMax) throw new Error(`${Math.round(tookMs)} ms for one case`)
    if (rssBytes > bounds.rssBytesMax) throw new Error(`${rssBytes} bytes of memory`)
    if (answer === 'ok') ok++
    else if (code.test(answer)) issues[answer] = (issues[answer] ?? 0) + 1
    else throw new Error(`«${answer}» is no code`)
  }
  const run = await fc.check(fc.asyncProperty(reader.cases, tryOne), {
    numRuns: cases,
    seed,
    endOnFailure: true,
  })
  if (run.failed) {
    const [bytes] = run.counterexample!
    throw new HuntFault(reader.name, seed, bytes, String(run.errorInstance))
  }
  return { name: reader.name, cases: tried, ok, issues, slowestMs, rssBytes }
}
