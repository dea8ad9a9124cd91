// Job — one card at the printer: begun with one blank card from the ledger, ended once, either way.

import type { CaseId } from '#enrollment/events'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import type { AccountId } from '#staff/account'
import { actAt } from '../cases/at-stage.ts'
import { lockedUntil } from '../cases/card-lock.ts'
import { findForm } from '../cases/case-file.ts'
import { recordAct } from '../log/act.ts'
import { appendFact, type OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { enterBlangko } from './blangko.ts'
import { fileNameOf } from './spool.ts'
import { findJob, findMaterials, jobContext, listReady, renderCard } from './store.ts'

/** Answers the job's id; the blank card, the job and the log entry are one step or none. */
export async function startJob(
  world: OfficeWorld,
  caseIdText: string,
  { by, reason }: { readonly by: AccountId; readonly reason: string | undefined },
): Promise<string> {
  const jobId = world.ids()
  await actAt(world.db, caseIdText, ['printing'], async (transaction, caseId) => {
    await demandTurn(world, transaction, caseId, reason)
    const materials = await findMaterials(world, transaction, caseId)
    if (materials === undefined) return refuse(409, { code: 'printing.no-materials' })
    const atMs = world.clock()
    const used = { kind: 'used', count: 1, jobId, note: null, by, atMs } as const
    valueOrRefuse(await enterBlangko(transaction, used), 409)
    await transaction
      .insertInto('print_jobs')
      .values({
        job_id: jobId,
        case_id: caseId,
        state: 'spooled',
        sealed_card: world.vault.seal(await renderCard(world, materials), jobContext.card(jobId)),
        sealed_reason:
          reason === undefined ? null : world.vault.sealText(reason, jobContext.reason(jobId)),
        file_name: fileNameOf(jobId),
        started_by: by,
        started_at: new Date(atMs),
      })
      .execute()
    await appendFact(transaction, caseId, { type: 'sent-for-printing', jobId }, atMs)
    const act = reason === undefined ? 'card.sent-for-printing' : 'card.printed-out-of-order'
    await recordAct(transaction, { at: atMs, actor: by, act, subject: { caseId, jobId } })
  })
  return jobId
}

type Ending =
  | { readonly by: AccountId; readonly state: 'printed' }
  | {
      readonly by: AccountId
      readonly state: 'failed'
      readonly problem: string
      readonly spoiled: boolean
    }

/** Says how a job ended; said again the same way, it changes nothing. */
export async function endJob(world: OfficeWorld, jobId: string, ending: Ending): Promise<void> {
  const job = await findJob(world, jobId)
  if (job === undefined) return refuse(404, { code: 'printing.unknown-job' })
  if (job.state === ending.state) return
  if (job.state !== 'spooled') return refuse(409, { code: 'printing.job-ended' })
  await actAt(world.db, job.caseId, ['printer'], async (transaction, caseId) => {
    const atMs = world.clock()
    await transaction
      .updateTable('print_jobs')
      .set({
        state: ending.state,
        ended_at: new Date(atMs),
        sealed_problem:
          ending.state === 'failed'
            ? world.vault.sealText(ending.problem, jobContext.problem(jobId))
            : null,
      })
      .where('job_id', '=', jobId)
      .where('state', '=', 'spooled')
      .execute()
    if (ending.state === 'failed') await accountFor(transaction, jobId, ending, atMs)
    const type = ending.state === 'printed' ? 'printed' : 'print-failed'
    await appendFact(transaction, caseId, { type, jobId }, atMs)
    const act = ending.state === 'printed' ? 'card.printed' : 'card.print-failed'
    await recordAct(transaction, { at: atMs, actor: ending.by, act, subject: { caseId, jobId } })
  })
}

/** The blank card comes back from the printer, and where it is spoiled it goes again as such. */
async function accountFor(
  transaction: OfficeTransaction,
  jobId: string,
  { by, spoiled }: Extract<Ending, { state: 'failed' }>,
  atMs: number,
): Promise<void> {
  const entry = { count: 1, jobId, by, atMs } as const
  const back = { ...entry, kind: 'received', note: 'Kembali dari printer' } as const
  valueOrRefuse(await enterBlangko(transaction, back))
  if (!spoiled) return
  const lost = { ...entry, kind: 'spoiled', note: 'Rusak saat dicetak' } as const
  valueOrRefuse(await enterBlangko(transaction, lost))
}

/** No personal priority: out of order only with a reason; before the birthday not at all. */
async function demandTurn(
  world: OfficeWorld,
  transaction: OfficeTransaction,
  caseId: CaseId,
  reason: string | undefined,
): Promise<void> {
  const form = await findForm(transaction, world.vault, caseId)
  const until = form && lockedUntil(world, form)
  if (until !== undefined) refuse(409, { code: 'card.locked', until })
  if (reason !== undefined) return
  const ready = (await listReady(world)).filter((it) => it.lockedUntil === null)
  if (ready[0] !== undefined && ready[0].caseId !== caseId) {
    refuse(409, { code: 'printing.not-first', first: ready[0].ticket })
  }
}
