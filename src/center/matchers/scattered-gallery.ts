// Scattered gallery — the gallery over many machines: the three looks of a search, asked of the matchers
// that hold it, each cut over all of them together.
//
// It says whom it found only where every part of the gallery answered at the state that was asked for.

import { bestOf, floorOf, type Hit, type KeepOf, usualKeepOf } from '../afis/best.ts'
import type {
  Fingers,
  Found,
  Gallery,
  SearchAnswer,
  SearchAsk,
  SearchedPart,
  SearchFailure,
} from '../afis/gallery.ts'
import { bestPeople, planOf, type SearchPlan, storedFingers, visitsWith } from '../afis/plan.ts'
import { parametersSha256 } from '../afis/snapshot.ts'
import { type AnswerBody, type AskBody, type CopyState, readHits, writeHits } from './asks.ts'
import { type Incomplete, isComplete, isIncomplete } from './complete.ts'
import { cutLook, shareOf } from './cut.ts'
import { isWhole, type Partition, type PartitionMap } from './map.ts'
import type { Question, Scatter, Told } from './scatter.ts'

export interface ScatteredNeeds {
  readonly scatter: Scatter
  /** The map that is searched by; with `isStale` the one that was last answered is no longer true. */
  readonly findMap: (isStale: boolean) => Promise<PartitionMap | undefined>
  readonly ids: () => string
  /** Another one for tests of a matcher of another version. */
  readonly parameters?: string
  /** Another one for tests of partitions that tell too little at first. */
  readonly keepOf?: KeepOf
}

/** What all matchers together said of the gallery at one number. */
interface Known {
  readonly seq: number
  readonly states: readonly CopyState[]
  readonly searched: readonly SearchedPart[]
}

/** The partitions of a map, and how to learn whether it still holds. */
type ByMap = Pick<Question, 'parts' | 'isOutdated'>

/** How often a search begins again by a newer map. */
const mapsMax = 3

export function createScatteredGallery(needs: ScatteredNeeds): Gallery {
  const { scatter, findMap, ids, parameters = parametersSha256, keepOf = usualKeepOf } = needs
  let known: Known = { seq: -1, states: [], searched: [] }
  const total = (of: (it: CopyState) => number) => known.states.reduce((sum, it) => sum + of(it), 0)

  /** Works by the map, and by a newer one where that turns out to be out of date. */
  const byMap = async <Value>(
    work: (map: ByMap) => Promise<Value | Incomplete>,
  ): Promise<Value | SearchFailure> => {
    let missing: readonly string[] = ['no map']
    for (let nth = 0; nth < mapsMax; nth++) {
      const map = await findMap(false)
      if (map === undefined || !isWhole(map)) break
      const isOutdated = async () => (await findMap(true))?.version !== map.version
      const done = await work({ parts: map.partitions, isOutdated })
      if (!isIncomplete(done)) return done
      missing = done.missing
      if (!done.isMapStale) break
    }
    return { code: 'SEARCH_FAILURE_AT_CENTRAL', missing }
  }

  return {
    async apply() {
      throw new Error('matchers follow the database by themselves')
    },
    async reach(seq) {
      if (known.seq >= seq) return undefined
      const reached = await byMap(async (by): Promise<Known | Incomplete> => {
        const terms = { seqMin: seq, parametersSha256: parameters }
        const bodyOf = (): AskBody => ({ act: 'state' })
        const { told, ...rest } = await scatter('state', { ...by, terms, bodyOf })
        if (!isComplete(told, by, seq)) return { ...rest, told: undefined }
        const states = told.flatMap((it) => it.body.states)
        return { seq, states, searched: searchedBy(told) }
      })
      if ('code' in reached) return reached
      if (reached.seq > known.seq) known = reached
      return undefined
    },
    async search(newcomer, ask) {
      const at = { peopleCount: total((it) => it.people), throughSeq: known.seq }
      const visits = total((it) => it.visits)
      const plan = planOf(newcomer, visits)
      const comparedPeople = total((it) =>
        visitsWith({ positions: new Map(it.positions) }, [...newcomer.keys()]),
      )
      if (plan === undefined && known.seq >= 0)
        return { found: [], comparedPeople, ...at, searched: known.searched }
      return byMap(async (by): Promise<SearchAnswer | Incomplete> => {
        if (plan === undefined) return { missing: ['state'], isMapStale: false, told: undefined }
        const terms = { seqMin: at.throughSeq, parametersSha256: parameters }
        const looked = await look({
          scatter,
          keepOf,
          search: ids(),
          plan,
          newcomer,
          ask,
          by,
          terms,
        })
        if (isIncomplete(looked)) return looked
        const { found, searched } = looked
        return { found: bestPeople(found, ask), comparedPeople, ...at, searched }
      })
    },
    get peopleCount() {
      return total((it) => it.people)
    },
    get lastSeq() {
      return Math.max(0, known.seq)
    },
    async stop() {},
  }
}

