// Race — each kernel in WebAssembly against its plain twin, on the work of one real comparison.
//
// What an extraction and a comparison ask of the kernels is written down once, and then asked of
// both sides again, timed.

import type { GrayImage } from '#formats/gray-image'
import { extract } from '../extract/extract.ts'
import { match } from '../match/match.ts'
import { prepare } from '../match/prepare.ts'
import { matchTables } from '../match/tables.ts'
import { silent } from '../trace.ts'
import { type Kernels, referenceKernels } from './kernels.ts'
import type { MatchKernels } from './match-contract.ts'
import { referenceMatchKernels } from './match-kernels.ts'
import { startMatchKernels } from './match-wasm.ts'
import { startWasmKernels } from './wasm.ts'

/** CPU of one call, ms; `wasmMs` is undefined where this machine has no SIMD. */
export interface KernelTimes {
  readonly name: string
  readonly typescriptMs: number
  readonly wasmMs: number | undefined
}

type Side = Kernels | MatchKernels
interface Call {
  readonly kernel: string
  readonly asked: readonly unknown[]
}

/** `cpuMs` is a clock of CPU time; each kernel is called `rounds` times on each side. */
export function raceKernels(
  a: GrayImage,
  b: GrayImage,
  rounds: number,
  cpuMs: () => number,
): KernelTimes[] {
  const image = recorded(referenceKernels)
  const templates = [a, b].map((it) => extract(it, image.kernels, silent))
  const matcher = recorded(referenceMatchKernels)
  const [x, y] = templates.map((it) => prepare(it, matcher.kernels))
  match(x!, y!, matcher.kernels, silent)
  return [
    ...race(image.calls, referenceKernels, startWasmKernels(), rounds, cpuMs),
    ...race(matcher.calls, referenceMatchKernels, startMatchKernels(matchTables), rounds, cpuMs),
  ]
}

/** The same kernels, and what is asked of them, the first time of each. */
function recorded<Some extends Kernels | MatchKernels>(kernels: Some) {
  const calls: Call[] = []
  const asked = (kernel: string, them: (...all: unknown[]) => unknown) => {
    return (...all: unknown[]) => {
      if (!calls.some((it) => it.kernel === kernel)) calls.push({ kernel, asked: copyOf(all) })
      return them(...all)
    }
  }
  const entries = Object.entries(kernels).map(([name, it]) => [
    name,
    typeof it === 'function' ? asked(name, it as (...all: unknown[]) => unknown) : it,
  ])
  return { kernels: Object.fromEntries(entries) as Some, calls }
}

/** Kernels write into what they are given, so every call gets a copy of its own. */
function copyOf(asked: readonly unknown[]): unknown[] {
  return asked.map((it) => (isFound(it) ? it : structuredClone(it)))
}

/** What a comparison found cannot be copied: it holds a function. */
function isFound(it: unknown): boolean {
  return typeof it === 'object' && it !== null && 'likeness' in it
}

function race(
  calls: readonly Call[],
  typescript: Side,
  wasm: Side | undefined,
  rounds: number,
  cpuMs: () => number,
): KernelTimes[] {
  return calls.map((call) => ({
    name: call.kernel,
    typescriptMs: timeOf(call, calls, typescript, rounds, cpuMs),
    wasmMs: wasm && timeOf(call, calls, wasm, rounds, cpuMs),
  }))
}

const warmUps = 3

function timeOf(
  call: Call,
  calls: readonly Call[],
  side: Side,
  rounds: number,
  cpuMs: () => number,
): number {
  const kernel = kernelOf(side, call.kernel)
  // Aligning goes on from the comparison before it, of the same prints on the same side.
  const before = calls.find((it) => it.kernel === 'likePairs')
  let total = 0
  for (let round = -warmUps; round < rounds; round++) {
    const asked =
      call.kernel === 'align' && before !== undefined
        ? [...before.asked, kernelOf(side, before.kernel)(...before.asked)]
        : copyOf(call.asked)
    const start = cpuMs()
    kernel(...asked)
    if (round >= 0) total += cpuMs() - start
  }
  return total / rounds
}

function kernelOf(side: Side, name: string): (...asked: unknown[]) => unknown {
  return side[name as keyof Side] as unknown as (...asked: unknown[]) => unknown
}
