// Notices test — the supervisor of the center writes a notice, and an officer reads it moments later.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrollAtCenter } from '../../src/office/outbox/enroll-office.ts'
import { startLineWorker } from '../../src/office/outbox/worker.ts'
import { createSampleAccounts } from '../../src/staff/sample-accounts.ts'
import { findBarriers, openBrowser, openPerson } from '../support/browser.ts'
import { useCenter } from '../support/center.ts'
import { useOffice } from '../support/office.ts'
import { signInAs } from './tour-steps.ts'

const center = useCenter()
const office = useOffice()
let browser: Browser
let address = ''

beforeAll(async () => {
  browser = await openBrowser()
  // A browser forgets a session by its own clock.
  office.time.now = Date.now()
  center.time.now = office.time.now
  for (const { world } of [office, center]) {
    await createSampleAccounts({ ...world, db: world.db as never })
  }
  address = await office.server.listen({ port: 0 })
})
afterAll(() => browser?.close())

test('a notice is written, read at the office while it holds, and withdrawn', async () => {
  const name = 'Kecamatan Contoh'
  const settings = { ...office.world.settings, centerUrl: center.address }
  const world = { ...office.world, settings }
  await enrollAtCenter(world, { code: await center.codeFor(name), name })
  const line = startLineWorker(world)
  const there = await openPerson(browser, center.address)
  const here = await openPerson(browser, address)
  try {
    await signInAs(here.page, 'Contoh Operator KTP')
    const { page } = there
    await signInAs(page, 'Contoh Supervisor Pusat')
    await page.getByRole('link', { name: 'Pengumuman' }).click()
    await page.getByText('Tidak ada pengumuman').waitFor()
    const publish = page.getByRole('button', { name: 'Umumkan ke semua kantor' })
    await publish.click()
    await page.getByText(/^Pilih jenisnya/).waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('radio', { name: 'Gangguan' }).check()
    await page.getByLabel('Isi dalam bahasa Indonesia').fill('Pencarian berhenti sementara.')
    await page.getByLabel('Isi dalam bahasa Inggris').fill('Searches stand still for now.')
    await publish.click()
    await page.getByText(/^Pengumuman dikirim/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    const read = here.page.getByText('Pencarian berhenti sementara.')
    await read.waitFor()
    expect(await findBarriers(here.page)).toEqual([])

    await page.getByRole('button', { name: 'Cabut' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click()
    await page.getByText('Tidak ada pengumuman').waitFor()
    await read.waitFor({ state: 'detached' })
  } finally {
    await line.stop()
    await there.context.close()
    await here.context.close()
  }
})
