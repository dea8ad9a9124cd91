// Known resident — is this person already recorded here, or in work? Asked before anything is typed.

import type { CaseId } from '#enrollment/events'
import { type WaitingAt, waitingAt } from '#enrollment/stage'
import { type Status, statusOf } from '#enrollment/status'
import { type OfficeDb, type OfficeTransaction, readLog } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { type CaseFile, caseFileOf, findCase, indexOf } from './case-file.ts'

export type FindBy = 'nik' | 'kk' | 'name' | 'code'

export interface KnownCase extends CaseFile {
  readonly waitingAt: WaitingAt
  readonly status: Status
  readonly sinceMs: number
}

const matchesMax = 20

/** The cases of a person, newest first. `code` is a ticket or the code of a form. */
export async function findKnownCases(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  by: FindBy,
  value: string,
): Promise<readonly KnownCase[]> {
  const files = by === 'code' ? await byCode(db, value) : await byIndex(db, vault, by, value)
  const known: KnownCase[] = []
  for (const file of files) {
    const log = await readLog(db, file.caseId)
    known.push({
      ...file,
      waitingAt: waitingAt(log),
      status: statusOf(log),
      sinceMs: log.at(-1)?.atMs ?? file.openedAtMs,
    })
  }
  return known
}

/** Other cases of the same NIK that are in work or recorded. */
export async function findOthersOfNik(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  nik: string,
  except: CaseId | undefined,
): Promise<readonly KnownCase[]> {
  const known = await findKnownCases(db, vault, 'nik', nik)
  return known.filter(
    (it) => it.caseId !== except && it.waitingAt !== 'closed' && it.waitingAt !== 'failed',
  )
}

async function byCode(db: OfficeDb | OfficeTransaction, code: string) {
  const file = await findCase(db, code)
  return file === undefined ? [] : [file]
}

async function byIndex(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  by: Exclude<FindBy, 'code'>,
  value: string,
): Promise<readonly CaseFile[]> {
  const column = { nik: 'nik_index', kk: 'kk_index', name: 'name_index' } as const
  const plain = by === 'name' ? value : value.replace(/\D/g, '')
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where(column[by], '=', indexOf[by](vault, plain))
    .orderBy('opened_at', 'desc')
    .limit(matchesMax)
    .execute()
  return rows.map(caseFileOf)
}
