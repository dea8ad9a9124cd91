// Complaints — who may learn of what, tried at every route that shows or changes a complaint.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Account } from '#staff/account'
import { findAccount } from '#staff/accounts'
import type { Role } from '#staff/roles'
import { useOffice } from '../../../test/support/office.ts'
import { smsContexts } from '../records/sms-queue.ts'
import { listComplaints } from './store.ts'

const office = useOffice()
const officerRoles: readonly Role[] = [
  'petugas-informasi',
  'petugas-loket',
  'operator-ktp',
  'supervisor',
  'camat',
]

beforeAll(async () => {
  for (const role of officerRoles) await office.signIn(role)
})

interface Filed {
  readonly number: string
  readonly accessCode: string
  readonly dueOn: string
  readonly complaintId: string
}

async function idOf(number: string): Promise<string> {
  const row = await office.world.db
    .selectFrom('complaints')
    .select('complaint_id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return row.complaint_id
}

async function enter(role: Role, body: object): Promise<Filed> {
  const reply = await office.call(role, 'POST', '/api/complaints/entered', body)
  expect(reply.status).toBe(201)
  return { ...reply.body, complaintId: await idOf(reply.body.number) }
}

/** Whether a role learns of a complaint by any route at all; every route must agree. */
async function learnsOf(role: Role, { complaintId, number }: Filed): Promise<boolean> {
  const list = await office.call(role, 'GET', '/api/complaints')
  const listed = list.body.complaints.some((it: { number: string }) => it.number === number)
  const detail = await office.call(role, 'GET', `/api/complaints/${complaintId}`)
  expect(detail.status).toBe(listed ? 200 : 404)
  if (!listed) {
    expect(JSON.stringify([list.body, detail.body])).not.toContain(number)
    const isLeader = role === 'camat' || role === 'supervisor'
    const answer = { text: 'Sudah kami tindak lanjuti.', closes: true }
    const klass = { subject: 'quality', class: 'light' }
    const url = `/api/complaints/${complaintId}`
    const answered = await office.call(role, 'POST', `${url}/answer`, answer)
    const classed = await office.call(role, 'POST', `${url}/class`, klass)
    expect(answered.status).toBe(isLeader ? 404 : 403)
    expect(classed.status).toBe(isLeader ? 404 : 403)
  }
  return listed
}

async function readersOf(filed: Filed): Promise<readonly Role[]> {
  const readers: Role[] = []
  for (const role of officerRoles) if (await learnsOf(role, filed)) readers.push(role)
  return readers
}

const slow = { channel: 'officer', subject: 'quality', text: 'Sudah tiga minggu belum jadi.' }

describe('who learns of a complaint', () => {
  test('leader, supervisor and who took it down: of an ordinary one', async () => {
    const filed = await enter('operator-ktp', slow)
    expect(await readersOf(filed)).toEqual(['operator-ktp', 'supervisor', 'camat'])
  })

  test('the camat alone: of money, whoever took it down', async () => {
    const filed = await enter('petugas-informasi', { ...slow, subject: 'pungli' })
    expect(await readersOf(filed)).toEqual(['camat'])
  })

  test('the camat alone: of what was reported to the leader', async () => {
    const filed = await enter('petugas-informasi', { ...slow, channel: 'leader' })
    expect(await readersOf(filed)).toEqual(['camat'])
    const asked = { text: 'Mohon hanya dibaca pimpinan.', subject: 'conduct', leaderOnly: true }
    const { body } = await office.call(undefined, 'POST', '/api/complaints', asked)
    const portal = { ...body, complaintId: await idOf(body.number) }
    expect(await readersOf(portal)).toEqual(['camat'])
  })

  test('never the officer it is about, chosen from the list or told by name', async () => {
    const concernsId = office.accountId('supervisor')
    const chosen = await enter('supervisor', { ...slow, concernsId })
    expect(await readersOf(chosen)).toEqual(['camat'])
    const told = await enter('petugas-loket', { ...slow, concernsName: 'Pak petugas-loket' })
    expect(await readersOf(told)).not.toContain('petugas-loket')
  })

  test('not the camat, but the supervisor, where it is about the camat', async () => {
    const body = { ...slow, subject: 'pungli', concernsName: 'Camat' }
    const filed = await enter('petugas-informasi', body)
    expect(await readersOf(filed)).toEqual(['petugas-informasi', 'supervisor'])
  })

  test('the camat alone where the one named could not be found', async () => {
    const filed = await enter('petugas-informasi', { ...slow, concernsName: 'Joko' })
    expect(await readersOf(filed)).toEqual(['camat'])
  })

  test('counts tell no more than the list', async () => {
    for (const role of officerRoles) {
      const { body } = await office.call(role, 'GET', '/api/complaints')
      const open = body.complaints.filter((it: { state: string }) => it.state !== 'closed')
      expect(body.counts.open).toBe(open.length)
    }
  })

  test('others are turned away at the door', async () => {
    for (const role of ['kepala-desa', 'administrator', undefined] as const) {
      const { status } = await office.call(role, 'GET', '/api/complaints')
      expect(status).toBe(role === undefined ? 401 : 403)
    }
  })
})

describe('a resident', () => {
  const text = 'Ruang tunggu tidak punya kursi untuk lansia.'

  test('gets number, code and day, and reads the answer with both', async () => {
    const told = { text, subject: 'facilities', contact: '0812-3456-7890' }
    const filed = await office.call(undefined, 'POST', '/api/complaints', told)
    // Sunday, 22 November: two working days end on Tuesday.
    expect(filed).toMatchObject({ status: 201, body: { dueOn: '2026-11-24' } })
    expect(filed.body.number).toMatch(/^ADU-2611-\d{4}$/)
    const complaintId = await idOf(filed.body.number)
    const answer = { text: 'Kursi prioritas sudah ditambah. Terima kasih.', closes: true }
    const url = `/api/complaints/${complaintId}/answer`
    expect((await office.call('supervisor', 'POST', url, answer)).status).toBe(200)

    const asked = { number: filed.body.number, code: filed.body.accessCode.toLowerCase() }
    const status = await office.call(undefined, 'POST', '/api/complaints/status', asked)
    expect(status.body).toMatchObject({ state: 'closed', answers: [{ text: answer.text }] })
    expect(JSON.stringify(status.body)).not.toContain('supervisor')

    const { sealed_recipient, sealed_text } = await office.world.db
      .selectFrom('sms_outbox')
      .selectAll()
      .orderBy('sms_id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const { vault } = office.world
    expect(vault.openText(sealed_recipient, smsContexts.recipient)).toBe('+6281234567890')
    expect(vault.openText(sealed_text, smsContexts.text)).toBe(
      `Jawaban ${filed.body.number}: ${answer.text}`,
    )
    const again = await office.call('supervisor', 'POST', url, answer)
    expect(again).toMatchObject({ status: 409, body: { code: 'complaint.closed' } })
  })

  test('learns nothing with a wrong code or an unknown number', async () => {
    const { body } = await office.call(undefined, 'POST', '/api/complaints', { text })
    const wrong = { number: body.number, code: 'AAAAAA' }
    const unknown = { number: 'ADU-2611-9999', code: body.accessCode }
    for (const asked of [wrong, unknown]) {
      const status = await office.call(undefined, 'POST', '/api/complaints/status', asked)
      expect(status).toMatchObject({ status: 404, body: { code: 'complaint.not-found' } })
    }
  })

  test('who sends the same request twice has one complaint', async () => {
    const told = { text, requestId: randomUUID() }
    const first = await office.call(undefined, 'POST', '/api/complaints', told)
    const second = await office.call(undefined, 'POST', '/api/complaints', told)
    expect(second.body).toEqual(first.body)
  })

  test('is refused with a slip, and nothing is written', async () => {
    const before = await office.world.db.selectFrom('complaints').select('number').execute()
    const slips = [
      [{ text: '      ' }, 'complaint.empty'],
      [{ text, contact: '021' }, 'phone.not-mobile'],
      [{ text, ticket: 'TJ-261122-999' }, 'complaint.ticket-unknown'],
    ] as const
    for (const [told, code] of slips) {
      const reply = await office.call(undefined, 'POST', '/api/complaints', told)
      expect(reply).toMatchObject({ status: 422, body: { code } })
      expect(reply.body.message).not.toContain(code)
    }
    const after = await office.world.db.selectFrom('complaints').select('number').execute()
    expect(after).toEqual(before)
  })
})

test('box slips are typed in by the information officer or the camat, nobody else', async () => {
  const slip = { channel: 'box', subject: 'suggestion', text: 'Mohon disediakan air minum.' }
  for (const role of officerRoles) {
    const { status } = await office.call(role, 'POST', '/api/complaints/entered', slip)
    expect(status).toBe(role === 'petugas-informasi' || role === 'camat' ? 201 : 403)
  }
})

test('a new class moves the day, counted from when the complaint came', async () => {
  const { complaintId, dueOn } = await enter('petugas-informasi', slow)
  expect(dueOn).toBe('2026-11-24')
  const url = `/api/complaints/${complaintId}`
  const next = { subject: 'procedure', class: 'no-oversight' }
  expect((await office.call('camat', 'POST', `${url}/class`, next)).status).toBe(200)
  const { body } = await office.call('camat', 'GET', url)
  expect(body).toMatchObject({ subject: 'procedure', dueOn: '2026-12-10' })
})

test('a complaint is late once its day has passed, and not when it is closed', async () => {
  const { complaintId, number } = await enter('petugas-informasi', slow)
  const camat = await findAccount(office.world.db, office.accountId('camat'))
  const days = 24 * 3_600_000
  const lateAfter = async (ms: number) => {
    const world = { ...office.world, clock: () => office.time.now + ms }
    const list = await listComplaints(world, camat as Account)
    return list.find((it) => it.number === number)?.late
  }
  expect([await lateAfter(0), await lateAfter(2 * days), await lateAfter(3 * days)]).toEqual([
    false,
    false,
    true,
  ])
  const url = `/api/complaints/${complaintId}/answer`
  await office.call('camat', 'POST', url, { text: 'Sudah jadi, silakan diambil.', closes: true })
  expect(await lateAfter(3 * days)).toBe(false)
})

test('no text, name or number lies open in the database or the record of acts', async () => {
  const told = { text: 'Rahasia sekali isinya', contact: '081377778888', concernsName: 'Joko' }
  await office.call('petugas-informasi', 'POST', '/api/complaints/entered', {
    ...told,
    channel: 'officer',
  })
  const rows = await office.world.db.selectFrom('complaints').selectAll().execute()
  const acts = await office.world.db.selectFrom('audit_entries').selectAll().execute()
  const bytes = Buffer.concat(
    rows.flatMap((row) => [row.sealed_text, row.sealed_contact ?? Buffer.of()]),
  )
  const all = JSON.stringify(acts) + bytes.toString('latin1')
  for (const secret of ['Rahasia', '81377778888', 'Joko']) expect(all).not.toContain(secret)
  expect(acts.some(({ act }) => act === 'complaint.filed')).toBe(true)
})
