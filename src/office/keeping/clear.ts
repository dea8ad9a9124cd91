// Clear — once a case has been over for the days that are kept, its personal data go.

import type { CaseId } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import { recordAct } from '../log/act.ts'
import { actOnCase, appendFact } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { dayMs, fateOf } from './keeping.ts'
import { oldCasesPage } from './limits.ts'
import { clearCase, listOldCases } from './store.ts'

type Needs = Pick<OfficeWorld, 'db' | 'clock' | 'settings' | 'log'>

/** Answers how many cases were cleared; one that cannot be is told and keeps no other waiting. */
export async function clearOldCases(needs: Needs): Promise<number> {
  const untouchedSinceMs = needs.clock() - needs.settings.keepDays * dayMs
  let cleared = 0
  let page = await listOldCases(needs.db, untouchedSinceMs, undefined)
  while (page.length > 0) {
    for (const caseId of page) {
      try {
        if (await clear(needs, caseId, untouchedSinceMs)) cleared++
      } catch (error) {
        needs.log(`keeping: ${caseId}: ${error instanceof Error ? error.name : 'unknown fault'}`)
      }
    }
    const isLast = page.length < oldCasesPage
    page = isLast ? [] : await listOldCases(needs.db, untouchedSinceMs, page.at(-1))
  }
  if (cleared > 0) needs.log(`keeping: old cases cleared of personal data: ${cleared}`)
  return cleared
}

async function clear({ db, clock }: Needs, caseId: CaseId, sinceMs: number): Promise<boolean> {
  const done = await actOnCase(db, caseId, async (transaction, log) => {
    // Somebody may have come after all while it was being listed.
    if (log.some(({ atMs }) => atMs > sinceMs)) return false
    const fate = fateOf(waitingAt(log))
    if (fate === 'live') return false
    const atMs = clock()
    if (fate === 'abandoned') {
      await appendFact(transaction, caseId, { type: 'closed', reason: 'abandoned' }, atMs)
    }
    await clearCase(transaction, caseId, { whole: fate !== 'carded', atMs })
    const act = 'case.cleared'
    await recordAct(transaction, { at: atMs, actor: 'system', act, subject: { caseId, fate } })
    return true
  })
  return done ?? false
}
