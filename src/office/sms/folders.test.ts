// Folders — the daemon's files read and written without a daemon: torn, repeated, strange, crashed.

import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Phone } from '#resident/phone'
import { useOffice } from '../../../test/support/office.ts'
import { queueSms, smsContexts } from '../records/sms-queue.ts'
import { smsDeskOf } from '../sms-desk.ts'
import { provideFolders } from './daemon.ts'
import { type InboxReader, inboxReader } from './inbox.ts'
import { handOver, noteEnds } from './outbox.ts'
import { complaintsPerDayMax, repliesPerHourMax } from './receive.ts'

const office = useOffice()
let folder = ''
let inbox: InboxReader

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sms-'))
  await provideFolders(folder)
  inbox = inboxReader(office.world, smsDeskOf(office.world), folder)
  office.time.now += 25 * 3_600_000
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
  await office.world.db.deleteFrom('sms_outbox').execute()
})

const unicode = (text: string) =>
  Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(`${text}\0`, 'utf16le').swap16()])
const put = (name: string, bytes: string | Buffer) => writeFile(join(folder, 'inbox', name), bytes)
const listInbox = () => readdir(join(folder, 'inbox'))

/** Two looks: what has settled is taken. */
async function takeAll(): Promise<void> {
  await inbox.takeRound()
  await inbox.takeRound()
}

async function replies(): Promise<readonly string[]> {
  const rows = await office.world.db
    .selectFrom('sms_outbox')
    .selectAll()
    .orderBy('sms_id')
    .execute()
  return rows.map((row) => office.world.vault.openText(row.sealed_text, smsContexts.text))
}

async function countComplaints(): Promise<number> {
  const rows = await office.world.db.selectFrom('complaints').select('number').execute()
  return rows.length
}

describe('what comes in', () => {
  test('is taken when nothing was added between two looks', async () => {
    await put('IN20261122_101500_00_+6281230000001_00.txt', unicode('ADUAN loket '))
    expect(await inbox.takeRound()).toBe(0)
    await put('IN20261122_101500_00_+6281230000001_01.txt', unicode('tutup sebelum jam tiga'))
    expect(await inbox.takeRound()).toBe(0)
    const before = await countComplaints()
    expect(await inbox.takeRound()).toBe(1)
    expect(await countComplaints()).toBe(before + 1)
    expect(await listInbox()).toEqual([])
  })

  test('is one complaint though its file comes back after a crash', async () => {
    const name = 'IN20261122_101501_00_+6281230000002_00.txt'
    const before = await countComplaints()
    for (let life = 0; life < 3; life++) {
      await put(name, unicode('ADUAN petugas tidak ada di tempat'))
      await takeAll()
    }
    expect(await countComplaints()).toBe(before + 1)
    expect(await replies()).toHaveLength(1)
  })

  test('is another message where the daemon uses a name again', async () => {
    const name = 'IN20261122_101502_00_+6281230000003_00.txt'
    for (const text of ['halo', 'info']) {
      await put(name, unicode(text))
      await takeAll()
    }
    expect(await replies()).toHaveLength(2)
  })

  test('is read in UTF-16 of either order and in UTF-8', async () => {
    const before = await countComplaints()
    const text = 'ADUAN toilet kantor rusak'
    const little = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')])
    await put('IN20261122_101503_00_+6281230000004_00.txt', little)
    await put('IN20261122_101503_00_+6281230000005_00.txt', text)
    await takeAll()
    expect(await countComplaints()).toBe(before + 2)
  })

  test('gets no answer where an answer would be answered, or costs money', async () => {
    const own = `+62${office.world.settings.smsNumber.slice(1)}`
    for (const sender of ['3636', 'TELKOMSEL', own, '']) {
      await put(`IN20261122_101504_00_${sender}_00.txt`, unicode('halo'))
    }
    await put('IN20261122_101505_00_+6281230000006_00.bin', Buffer.of(1, 2, 3))
    await takeAll()
    expect(await replies()).toEqual([])
    expect(await listInbox()).toEqual([])
  })

  test('is put aside where no phone could have sent it', async () => {
    await put('INgarbage.txt', 'x')
    await put('IN20261122_101506_00_+6281230000007_00.txt', Buffer.alloc(100_000))
    await takeAll()
    expect(await listInbox()).toEqual([])
    expect(await readdir(join(folder, 'unreadable'))).toHaveLength(2)
  })

  test('is answered a few times an hour, and filed a few times a day', async () => {
    const before = await countComplaints()
    for (let i = 0; i < repliesPerHourMax + 4; i++) {
      await put(
        `IN20261122_10151${i % 10}_0${i % 10}_+6281230000008_00.txt`,
        unicode(`ADUAN ke-${i} belum selesai`),
      )
      await takeAll()
    }
    expect(await countComplaints()).toBe(before + complaintsPerDayMax)
    expect((await replies()).length).toBeLessThanOrEqual(repliesPerHourMax)
  })
})

