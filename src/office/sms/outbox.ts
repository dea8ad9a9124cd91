// Outbox — texts handed to the daemon as files, each once, and what became of them.
//
// A row's file bears the row's number. If the office dies between writing the file and noting so,
// the next life finds the file in one of the three folders and writes no second one. What remains
// is the daemon itself: if it dies after the network took a message and before it moved the file,
// it sends once more; GSM has no way to tell.

import { access, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, createDurably } from '#kit/node/files'
import { parsePhone } from '#resident/phone'
import { smsContexts } from '../records/sms-queue.ts'
import type { OfficeWorld } from '../world.ts'
import { outboxNameOf, parseOutboxName } from './message-file.ts'

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock'>

const handedPerRound = 20
const endedPerRound = 200
/** In the order in which a file passes through them: looked at the other way, one could slip by. */
const onTheWay = ['outbox', 'sent', 'error'] as const
const ends = { sent: 'sent', error: 'failed' } as const

/** Hands over what waits, oldest first; answers how many. */
export async function handOver(world: Needs, folder: string): Promise<number> {
  const rows = await world.db
    .selectFrom('sms_outbox')
    .select(['sms_id', 'sealed_recipient', 'sealed_text', 'queued_at'])
    .where('handed_over_at', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('sms_id')
    .limit(handedPerRound)
    .execute()
  for (const row of rows) {
    const to = parsePhone(world.vault.openText(row.sealed_recipient, smsContexts.recipient))
    if (!to.ok) {
      await noteEnd(world, row.sms_id, 'failed', to.issue.code)
      continue
    }
    const queuedAtMs = row.queued_at.getTime()
    const name = outboxNameOf({ smsId: row.sms_id, to: to.value, queuedAtMs })
    const text = world.vault.openText(row.sealed_text, smsContexts.text)
    if (!(await isOnTheWay(folder, name))) {
      await createDurably(join(folder, 'outbox', name), text, { mode: 0o600 })
    }
    await world.db
      .updateTable('sms_outbox')
      .set({ handed_over_at: new Date(world.clock()) })
      .where('sms_id', '=', row.sms_id)
      .execute()
  }
  return rows.length
}

/** Notes what the daemon sent or gave up; the files, open as they are, do not stay. */
export async function noteEnds(world: Needs, folder: string): Promise<number> {
  let noted = 0
  for (const place of ['sent', 'error'] as const) {
    const names = (await readdir(join(folder, place))).slice(0, endedPerRound)
    for (const name of names) {
      const smsId = parseOutboxName(name)
      if (smsId === undefined || !(await wasHandedOver(world, smsId))) continue
      await noteEnd(world, smsId, ends[place])
      await rm(join(folder, place, name), { force: true })
      noted += 1
    }
  }
  return noted
}

async function isOnTheWay(folder: string, name: string): Promise<boolean> {
  for (const place of onTheWay) {
    const isThere = await access(join(folder, place, name)).then(
      () => true,
      (error) => {
        if (codeOf(error) === 'ENOENT') return false
        throw error
      },
    )
    if (isThere) return true
  }
  return false
}

async function wasHandedOver({ db }: Needs, smsId: number): Promise<boolean> {
  const row = await db
    .selectFrom('sms_outbox')
    .select('handed_over_at')
    .where('sms_id', '=', smsId)
    .executeTakeFirst()
  return row !== undefined && row.handed_over_at !== null
}

async function noteEnd(
  { db, clock }: Needs,
  smsId: number,
  ended: 'sent' | 'failed',
  problem?: string,
): Promise<void> {
  await db
    .updateTable('sms_outbox')
    .set({ ended, ended_at: new Date(clock()), ...(problem ? { last_problem: problem } : {}) })
    .where('sms_id', '=', smsId)
    .where('ended_at', 'is', null)
    .execute()
}
