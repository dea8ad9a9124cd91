// Recall told — a recall test as a table to read, and as a file with a line for each probe.

import { writeDurably } from '#kit/node/files'
import { trouble } from '#kit/node/trouble'
import type { Figures, RecallAnswer, Recalled, RecallRow } from './recall-figures.ts'

const titles = 'probe,mate,cascadeRank,cascadeScore,exhaustiveRank,exhaustiveScore'

/** Prints alone, among the people who do not exist. Rank and score are empty where none was found. */
export async function writeRows(file: string, rows: readonly RecallRow[]): Promise<void> {
  const lines = rows
    .filter((it) => it.probe.kind === 'one')
    .map(({ probe, cascade, exhaustive }) =>
      [
        quoted(probe.name),
        quoted(probe.mateName),
        cascade.rank,
        cascade.score,
        exhaustive?.rank,
        exhaustive?.score,
      ].join(','),
    )
  await writeDurably(file, `${[titles, ...lines].join('\n')}\n`).catch(() => {
    throw trouble('recall.rows', `${file} cannot be written`)
  })
}

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name
}

export function tellRecall(answer: RecallAnswer): string {
  const { mirrored, tails, persons, parametersSha256 } = answer
  const tailLines = Object.entries(tails).map(([name, { pairs, p99, p999, p9999 }]) =>
    [
      name.padEnd(24),
      `${pairs}`.padStart(12),
      ...[p99, p999, p9999].map((it) => (it?.toFixed(2) ?? '–').padStart(9)),
    ].join(''),
  )
  return `${[
    ...blockOf(`among mirrored prints alone, ${mirrored.people} people`, mirrored),
    '',
    ...blockOf(`among ${persons} people who do not exist, ${answer.people} people`, answer),
    '',
    'two prints of strangers       pairs     99 %   99.9 %  99.99 %',
    ...tailLines,
    '',
    `parameters ${parametersSha256}`,
  ].join('\n')}\n`
}

function blockOf(title: string, recalled: Recalled): string[] {
  const { four, ten } = recalled.fused
  const kinds: readonly (readonly [string, Figures | undefined])[] = [
    ['one finger', recalled],
    ['four fused', four],
    ['ten fused', ten],
  ]
  const measured = kinds.flatMap(([name, it]) => (it === undefined ? [] : [[name, it] as const]))
  return [
    title,
    '                threshold     best of all, %        brought up, %       lost     strangers',
    '             probes           exhaustive  cascade  exhaustive  cascade  points   up, %   most',
    ...measured.map(([name, it]) => lineOf(name, it)),
    '             visits that go on, mates to be found among them, visits that 99 % of these stand within; %',
    '                        quick look              close look            full matcher',
    ...measured.map(([name, it]) => `${name.padEnd(13)}${stagesOf(it)}`),
  ]
}

function lineOf(name: string, it: Figures): string {
  const { exhaustive, cascade, strangers } = it
  const share = (value: number, width: number) => (100 * value).toFixed(2).padStart(width)
  return [
    name.padEnd(13),
    `${it.probes}`.padStart(6),
    it.threshold.toFixed(2).padStart(10),
    share(exhaustive.rank1, 12),
    share(cascade.rank1, 9),
    share(1 - exhaustive.missedAtFpir, 12),
    share(1 - cascade.missedAtFpir, 9),
    share(it.lost, 8),
    share(strangers.broughtUp, 8),
    (strangers.most?.toFixed(1) ?? '–').padStart(7),
  ].join('')
}

function stagesOf({ stages }: Figures): string {
  const percent = (it: number | undefined) =>
    (it === undefined ? '–' : `${Number((100 * it).toPrecision(3))}`).padStart(8)
  return stages
    .map((it) => percent(it.penetration) + percent(it.hitRate) + percent(it.needed))
    .join('')
}