function searchedBy(told: readonly Told<unknown>[]): readonly SearchedPart[] {
  return told.flatMap((it) => it.searched).toSorted((a, b) => (a.partition < b.partition ? -1 : 1))
}

interface LookNeeds {
  readonly scatter: Scatter
  readonly search: string
  readonly plan: SearchPlan
  readonly newcomer: Fingers
  readonly ask: SearchAsk
  readonly by: ByMap
  readonly terms: Question['terms']
  readonly keepOf: KeepOf
}

interface DealtHit extends Hit {
  readonly part: Partition
}

function readClose({ body, parts }: Told<AnswerBody & { readonly act: 'close' }>, keep: number) {
  const hits = body.hits.flatMap((bytes, nth) =>
    readHits(bytes).map((hit): DealtHit => ({ ...hit, part: parts[nth]! })),
  )
  const counts = hits.map((it) => [it.score, 1] as const)
  return { hits, counts, floor: floorOf(bestOf([hits], keep), keep) }
}

/** The three looks. */
async function look({
  scatter,
  search,
  plan: { quick, close, labelings },
  newcomer,
  ask: { afterSeq, scoreMin, candidatesMax },
  by,
  terms,
  keepOf,
}: LookNeeds): Promise<
  { readonly found: readonly Found[]; readonly searched: readonly SearchedPart[] } | Incomplete
> {
  const quickTerms = { search, ask: quick.ask, wanted: quick.wanted, afterSeq }
  const cutBy = { scatter, keepOf, by: { ...by, terms } }
  const seen = await cutLook({
    ...{ ...cutBy, act: 'quick', wanted: quick.wanted },
    // Of each copy, for any of them may be asked of another matcher later.
    shareOf: (own) => Math.max(...own.map(shareOf)),
    bodyOf: (keep) => ({ act: 'quick', quick: quickTerms, keep }),
    read: ({ body }) => body,
  })
  if (isIncomplete(seen)) return seen
  const { least } = seen
  const closer = await cutLook({
    // Who made the quick look has its hits; anybody else would have to make it again.
    ...{ ...cutBy, by: { ...cutBy.by, before: seen.told }, act: 'close', wanted: close.wanted },
    shareOf: (own) => own.reduce((sum, it) => sum + shareOf(it), 0),
    bodyOf: (keep) => ({ act: 'close', quick: quickTerms, least, ask: close.ask, keep }),
    read: readClose,
  })
  if (isIncomplete(closer)) return closer
  const last = new Map<Partition, DealtHit[]>()
  for (const hit of bestOf(
    closer.readings.map((it) => it.hits),
    close.wanted,
  )) {
    const own = last.get(hit.part)
    if (own === undefined) last.set(hit.part, [hit])
    else own.push(hit)
  }

  const near = { ...by, parts: [...last.keys()] }
  const matched = await scatter('match', {
    ...{ ...near, terms, before: closer.told },
    bodyOf: (own) => ({
      act: 'match',
      newcomer: [...storedFingers(newcomer)],
      ...{ labelings, scoreMin, candidatesMax },
      hits: own.map((part) => writeHits(last.get(part) ?? [])),
    }),
  })
  if (!isComplete(matched.told, near, terms.seqMin)) return { ...matched, told: undefined }
  return {
    found: matched.told.flatMap((it) => it.body.found.map(asFound)),
    searched: searchedBy(seen.told),
  }
}

/** CBOR sorts names; what is stored is to be the same byte for byte, wherever the gallery is. */
function asFound({ caseId, personId, score, fingers }: Found): Found {
  const inOrder = fingers.map(({ position, recordedPosition, score: alone }) => {
    return { position, recordedPosition, score: alone }
  })
  return { caseId, personId, score, fingers: inOrder }
}
