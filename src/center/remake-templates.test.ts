// Remake templates tests — what another version of the engine read is read anew beside it, once; until then
// nobody is found unique, and nobody is left out.

import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import { ok } from '#kit/result'
import { useCenter } from '../../test/support/center.ts'
import { createExhaustiveGallery } from './afis/exhaustive.ts'
import { catchUp, lacksTemplates } from './catch-up.ts'
import { processNext } from './pipeline.ts'
import { readGalleryPage } from './records/store.ts'
import { findFingers } from './records/templates.ts'
import { dropEarlier, remakeTemplates } from './remake-templates.ts'

const center = useCenter()
let ani: CaseId
let budi: CaseId
let made: Awaited<ReturnType<typeof templates>>
const told: string[] = []
const world = () => ({ ...center.world, log: (line: string) => void told.push(line) })

const templates = (version = 2) =>
  center.world.db
    .selectFrom('templates')
    .select(['case_id', 'position', 'quality', 'template'])
    .where(sql<boolean>`get_byte(template, 3) = ${version}`)
    .orderBy('case_id')
    .orderBy('position')
    .execute()

beforeAll(async () => {
  const office = await center.enroll()
  const come = async (resident: string) => {
    const packet = await office.packet({ resident, fingers: { 2: resident, 7: resident } })
    await office.send(packet)
    await processNext(center.world, center.gallery)
    return packet.caseId
  }
  ani = await come('ani')
  budi = await come('budi')
  made = await templates()
  expect(made).toHaveLength(4)
})

/** As if another version had read all of them, and this one nobody yet. */
beforeEach(async () => {
  const { db } = center.world
  await sql`delete from templates where get_byte(template, 3) = 2 and
    exists (select 1 from templates t where get_byte(t.template, 3) = 1)`.execute(db)
  await sql`delete from template_blanks`.execute(db)
  await sql`delete from template_progress`.execute(db)
  await sql`update templates set template = '\\x4c465401'::bytea, quality = 0`.execute(db)
  told.length = 0
})

test('each person’s are made anew once, from the packet, beside those of before', async () => {
  expect(await templates()).toEqual([])
  expect(await remakeTemplates(world())).toEqual({ remade: 2, failed: 0 })
  expect(await templates()).toEqual(made)
  expect(await templates(1)).toHaveLength(4)
  expect(await remakeTemplates(world())).toEqual({ remade: 0, failed: 0 })
  expect(await dropEarlier(center.world)).toBe(4)
  expect(await templates(1)).toEqual([])
  expect(await templates()).toEqual(made)
})

test('until then the gallery is held up, and a search is queued again', async () => {
  const { db } = center.world
  const gallery = createExhaustiveGallery()
  expect(await catchUp(db, gallery)).toEqual(lacksTemplates)
  expect([gallery.lastSeq, gallery.peopleCount]).toEqual([0, 0])
  expect(await findFingers(db, ani)).toBeUndefined()

  const office = await center.enroll('Kecamatan Contoh Dua')
  const again = await office.packet({ resident: 'ani2', fingers: { 2: 'ani' }, visit: 'later' })
  await office.send(again)
  await processNext(center.world, gallery)
  const work = center.world.db
    .selectFrom('packet_work')
    .select(['stage', 'state', 'problem'])
    .where('case_id', '=', again.caseId)
  const problem = 'SEARCH_FAILURE_AT_CENTRAL'
  expect(await work.execute()).toEqual([{ stage: 'extracted', state: 'waiting', problem }])

  await remakeTemplates(world())
  center.time.now += 60_000
  await processNext(center.world, gallery)
  expect(await work.execute()).toEqual([{ stage: 'decided', state: 'done', problem: null }])
  expect([gallery.lastSeq, gallery.peopleCount]).toEqual([2, 2])
  await sql`delete from templates where case_id = ${again.caseId}`.execute(db)
})

test('a newcomer whom another version has read waits for this one, and is made first', async () => {
  const { db } = center.world
  await sql`
    update packet_work set stage = 'extracted', state = 'waiting',
      problem = 'SEARCH_FAILURE_AT_CENTRAL' where case_id = ${budi}`.execute(db)
  await sql`delete from gallery where case_id = ${budi}`.execute(db)
  expect(await remakeTemplates(world())).toEqual({ remade: 2, failed: 0 })
  expect((await findFingers(db, budi))?.size).toBe(2)
  await processNext(center.world, createExhaustiveGallery())
})

test('where this version finds no finger at all, that is remembered and holds nobody up', async () => {
  const { db } = center.world
  const sees = async () => ok(undefined)
  expect(await remakeTemplates(world(), sees)).toEqual({ remade: 2, failed: 0 })
  expect(await findFingers(db, ani)).toEqual(new Map())
  const { entries, heldUpAt } = await readGalleryPage(db, 0)
  expect(heldUpAt).toBeUndefined()
  expect(entries.map((it) => it.fingers?.size)).toEqual([0, 0])
  expect(await remakeTemplates(world())).toEqual({ remade: 0, failed: 0 })
})

test('a packet that cannot be opened any more is named, and the gallery ends before it', async () => {
  const { db } = center.world
  await sql`update inbox set packet = '\\x00'::bytea where case_id = ${ani}`.execute(db)
  expect(await remakeTemplates(world())).toEqual({ remade: 1, failed: 1 })
  expect(told).toEqual([expect.stringContaining(ani)])
  const { entries, heldUpAt } = await readGalleryPage(db, 0)
  expect([entries, heldUpAt]).toEqual([[], 1])
})
