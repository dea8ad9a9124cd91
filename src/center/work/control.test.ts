// Control tests — paused and drained by whoever keeps the pipeline, seen at the next step.

import { afterEach, expect, test } from 'vitest'
import { useCenter } from '../../../test/support/center.ts'
import { examineHere } from '../enroll/extract-fingers.ts'
import { processNext } from '../pipeline.ts'
import { changeMode, type PipelineMode, readControl } from './control.ts'
import { type Claim, claimWork, holdClaim } from './store.ts'

const center = useCenter()
const change = (mode: PipelineMode) =>
  changeMode(center.world.db, mode, { actor: 'system', atMs: center.time.now })
const control = () => readControl(center.world.db, center.time.now)

afterEach(() => change('running'))

async function sendOne(resident: string) {
  const office = await center.enroll(`Kecamatan ${resident}`)
  const packet = await office.packet({ resident, fingers: { 2: resident } })
  await office.send(packet)
  return packet
}

async function workOf({ digest }: { readonly digest: string }) {
  return center.world.db
    .selectFrom('packet_work')
    .select(['stage', 'state', 'problem'])
    .where('packet_digest', '=', digest)
    .executeTakeFirstOrThrow()
}

/** Takes the oldest packet on, and does `act` in the middle of its first step. */
function interrupted(act: () => Promise<unknown>) {
  return processNext(center.world, center.gallery, async (position, record) => {
    await act()
    return examineHere(position, record)
  })
}

test('a pipeline that is paused takes nothing; resumed, it takes what waited', async () => {
  const packet = await sendOne('ani')
  await change('paused')
  expect(await control()).toMatchObject({ mode: 'paused', inHandCount: 0 })
  expect(await center.process()).toBe(0)
  expect(await workOf(packet)).toMatchObject({ stage: 'received', state: 'waiting' })
  await change('running')
  expect(await center.process()).toBe(1)
  expect(await workOf(packet)).toMatchObject({ stage: 'decided', state: 'done' })
})

test('drained, the packet in hand is decided and the next one waits', async () => {
  const [one, two] = [await sendOne('beni'), await sendOne('citra')]
  const during: unknown[] = []
  await interrupted(async () => {
    await change('draining')
    during.push(await control())
  })
  expect(during).toMatchObject([{ mode: 'draining', inHandCount: 1 }])
  expect(await control()).toMatchObject({ mode: 'draining', inHandCount: 0 })
  expect(await center.process()).toBe(0)
  expect(await workOf(one)).toMatchObject({ state: 'done' })
  expect(await workOf(two)).toMatchObject({ stage: 'received', state: 'waiting', problem: null })
})

test('paused in the middle, the step is ended, and the next is taken when resumed', async () => {
  await center.process()
  const packet = await sendOne('dewi')
  await interrupted(() => change('paused'))
  expect(await workOf(packet)).toMatchObject({ stage: 'extracted', state: 'waiting' })
  await change('running')
  await center.process()
  expect(await workOf(packet)).toMatchObject({ stage: 'decided', state: 'done' })
})

test('a claim of a process that died is soon no longer counted, one that is held is', async () => {
  await sendOne('eka')
  const claim = await claimWork(center.world.db, {
    atMs: center.time.now,
    token: center.world.ids(),
    folderId: center.world.uploads.folderId,
  })
  expect(claim).toBeDefined()
  expect(await control()).toMatchObject({ inHandCount: 1 })
  center.time.now += 60_000
  expect(await control()).toMatchObject({ inHandCount: 0 })
  await center.world.db.transaction().execute(async (transaction) => {
    expect(await holdClaim(transaction, claim as Claim)).toBe(true)
    expect(await control()).toMatchObject({ inHandCount: 1 })
  })
  expect(await center.process()).toBe(1)
})

test('each change is in the record of acts once', async () => {
  const acts = async () => {
    const rows = await center.world.db
      .selectFrom('audit_entries')
      .select(['act', 'actor'])
      .where('act', 'like', 'pipeline.%')
      .orderBy('seq')
      .execute()
    return rows.map(({ act, actor }) => `${act} ${actor}`)
  }
  const before = (await acts()).length
  for (const mode of ['paused', 'paused', 'draining', 'running', 'running'] as const) {
    await change(mode)
  }
  expect((await acts()).slice(before)).toEqual([
    'pipeline.paused system',
    'pipeline.drained system',
    'pipeline.resumed system',
  ])
})
