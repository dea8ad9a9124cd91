// Exhaustive — a gallery that compares a newcomer with everybody by the full matcher.
//
// Slow beyond some thousand people, and never wrong by leaving somebody out: what a faster gallery
// is held against.

import type { CaseId } from '#enrollment/events'
import { comparePrepared, type Probes, prepareFingers, readFingers } from './compare.ts'
import { byScoreThenCase, type Found, type LocalGallery } from './gallery.ts'

interface Visit {
  readonly seq: number
  readonly personId: CaseId
  readonly probes: Probes
}

/** People compared before other work of the process gets its turn. */
const peoplePerTurn = 2

export function createExhaustiveGallery(): LocalGallery {
  const visits = new Map<CaseId, Visit>()
  const people = new Map<CaseId, number>()
  let lastSeq = 0

  const forget = (caseId: CaseId) => {
    const visit = visits.get(caseId)
    if (visit === undefined) return
    const left = people.get(visit.personId)! - 1
    if (left === 0) people.delete(visit.personId)
    else people.set(visit.personId, left)
    visits.delete(caseId)
  }

  return {
    async apply(entries) {
      for (const { seq, caseId, personId, fingers } of entries) {
        if (seq <= lastSeq) continue
        lastSeq = seq
        forget(caseId)
        if (fingers === undefined) continue
        visits.set(caseId, { seq, personId, probes: prepareFingers(readFingers(fingers)) })
        people.set(personId, (people.get(personId) ?? 0) + 1)
      }
    },
    async search(newcomer, { scoreMin, candidatesMax, afterSeq }) {
      const at = { peopleCount: people.size, throughSeq: lastSeq }
      const asked = [...visits].filter(([, visit]) => visit.seq > afterSeq)
      const probes = prepareFingers(newcomer)
      const best = new Map<CaseId, Found>()
      const compared = new Set<CaseId>()
      for (const [k, [caseId, { personId, probes: recorded }]] of asked.entries()) {
        const it = { caseId, personId, ...comparePrepared(probes, recorded) }
        if (it.fingers.length > 0) compared.add(personId)
        const other = best.get(personId)
        const isBest = other === undefined || byScoreThenCase(it, other) < 0
        if (it.score >= scoreMin && isBest) best.set(personId, it)
        if (k % peoplePerTurn === 1) await new Promise((turn) => setImmediate(turn))
      }
      const found = [...best.values()].toSorted(byScoreThenCase).slice(0, candidatesMax)
      return { found, comparedPeople: compared.size, ...at }
    },
    async stop() {},
    get peopleCount() {
      return people.size
    },
    get lastSeq() {
      return lastSeq
    },
  }
}
