// Outbox — who may see what waits for the center.

import { expect, test } from 'vitest'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()

test('the operator sees an empty outbox of an office that is not enrolled yet', async () => {
  const reply = await office.call('operator-ktp', 'GET', '/api/outbox')
  expect(reply).toMatchObject({
    status: 200,
    body: { line: { enrolled: false, lastHeardAtMs: null, problem: null }, waiting: [] },
  })
})

test('nobody without a role for it does', async () => {
  expect((await office.call(undefined, 'GET', '/api/outbox')).status).toBe(401)
  const desk = await office.call('petugas-informasi', 'GET', '/api/outbox')
  expect(desk).toMatchObject({ status: 403, body: { code: 'role.not-allowed' } })
})
