// Gateway — messages through the real gammu-smsd and its dummy phone, both ways.

import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBirthMark, signal, waitUntil } from '#kit/node/process-table'
import { programRoot } from '#kit/node/program'
import { useOffice } from '../../../test/support/office.ts'
import { smsContexts } from '../records/sms-queue.ts'
import { createOfficeServer } from '../server.ts'
import { smsDeskOf } from '../sms-desk.ts'
import type { OfficeWorld } from '../world.ts'
import { decideDaemon, startDaemon } from './daemon.ts'
import { type SmsGateway, startSmsGateway } from './gateway.ts'
import { replies } from './replies.id.ts'

const waitMs = 30_000
const office = useOffice()

function hasGammu(): boolean {
  try {
    execFileSync('gammu-smsd', ['--version'], { stdio: 'ignore' })
    execFileSync('gammu', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

let folder = ''
let world: OfficeWorld
const said: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sms-'))
  const settings = { ...office.world.settings, smsFolder: folder }
  world = { ...office.world, settings, log: (line) => said.push(line) }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const start = () => startSmsGateway(world, smsDeskOf(world))

/** Somebody writes to the office's number: the message lies in the phone, unread. */
async function arrive(from: string, text: string): Promise<void> {
  const long = text.length > 150 ? ['-autolen', String(text.length)] : []
  await promisify(execFile)('gammu', [
    ...['-c', join(folder, 'smsdrc'), 'savesms', 'TEXT', '-folder', '1', '-unread'],
    ...['-sender', from, ...long, '-text', text],
  ])
}

async function sentTo(to: string): Promise<readonly string[]> {
  const rows = await world.db
    .selectFrom('sms_outbox')
    .selectAll()
    .where('ended', '=', 'sent')
    .orderBy('sms_id')
    .execute()
  return rows
    .filter((row) => world.vault.openText(row.sealed_recipient, smsContexts.recipient) === to)
    .map((row) => world.vault.openText(row.sealed_text, smsContexts.text))
}

async function repliesTo(to: string, count: number): Promise<readonly string[]> {
  await waitUntil(async () => (await sentTo(to)).length >= count, waitMs)
  return sentTo(to)
}

if (hasGammu()) {
  describe('through the daemon', () => {
    let gateway: SmsGateway
    beforeAll(async () => {
      gateway = await start()
    })
    afterAll(() => gateway.stop())

    test('a complaint is registered, and its number goes out', { timeout: 60_000 }, async () => {
      const text = 'ADUAN Petugas meminta uang Rp50.000 untuk e-KTP'
      await arrive('+6281234567890', text)
      const [reply] = await repliesTo('+6281234567890', 1)
      const row = await world.db.selectFrom('complaints').selectAll().executeTakeFirstOrThrow()
      expect(row).toMatchObject({ channel: 'sms', subject: 'pungli', leader_only: true })
      expect(reply).toContain(row.number)
      expect(reply?.length).toBeLessThanOrEqual(160)
    })

    test('a long message in two parts is one complaint, whole', { timeout: 60_000 }, async () => {
      const told = `Antrean ${'sangat panjang sejak pagi dan tidak bergerak '.repeat(6)}sekali.`
      await arrive('+6281300000001', `ADUAN ${told}`)
      await repliesTo('+6281300000001', 1)
      const row = await world.db
        .selectFrom('complaints')
        .selectAll()
        .orderBy('number', 'desc')
        .executeTakeFirstOrThrow()
      const { vault } = world
      const kept = vault.openText(row.sealed_text, `complaints/${row.complaint_id}/text`)
      expect(kept).toBe(told)
    })

    test('an officer’s answer leaves by SMS, and nothing stays open', async () => {
      const { complaint_id: complaintId, number } = await world.db
        .selectFrom('complaints')
        .selectAll()
        .orderBy('number', 'desc')
        .executeTakeFirstOrThrow()
      const answer = { text: 'Loket kedua kami buka mulai besok.', closes: true }
      const url = `/api/complaints/${complaintId}/answer`
      expect((await office.call('camat', 'POST', url, answer)).status).toBe(200)
      const answers = await repliesTo('+6281300000001', 2)
      expect(answers[1]).toBe(`Jawaban ${number}: ${answer.text}`)
      for (const name of ['inbox', 'outbox', 'sent', 'error']) {
        expect(await readdir(join(folder, name))).toEqual([])
      }
      const state = await office.call('administrator', 'GET', '/api/sms')
      expect(state.body).toMatchObject({ state: 'running', received: 2, sent: 3, waiting: 0 })
    }, 60_000)
  })

  test('in the demonstration the administrator writes as a resident and sees the answer', async () => {
    const gateway = await start()
    try {
      const server = await createOfficeServer(world)
      const cookie = await office.signIn('administrator')
      const call = (url: string, payload: object) =>
        server.app.inject({ method: 'POST', url, headers: { cookie }, payload })
      const message = { from: '0813-0000-0009', text: 'halo' }
      expect((await call('/api/sms/dummy', message)).statusCode).toBe(200)
      await repliesTo('+6281300000009', 1)
      const told = await call('/api/sms/dummy/answers', { to: '081300000009' })
      expect(told.json().answers).toMatchObject([{ text: replies.help }])
      await server.stop()
    } finally {
      await gateway.stop()
    }
  }, 60_000)

  test('what came while the office was down is answered afterwards, once', async () => {
    await arrive('+6281300000002', 'halo')
    const gateway = await start()
    try {
      const answers = await repliesTo('+6281300000002', 1)
      expect(answers).toHaveLength(1)
      expect(answers[0]).toContain('ADUAN')
    } finally {
      await gateway.stop()
    }
    // What the program says about itself holds nobody's number.
    expect(said.filter((line) => /\d{8}/.test(line))).toEqual([])
  }, 60_000)

  test('a daemon that was killed comes back, and one that was left behind is ended', async () => {
    const settings = decideDaemon(world.settings)
    if (settings.kind !== 'own') throw new Error('the demo has a daemon of its own')
    await arrive('+6281300000003', 'halo')
    const leftBehind = spawn('gammu-smsd', ['-c', join(folder, 'smsdrc')], { stdio: 'ignore' })
    const left = new Promise((resolve) => leftBehind.once('exit', resolve))
    const daemon = await startDaemon(settings.folder, settings.modem, () => {})
    await left
    try {
      const first = daemon.pid() as number
      expect(signal(first, 'SIGKILL')).toBe(true)
      const isBack = () => daemon.pid() !== undefined && daemon.pid() !== first
      expect(await waitUntil(isBack, waitMs)).toBe(true)
    } finally {
      await daemon.stop()
    }
  }, 60_000)
}

if (hasGammu() && process.platform === 'linux') {
  test('the daemon does not outlive an office that was killed', async () => {
    const script = join(programRoot, 'test/support/hold-sms.ts')
    const holder = spawn(process.execPath, ['--import', 'tsx', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((resolve) =>
      holder.stdout.once('data', (data) => resolve(Number(data))),
    )
    expect(await findBirthMark(pid)).toBeDefined()
    holder.kill('SIGKILL')
    const isGone = async () => (await findBirthMark(pid)) === undefined
    expect(await waitUntil(isGone, waitMs)).toBe(true)
  }, 60_000)
}

test('an office whose SMS folder cannot be made opens without SMS', async () => {
  const blocked = { ...world, settings: { ...world.settings, smsFolder: '/dev/null/sms' } }
  const gateway = await startSmsGateway(blocked, smsDeskOf(blocked))
  await gateway.stop()
  expect(gateway.state).not.toBe('running')
})

test('without a folder SMS is off, and the administrator is told', async () => {
  const off = { ...world, settings: { ...world.settings, smsFolder: undefined } }
  const gateway = await startSmsGateway(off, smsDeskOf(off))
  await gateway.stop()
  expect(gateway.state).toBe('off')
  const state = await office.call('administrator', 'GET', '/api/sms')
  expect(state.body.state).toBe('off')
})
