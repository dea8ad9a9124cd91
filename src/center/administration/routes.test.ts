// Administration routes — the center's administrator keeps its own accounts and reads its own log.

import { expect, test } from 'vitest'
import type { AccountsReply, AuditReply, OneTimeReply } from '#staff/administration-wire'
import { useCenter } from '../../../test/support/center.ts'

const center = useCenter()
const path = '/api/administration'

test('whoever is no administrator of the center keeps no accounts and reads no log', async () => {
  for (const url of [`${path}/accounts`, `${path}/audit`, `${path}/audit/verification`]) {
    expect((await center.call(undefined, 'GET', url)).status).toBe(401)
    for (const role of ['adjudicator', 'supervisor'] as const) {
      expect((await center.call(role, 'GET', url)).body.code).toBe('role.not-allowed')
    }
  }
})

test('an account is made for a role of the center, without any village', async () => {
  const body = { name: 'citra', displayName: 'Citra', role: 'adjudicator' }
  const made = await center.call('administrator', 'POST', `${path}/accounts`, body)
  expect(made.status).toBe(201)
  const { account, oneTimePassword }: OneTimeReply = made.body
  const session = { name: 'citra', password: oneTimePassword }
  expect((await center.call(undefined, 'POST', '/api/session', session)).status).toBe(200)
  const listed: AccountsReply = (await center.call('administrator', 'GET', `${path}/accounts`)).body
  expect(listed.accounts.map(({ accountId }) => accountId)).toContain(account.accountId)
  expect(listed.villages).toEqual([])
  expect(listed.roles).toEqual(['supervisor', 'adjudicator', 'administrator'])
  const atOffice = { ...body, name: 'dewi', role: 'operator-ktp' }
  const refused = await center.call('administrator', 'POST', `${path}/accounts`, atOffice)
  expect(refused).toMatchObject({ status: 422, body: { code: 'account.role' } })
})

test('the log tells of a code for an office, and is verified on demand', async () => {
  const asked = { madeFor: 'Kecamatan Contoh' }
  expect((await center.call('administrator', 'POST', '/api/offices/codes', asked)).status).toBe(201)
  const log: AuditReply = (await center.call('administrator', 'GET', `${path}/audit`)).body
  expect(log.entries[0]).toMatchObject({ act: 'office-code.made' })
  const verified = await center.call('administrator', 'POST', `${path}/audit/verification`)
  expect(verified.body.verification).toMatchObject({ whole: true })
})
