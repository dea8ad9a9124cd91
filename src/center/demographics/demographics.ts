// Demographics — by what somebody is found who wrote the name or the birth date a little differently,
// as keyed hashes that say nothing without the vault's key (ADR 12).

import type { Biodata } from '#resident/biodata'
import type { CalendarDate } from '#resident/calendar-date'

export interface Demographics {
  /** In rising order, each once. */
  readonly nameTrigrams: readonly number[]
  readonly birthDate: number
  /** What is left of the birth date where one part is wrong, or day and month are swapped. */
  readonly nearDates: readonly number[]
}

/** `blindIndex` is the vault's; of its hash 32 bits are kept. */
export function demographicsOf(
  { name, birthDate }: Pick<Biodata, 'name' | 'birthDate'>,
  blindIndex: (text: string) => Buffer,
): Demographics {
  const keyed = (text: string) => blindIndex(`demographics/${text}`).readInt32BE(0)
  const all = (texts: readonly string[]) => [...new Set(texts.map(keyed))].sort((a, b) => a - b)
  return {
    nameTrigrams: all(trigramsOf(name)),
    birthDate: keyed(`born ${birthDate}`),
    nearDates: all(nearDatesOf(birthDate)),
  }
}

/** The spelling before 1972 still stands in names: Soeharto and Suharto are one. */
const oldSpellings = [
  ['OE', 'U'],
  ['DJ', 'J'],
  ['TJ', 'C'],
  ['NJ', 'NY'],
  ['SJ', 'SY'],
] as const

/** Letter by letter in threes, each word by itself, so that the order of the words says nothing. */
export function trigramsOf(name: string): readonly string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  const spelled = oldSpellings.reduce((text, [before, now]) => text.replaceAll(before, now), plain)
  const words = spelled.replace(/['’]/g, '').split(/[^\p{L}]+/u)
  const trigrams = new Set<string>()
  for (const word of words) {
    if (word === '') continue
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3))
  }
  return [...trigrams]
}

/** Two dates share one of these where one part of three differs, or day and month are swapped. */
export function nearDatesOf(date: CalendarDate): readonly string[] {
  const [year = '', month = '', day = ''] = date.split('-')
  const inEitherOrder = [month, day].sort().join(' ')
  return [
    `year ${year} month ${month}`,
    `year ${year} day ${day}`,
    `month ${month} day ${day}`,
    `year ${year} with ${inEitherOrder}`,
  ]
}
