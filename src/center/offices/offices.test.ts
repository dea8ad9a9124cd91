// Offices — a one-time code enrolls one office, once, in time.

import { expect, test } from 'vitest'
import { generateKeys, publicKeysOf } from '#enrollment/keys'
import { useCenter } from '../../../test/support/center.ts'
import { officeCodeLifeMs } from '../limits.ts'
import { makeOfficeCode } from './store.ts'

const center = useCenter()
let offices = 0

async function enroll(code: string, kid = `office-${++offices}`) {
  const keys = await publicKeysOf(await generateKeys(kid))
  return center.call(undefined, 'POST', '/v1/offices', { code, name: 'Kecamatan Contoh', keys })
}

test('a code buys the exchange of keys, however it is typed', async () => {
  const code = await makeOfficeCode(center.world, 'Kecamatan Contoh')
  const reply = await enroll(` ${code.toLowerCase().replace(/(.{4})/g, '$1 ')}`)
  expect(reply).toMatchObject({
    status: 201,
    body: { officeId: expect.any(String), center: await publicKeysOf(center.world.keys) },
  })
  expect(JSON.stringify(reply.body)).not.toContain(center.world.keys.sealing)
})

test('a wrong, a used and an expired code are refused in the same words', async () => {
  const used = await makeOfficeCode(center.world, 'Kecamatan Contoh')
  await enroll(used)
  const expired = await makeOfficeCode(center.world, 'Kecamatan Contoh')
  const refused = { status: 403, body: { code: 'office-code.invalid' } }
  expect(await enroll('0'.repeat(20))).toMatchObject(refused)
  expect(await enroll(used)).toMatchObject(refused)
  center.time.now += officeCodeLifeMs
  expect(await enroll(expired)).toMatchObject(refused)
})

test('a key that is known cannot be enrolled again, and the code stays good', async () => {
  const first = await makeOfficeCode(center.world, 'Kecamatan Contoh')
  const second = await makeOfficeCode(center.world, 'Kecamatan Contoh')
  await enroll(first, 'office-known')
  expect(await enroll(second, 'office-known')).toMatchObject({
    status: 403,
    body: { code: 'office.key-known' },
  })
  expect((await enroll(second, 'office-other')).status).toBe(201)
})

test('an administrator makes a code that is shown once, and sees who is enrolled', async () => {
  const madeFor = 'Kecamatan Baru'
  const made = await center.call('administrator', 'POST', '/api/offices/codes', { madeFor })
  expect(made).toMatchObject({ status: 201, body: { madeFor, code: expect.any(String) } })
  const before = await center.call('administrator', 'GET', '/api/offices')
  expect(before.body.openCodes.map((it: { madeFor: string }) => it.madeFor)).toContain(madeFor)
  expect(JSON.stringify(before.body)).not.toContain(made.body.code)
  const count = before.body.offices.length
  expect((await enroll(made.body.code)).status).toBe(201)
  const after = await center.call('administrator', 'GET', '/api/offices')
  expect(after.body.offices).toHaveLength(count + 1)
  expect(after.body.openCodes.map((it: { madeFor: string }) => it.madeFor)).not.toContain(madeFor)
})

test('nobody else makes codes, and no code is made for nobody', async () => {
  const asked = { madeFor: 'Kecamatan Baru' }
  expect((await center.call('adjudicator', 'POST', '/api/offices/codes', asked)).status).toBe(403)
  expect((await center.call('adjudicator', 'GET', '/api/offices')).status).toBe(403)
  const blank = { madeFor: '   ' }
  expect((await center.call('administrator', 'POST', '/api/offices/codes', blank)).status).toBe(400)
})
