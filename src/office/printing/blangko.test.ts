// Blangko test — the ledger of blank cards: it only grows, it always sums up, and never below nothing.

import { expect, test } from 'vitest'
import { demand } from '../../../test/support/captures.ts'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()

const enter = (kind: string, count: number, note = 'Catatan untuk pengujian') =>
  office.call('supervisor', 'POST', '/api/blangko', { kind, count, note })

interface Entry {
  readonly change: number
  readonly balance: number
}

test('every entry stands with the balance after it, and the entries sum up to the stock', async () => {
  demand(await enter('received', 100))
  demand(await enter('spoiled', 3))
  demand(await enter('returned', 20))
  const { stock, entries } = demand(await enter('received', 5))
  expect(stock).toBe(82)
  expect(entries.map((it: Entry) => it.change)).toEqual([5, -20, -3, 100])
  expect(entries.map((it: Entry) => it.balance)).toEqual([82, 77, 97, 100])
})

test('more than there is cannot go, and what was refused is not in the ledger', async () => {
  const refused = await enter('returned', 83)
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'blangko.none', facts: { stock: 82 } },
  })
  const { stock, entries } = demand(await office.call('camat', 'GET', '/api/blangko'))
  expect([stock, entries.length]).toEqual([82, 4])
})

test('two who take the last cards at once do not both get them', async () => {
  const replies = await Promise.all([enter('returned', 50), enter('returned', 50)])
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  const { stock } = demand(await office.call('supervisor', 'GET', '/api/blangko'))
  expect(stock).toBe(32)
})

test('an entry is neither changed nor deleted, not even in the database', async () => {
  const { db } = office.world
  await expect(db.deleteFrom('blangko_entries').execute()).rejects.toThrow()
  await expect(db.updateTable('blangko_entries').set({ change: 1 }).execute()).rejects.toThrow()
})

test('only who keeps the ledger writes in it, and nobody enters a used card by hand', async () => {
  const entry = { kind: 'received', count: 1, note: 'Kiriman' }
  expect((await office.call('camat', 'POST', '/api/blangko', entry)).status).toBe(403)
  expect((await office.call('petugas-loket', 'GET', '/api/blangko')).status).toBe(403)
  expect((await enter('used', 1)).status).toBe(400)
  expect((await enter('received', 0)).status).toBe(400)
  expect((await enter('received', 1.5)).status).toBe(400)
})
