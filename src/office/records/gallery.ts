// Gallery — everybody recorded here, in memory, finger by finger: what a newcomer is compared with
// before the case leaves the office.
//
// A rebuildable image of the database; each look brings it up to date first. Of each person a few
// lead fingers are kept ready to be compared, the others as bytes: most people are told apart by
// the leads alone.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { type FingerTemplate, type Probe, prepareProbe } from '#finger'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { openTemplate, templateContext } from './templates.ts'

export interface RecordedPerson {
  readonly caseId: CaseId
  readonly leads: ReadonlyMap<FingerPosition, Probe>
  /** Opened and prepared when asked for. */
  others(): ReadonlyMap<FingerPosition, Probe>
}

export interface Gallery {
  /** Everybody whose registering was committed by now. */
  people(db: OfficeDb | OfficeTransaction): Promise<Iterable<RecordedPerson>>
}

/** Index fingers, then thumbs: the ones that are there and clear most often. */
const leadOrder: readonly FingerPosition[] = [2, 7, 1, 6, 3, 8, 4, 9, 5, 10]
const leadsPerPerson = 2
const peoplePerRead = 100

export function createGallery(vault: OfficeWorld['vault']): Gallery {
  const people = new Map<CaseId, RecordedPerson>()
  let reading: Promise<void> = Promise.resolve()

  const read = async (db: OfficeDb | OfficeTransaction) => {
    const rows = await db.selectFrom('record_fingers').select('case_id').distinct().execute()
    const known = new Set(rows.map((row) => row.case_id as CaseId))
    for (const caseId of people.keys()) if (!known.has(caseId)) people.delete(caseId)
    const fresh = [...known].filter((caseId) => !people.has(caseId))
    for (let from = 0; from < fresh.length; from += peoplePerRead) {
      for (const person of await readPeople(db, vault, fresh.slice(from, from + peoplePerRead))) {
        people.set(person.caseId, person)
      }
    }
  }
  return {
    async people(db) {
      // One reader at a time: two would open the same templates twice.
      reading = reading.catch(() => {}).then(() => read(db))
      await reading
      return people.values()
    },
  }
}

async function readPeople(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  caseIds: readonly CaseId[],
): Promise<readonly RecordedPerson[]> {
  const rows = await db
    .selectFrom('record_fingers')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .execute()
  return caseIds.map((caseId) => {
    const sealed = new Map(
      rows
        .filter((row) => row.case_id === caseId)
        .map((row) => [row.position as FingerPosition, row.sealed_template]),
    )
    const open = (positions: readonly FingerPosition[]) =>
      new Map(
        positions.map((position) => [
          position,
          prepareProbe(openRecord(vault, caseId, position, sealed.get(position) as Buffer)),
        ]),
      )
    const inOrder = leadOrder.filter((position) => sealed.has(position))
    return {
      caseId,
      leads: open(inOrder.slice(0, leadsPerPerson)),
      others: () => open(inOrder.slice(leadsPerPerson)),
    }
  })
}

function openRecord(
  vault: OfficeWorld['vault'],
  caseId: CaseId,
  position: FingerPosition,
  sealed: Buffer,
): FingerTemplate {
  return openTemplate(vault, sealed, templateContext.record(caseId, position))
}
