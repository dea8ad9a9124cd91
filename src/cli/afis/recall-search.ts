// Recall search — each probe searched in the gallery as the product searches, look by look.

import type { KeptGallery } from '#center'
import type { CaseId } from '#enrollment/events'
import { nameOf } from './exhaustive.ts'
import type { RealPerson } from './real-people.ts'
import type { RecallProbe } from './recall-probes.ts'

/** Who is found of a probe. */
export interface SearchedProbe {
  /** The mate's place among all that are found, from 1; undefined where it is not among them. */
  readonly rank: number | undefined
  readonly score: number | undefined
  readonly quick: Passed
  readonly close: Passed
  /** All that the full matcher compared, best first. */
  readonly found: readonly { readonly score: number; readonly isMate: boolean }[]
}

/** Who goes on to the next look, in shares of the visits in the gallery. */
export interface Passed {
  readonly share: number
  /** The mate and whoever looks as much alike or more; undefined where the mate does not go on. */
  readonly mateWithin: number | undefined
}

export interface EnrolledPerson {
  readonly of: RealPerson
  readonly caseId: CaseId
  readonly seq: number
}

const nobody: Passed = { share: 0, mateWithin: undefined }

/** People of other folders are passed over: they may be the mate under another name. */
export async function searchProbes(
  gallery: KeptGallery,
  probes: readonly RecallProbe[],
  enrolled: readonly EnrolledPerson[],
): Promise<readonly SearchedProbe[]> {
  const byCase = new Map(enrolled.map((it) => [it.caseId, it]))
  const byName = new Map(enrolled.map((it) => [nameOf(it.of), it]))
  const searched: SearchedProbe[] = []
  for (const { of, fingers } of probes) {
    const mate = byName.get(nameOf(of))
    const passed = { quick: nobody, close: nobody }
    const ask = {
      scoreMin: Number.NEGATIVE_INFINITY,
      candidatesMax: Number.POSITIVE_INFINITY,
      afterSeq: 0,
    }
    const answer = await gallery.search(fingers, ask, (look, kept) => {
      passed[look] = passedOf(
        kept,
        kept.find((it) => it.seq === mate?.seq),
        gallery.peopleCount,
      )
    })
    const found = answer.found.flatMap(({ caseId, score }) => {
      const person = byCase.get(caseId)?.of
      if (person !== undefined && person.set !== of.set) return []
      return [{ score, isMate: person === of }]
    })
    const at = found.findIndex((it) => it.isMate)
    searched.push({ rank: at < 0 ? undefined : at + 1, score: found[at]?.score, ...passed, found })
  }
  return searched
}

export function passedOf(
  kept: readonly { readonly score: number }[],
  mate: { readonly score: number } | undefined,
  visits: number,
): Passed {
  const within = mate && kept.filter((it) => it.score >= mate.score).length / visits
  return { share: kept.length / visits, mateWithin: within }
}
