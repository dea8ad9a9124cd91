// Bench scale — from figures that other benches measured to a million, ten million and the nation: memory,
// machines, search time and cost. Computed, not measured.

import { parseArgs } from 'node:util'
import { findJson } from '#kit/node/files'
import { trouble } from '#kit/node/trouble'
import { scaleOf } from './scale-figures.ts'
import { parseMeasured } from './scale-measured.ts'
import { type Assumed, assumedUsually } from './scale-model.ts'
import { renderScale } from './scale-told.ts'
import { wrongUsage } from './usage.ts'

const numbers = {
  cores: 'cores',
  ram: 'ramGb',
  network: 'networkMs',
  peak: 'peak',
  registrations: 'firstPerYear',
} as const satisfies Readonly<Record<string, keyof Assumed>>

export async function runBenchScale(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args)
  if (typeof asked === 'string') return wrongUsage(asked)
  const [gallery, matchers] = await Promise.all([asked.afis, asked.matchers].map(readFigures))
  const measured = parseMeasured(gallery, matchers)
  if (!measured.ok) throw trouble(measured.issue.code, issueWords[measured.issue.code])
  const scale = scaleOf(measured.value, asked.assumed, asked.price)
  process.stdout.write(asked.json ? `${JSON.stringify(scale)}\n` : renderScale(scale))
  return 0
}

const issueWords = {
  'scale.not-measured':
    'These are not what bench afis --json and bench afis --matchers N --json print.',
  'scale.other-parameters': 'The two were measured with other parameters: measure both again.',
} as const

async function readFigures(path: string): Promise<unknown> {
  const figures = await findJson(path).catch(() => undefined)
  if (figures === undefined) throw trouble('scale.file', `${path} cannot be read as JSON.`)
  return figures
}

interface Asked {
  readonly afis: string
  readonly matchers: string
  readonly assumed: Assumed
  readonly price: number | undefined
  readonly json: boolean
}

function parseAsked(args: readonly string[]): Asked | string {
  const names = ['afis', 'matchers', 'price', ...Object.keys(numbers)]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' } },
    })
    const typed: Record<string, string | boolean | undefined> = values
    const { afis, matchers, price } = typed
    if (typeof afis !== 'string' || typeof matchers !== 'string')
      return '--afis and --matchers name files'
    const said = Object.entries({ ...numbers, price: 'price' }).flatMap(([name, key]) =>
      typed[name] === undefined ? [] : [[name, key, Number(typed[name])] as const],
    )
    const wrong = said.find(([, , value]) => !(value > 0))
    if (wrong !== undefined) return `--${wrong[0]} is a number above 0`
    const instead = Object.fromEntries(
      said.filter(([name]) => name !== 'price').map(([, key, value]) => [key, value]),
    )
    return {
      ...{ afis, matchers, json: typed.json === true },
      price: price === undefined ? undefined : Number(price),
      assumed: { ...assumedUsually, ...instead },
    }
  } catch (error) {
    return (error as Error).message
  }
}
