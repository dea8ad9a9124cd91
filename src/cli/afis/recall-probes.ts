// Recall probes — who comes again in a recall test: every later print alone, and hands together.

import type { Fingers } from '#center'
import type { FingerPosition } from '#enrollment/fingers'
import { otherHands, type RealPerson, type RealPrint } from './real-people.ts'

export type Kind = 'one' | 'four' | 'ten'

export interface RecallProbe {
  readonly kind: Kind
  /** The file of a print alone; of several, the visit and what of it. */
  readonly name: string
  /** The finger, or the person. */
  readonly mateName: string
  readonly of: RealPerson
  /** What could be extracted, by the position that it is handed in as. */
  readonly fingers: Fingers
}

export const fingersOfKind: Readonly<Record<Kind, number>> = { one: 1, four: 4, ten: 10 }

const together: readonly { kind: Kind; name: string; positions: readonly FingerPosition[] }[] = [
  { kind: 'four', name: 'right four', positions: [2, 3, 4, 5] },
  { kind: 'four', name: 'left four', positions: [7, 8, 9, 10] },
  { kind: 'ten', name: 'ten', positions: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
]

export function probesOf(people: readonly RealPerson[]): RecallProbe[] {
  return people.flatMap((of) => [...of.later.map((it) => aloneOf(of, it)), ...togetherOf(of)])
}

/**
 * Nobody vouches for the position of a print alone, so it is handed in as the same finger of the other
 * hand: the full matcher tries what is said beside what the looks before it propose, and what is said
 * must not be the answer.
 */
function aloneOf(of: RealPerson, print: RealPrint): RecallProbe {
  const { set } = of
  const finger = print.file.replace(/_\d+\.\w+$/, '')
  return {
    kind: 'one',
    name: `${set}/${print.file}`,
    mateName: `${set}/${finger}`,
    of,
    fingers: fingersOf([{ ...print, position: otherHands(print.position) }]),
  }
}

/** A visit counts where every finger of the four or ten has a file. */
function togetherOf(of: RealPerson): RecallProbe[] {
  const visits = [...new Set(of.later.map((it) => it.visit))]
  return visits.flatMap((visit) =>
    together.flatMap(({ kind, name, positions }): RecallProbe[] => {
      const prints = of.later.filter((it) => it.visit === visit && positions.includes(it.position))
      if (new Set(prints.map((it) => it.position)).size < positions.length) return []
      const mateName = `${of.set}/${of.name}`
      return [
        { kind, name: `${mateName}_${visit} ${name}`, mateName, of, fingers: fingersOf(prints) },
      ]
    }),
  )
}

function fingersOf(prints: readonly RealPrint[]): Fingers {
  return new Map(
    prints.flatMap(({ position, template }) =>
      template === undefined ? [] : [[position, template] as const],
    ),
  )
}
