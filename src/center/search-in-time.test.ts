// Search in time, tested — a search that has no time left decides nothing, says so, and is made again.

import { expect, test } from 'vitest'
import { useCenter } from '../../test/support/center.ts'
import { processNext } from './pipeline.ts'

const center = useCenter()

test('a search that is given no time is no answer: it says so, and is made again', async () => {
  const { world } = center
  const shown = async () => (await center.call('supervisor', 'GET', '/api/pipeline')).body
  const office = await center.enroll()
  const packet = await office.packet({ resident: 'lina', fingers: { 2: 'lina', 7: 'lina' } })
  await office.send(packet)
  const hurried = { ...world, settings: { ...world.settings, searchMsMax: 0 } }
  for (let step = 0; step < 3; step++) await processNext(hurried, center.gallery)
  const row = world.db.selectFrom('packet_work').select(['state', 'problem'])
  expect(await row.where('packet_digest', '=', packet.digest).executeTakeFirst()).toEqual({
    state: 'waiting',
    problem: 'search.deadline',
  })
  const problem = { code: 'search.deadline', message: expect.stringMatching(/^\p{Lu}.+ .+\.$/su) }
  expect((await shown()).stuck).toMatchObject([{ digest: packet.digest, problem }])
  center.time.now += 60_000
  expect(await center.process()).toBe(1)
  const { caseId } = packet
  expect((await shown()).decisions[0]).toMatchObject({ caseId, status: 'PRINT_READY_RECORD' })
})
