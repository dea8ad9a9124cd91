// Outbox test — the page of what waits for the center: while the line is down, and when it is back.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrollAtCenter } from '../../src/office/outbox/enroll-office.ts'
import { startLineWorker } from '../../src/office/outbox/worker.ts'
import { createSampleAccounts } from '../../src/staff/sample-accounts.ts'
import { findBarriers, openBrowser, openPerson } from '../support/browser.ts'
import { useCenter } from '../support/center.ts'
import { useOffice } from '../support/office.ts'
import { waitingCase } from '../support/outbox.ts'
import { signInAs } from './tour-steps.ts'

const center = useCenter()
const office = useOffice()
let browser: Browser
let address = ''

const lineTo = (centerUrl: string) => ({
  ...office.world,
  settings: { ...office.world.settings, centerUrl },
})

beforeAll(async () => {
  browser = await openBrowser()
  // A browser forgets a session by its own clock.
  office.time.now = Date.now()
  center.time.now = office.time.now
  await createSampleAccounts({ ...office.world, db: office.world.db as never })
  address = await office.server.listen({ port: 0 })
  const name = 'Kecamatan Contoh'
  await enrollAtCenter(lineTo(center.address), { code: await center.codeFor(name), name })
})
afterAll(() => browser?.close())

test('what waits is told with its reason, and leaves the page when it has arrived', async () => {
  const { page, context } = await openPerson(browser, address)
  await waitingCase(office, 'ani')
  const down = startLineWorker(lineTo('http://127.0.0.1:1'))
  try {
    await signInAs(page, 'Contoh Operator KTP')
    await page.getByRole('link', { name: 'Pengiriman' }).click()
    const waiting = page.getByRole('region', { name: 'Menunggu dikirim' })
    await waiting.getByText(/tersimpan/).waitFor()
    await page.getByText('Terganggu').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('k')
    await page.getByText('1 kiriman dicoba sekarang.').waitFor()
    expect(await findBarriers(page)).toEqual([])
  } finally {
    await down.stop()
  }
  office.time.now += 60_000
  center.time.now = office.time.now
  const back = startLineWorker(lineTo(center.address))
  try {
    await page.getByText('Semua rekaman sudah sampai di pusat data').waitFor()
    await page.getByText('Tersambung').waitFor()
    expect(await findBarriers(page)).toEqual([])
  } finally {
    await back.stop()
    await context.close()
  }
})
