// Fill — the keyed hashes of cases that were stored before there were any, made beside the center's
// other work when it starts.
//
// Only what is missing is made, batch by batch in the order of the cases: stopped at any moment, the
// next start goes on where this one was; of two that run at once neither spoils the other's.

import type { CaseId } from '#enrollment/events'
import type { Biodata } from '#resident/biodata'
import { demographicsFilledAtOnce } from '../limits.ts'
import type { CenterWorld } from '../world.ts'
import { type Demographics, demographicsOf } from './demographics.ts'
import { findWithoutDemographics, storeMissingDemographics } from './store.ts'

type Needs = Pick<CenterWorld, 'db' | 'vault'>

export interface Filled {
  readonly filled: number
  /** Cases whose biodata could not be opened; they stay as they were. */
  readonly failed: number
}

/** Each round goes on behind the case before: it ends with the last one, or when it is told to stop. */
export async function fillDemographics(
  needs: Needs,
  isStopping: () => boolean = () => false,
  atOnce: number = demographicsFilledAtOnce,
): Promise<Filled> {
  let [filled, failed] = [0, 0]
  let after: CaseId | undefined
  while (!isStopping()) {
    const cases = await findWithoutDemographics(needs.db, after, atOnce)
    const last = cases.at(-1)
    if (last === undefined) break
    after = last.caseId
    const made = cases.flatMap((it) => {
      const demographics = madeOf(needs, it)
      return demographics === undefined ? [] : [{ caseId: it.caseId, demographics }]
    })
    await storeMissingDemographics(needs.db, made)
    filled += made.length
    failed += cases.length - made.length
  }
  return { filled, failed }
}

function madeOf(
  { vault }: Needs,
  { caseId, sealedBiodata }: { readonly caseId: CaseId; readonly sealedBiodata: Buffer },
): Demographics | undefined {
  try {
    // Checked when it came.
    const biodata = JSON.parse(vault.openText(sealedBiodata, `enrollments/${caseId}`)) as Biodata
    return demographicsOf(biodata, vault.blindIndex)
  } catch {
    return undefined
  }
}

/** Begins at once; the center does not wait for it. */
export function startFilling(world: Pick<CenterWorld, 'db' | 'vault' | 'log'>): {
  stop(): Promise<void>
} {
  let isStopping = false
  const running = fillDemographics(world, () => isStopping).then(
    ({ filled, failed }) => {
      if (filled + failed === 0) return
      world.log(`demographics: ${filled} earlier cases can be found, ${failed} cannot be read`)
    },
    // The next start goes on.
    (error) => world.log(`demographics: ${error instanceof Error ? error.name : 'unknown fault'}`),
  )
  return {
    async stop() {
      isStopping = true
      await running
    },
  }
}