describe('STATUS', () => {
  let asked = 0
  const ask = async (sender: string, text: string) => {
    asked += 1
    await put(`IN20261122_1100${String(asked).padStart(2, '0')}_00_${sender}_00.txt`, unicode(text))
    await takeAll()
    return (await replies()).at(-1)
  }

  test('of a ticket tells where it is, without name and NIK', async () => {
    const opened = await office.call('petugas-informasi', 'POST', '/api/cases', {
      serviceType: 'new',
    })
    const { ticket } = opened.body
    const said = await ask('+6281230000010', `status ${ticket.toLowerCase()}`)
    expect(said).toBe(`${ticket}: menunggu formulir F-1 diisi atau diperbaiki. e-KTP GRATIS.`)
    expect(await ask('+6281230000010', 'STATUS TJ-261122-999')).toContain('tidak kami temukan')
  })

  test('of a complaint tells its sender only', async () => {
    await ask('+6281230000011', 'ADUAN antrean tidak jelas')
    const [{ number } = { number: '' }] = await office.world.db
      .selectFrom('complaints')
      .select('number')
      .orderBy('received_at', 'desc')
      .limit(1)
      .execute()
    expect(await ask('+6281230000011', `STATUS ${number}`)).toContain('sedang ditangani')
    expect(await ask('+6281230000012', `STATUS ${number}`)).toContain('tidak kami temukan')
  })
})

describe('what goes out', () => {
  const queue = (text: string) =>
    office.world.db
      .transaction()
      .execute((transaction) =>
        queueSms(transaction, office.world, { to: '+6281230000020' as Phone, text }),
      )
  const at = (place: string) => readdir(join(folder, place))

  test('is one file, also where the office died before it noted so', async () => {
    await queue('Halo “dunia” — é')
    expect(await handOver(office.world, folder)).toBe(1)
    const [name = ''] = await at('outbox')
    expect(await readFile(join(folder, 'outbox', name), 'utf8')).toBe('Halo "dunia" - e')
    const forget = () =>
      office.world.db.updateTable('sms_outbox').set({ handed_over_at: null }).execute()
    await forget()
    await handOver(office.world, folder)
    expect(await at('outbox')).toEqual([name])
    await forget()
    await rename(join(folder, 'outbox', name), join(folder, 'sent', name))
    // Not yet known to be handed over, so the file must stay as the proof that it was.
    expect(await noteEnds(office.world, folder)).toBe(0)
    await handOver(office.world, folder)
    expect(await at('outbox')).toEqual([])
    expect(await noteEnds(office.world, folder)).toBe(1)
    expect(await at('sent')).toEqual([])
    const row = await office.world.db.selectFrom('sms_outbox').selectAll().executeTakeFirst()
    expect(row).toMatchObject({ ended: 'sent' })
  })

  test('that the network refused is noted as failed', async () => {
    await queue('Halo')
    await handOver(office.world, folder)
    const [name = ''] = await at('outbox')
    await rename(join(folder, 'outbox', name), join(folder, 'error', name))
    await mkdir(join(folder, 'sent'), { recursive: true })
    await noteEnds(office.world, folder)
    const row = await office.world.db.selectFrom('sms_outbox').selectAll().executeTakeFirst()
    expect(row).toMatchObject({ ended: 'failed' })
  })
})
