// Remake templates tests — what an earlier engine made is made anew, once, and stops the start.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useCenter } from '../../test/support/center.ts'
import { processNext } from './pipeline.ts'
import { demandCurrentTemplates, remakeTemplates } from './remake-templates.ts'

const center = useCenter()

const templates = () =>
  center.world.db
    .selectFrom('templates')
    .select(['case_id', 'position', 'quality', 'template'])
    .orderBy('case_id')
    .orderBy('position')
    .execute()

test('templates of an earlier engine are made anew from the packets, each person once', async () => {
  const { db } = center.world
  const office = await center.enroll()
  for (const resident of ['ani', 'budi']) {
    await office.send(await office.packet({ resident, fingers: { 2: resident, 7: resident } }))
    await processNext(center.world, center.gallery)
  }
  const made = await templates()
  expect(made).toHaveLength(4)
  await demandCurrentTemplates(db)

  await sql`update templates set template = '\\x4c465401'::bytea, quality = 0`.execute(db)
  await expect(demandCurrentTemplates(db)).rejects.toMatchObject({ code: 'templates.outdated' })
  expect(await remakeTemplates(center.world, () => {})).toEqual({ remade: 2, failed: 0 })
  expect(await templates()).toEqual(made)
  await demandCurrentTemplates(db)
  expect(await remakeTemplates(center.world, () => {})).toEqual({ remade: 0, failed: 0 })
})

test('a packet that cannot be opened any more is named and left, the others go on', async () => {
  const { db } = center.world
  const [first] = await templates()
  await sql`update templates set template = '\\x4c465401'::bytea`.execute(db)
  await sql`update inbox set packet = '\\x00'::bytea where case_id = ${first!.case_id}`.execute(db)
  const told: string[] = []
  const remade = await remakeTemplates(center.world, (line) => told.push(line))
  expect(remade).toEqual({ remade: 1, failed: 1 })
  expect(told).toEqual([expect.stringContaining(first!.case_id)])
})
