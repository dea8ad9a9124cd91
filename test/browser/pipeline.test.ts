// Pipeline test — the center's pipeline on its screen: paused, resumed, and a packet that was set
// aside tried again, by mouse and on a phone.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { retryMsMax, triesMax } from '../../src/center/limits.ts'
import { processNext } from '../../src/center/pipeline.ts'
import { createSampleAccounts } from '../../src/staff/sample-accounts.ts'
import { desktop, findBarriers, openBrowser, phone } from '../support/browser.ts'
import { useCenter } from '../support/center.ts'
import { workAs } from './work-as.ts'

const center = useCenter()
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  // A browser forgets a session by its own clock.
  center.time.now = Date.now()
  await createSampleAccounts({ ...center.world, db: center.world.db as never })
  const office = await center.enroll('Kecamatan Contoh')
  const good = await office.packet({ resident: 'ani', fingers: {} })
  const swapped = { photo: new Uint8Array([9]) }
  const bad = await office.packet({ resident: 'beni', fingers: {}, swapped })
  for (const packet of [good, bad]) await office.send(packet)
  await center.process()
})
afterAll(() => browser?.close())

/** The pipeline as somebody of the center sees it. */
function as(
  account: string,
  viewport: typeof desktop | typeof phone,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  return workAs({ browser, address: center.address, viewport }, account, act)
}

const supervisor = 'Contoh Supervisor Pusat'
const administrator = 'Contoh Administrator Pusat'

test('a supervisor pauses the pipeline, drains it and lets it go on', async () => {
  await as(supervisor, desktop, async (page) => {
    await page.getByText('Alur berjalan').waitFor()
    await page.getByRole('button', { name: 'Selesaikan yang berjalan' }).click()
    await page.getByText('Yang sedang berjalan diselesaikan').waitFor()
    await page.getByRole('button', { name: 'Hentikan sementara' }).click()
    await page.getByText('Alur dihentikan sementara').waitFor()
    await page.getByText('Tidak ada paket yang sedang dikerjakan.').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Lanjutkan' }).click()
    await page.getByText('Alur berjalan').waitFor()
  })
})

test('the plot says what was done, and its numbers stand in a table', async () => {
  await as(supervisor, phone, async (page) => {
    await page.getByRole('img', { name: '1 paket diputuskan dan 1 disisihkan' }).waitFor()
    await page.getByText('Lihat angkanya sebagai tabel').click()
    const numbers = page.getByRole('table', { name: 'Paket per menit' })
    await numbers.getByRole('row', { name: /0,1 1$/ }).waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(phone.width)
  })
})

test('a packet that was set aside is tried again, and set aside anew where it is still wrong', async () => {
  await as(supervisor, desktop, async (page) => {
    const list = page.getByRole('region', { name: 'Paket yang disisihkan' })
    await list.getByText('bukan yang disahkan operator').waitFor()
    await list.getByRole('button', { name: /^Coba lagi: perkara .* dari Kecamatan Contoh/ }).click()
    await page.getByText('Tidak ada paket yang disisihkan').waitFor()
    expect(await center.process()).toBe(1)
    await list.getByText('bukan yang disahkan operator').waitFor()
  })
})

test('a packet that the center gave up is shown with its reason, and goes on when asked', async () => {
  const office = await center.enroll('Kecamatan Putus Asa')
  await office.send(await office.packet({ resident: 'citra', fingers: {} }))
  const sealText = () => {
    throw new Error('out of memory')
  }
  const world = { ...center.world, vault: { ...center.world.vault, sealText } }
  const startedAt = center.time.now
  for (let tries = 1; tries <= triesMax; tries++) {
    await expect(processNext(world, center.gallery)).rejects.toThrow('out of memory')
    center.time.now += retryMsMax
  }
  center.time.now = startedAt
  const row = (page: Page) =>
    page
      .getByRole('region', { name: 'Paket yang disisihkan' })
      .getByRole('row', { name: /tidak dicoba lagi dengan sendirinya/ })
  await as(supervisor, phone, async (page) => {
    await row(page).getByText('Kecamatan Putus Asa').waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(phone.width)
  })
  await as(supervisor, desktop, async (page) => {
    await row(page)
      .getByRole('button', { name: /^Coba lagi: perkara .* dari Kecamatan Putus/ })
      .click()
    await row(page).waitFor({ state: 'detached' })
    expect(await center.process()).toBe(1)
    await page.getByRole('row', { name: /ADJUDICATE_RECORD.*Kecamatan Putus Asa/ }).waitFor()
  })
})

test('a key that is revoked opens nothing, and who tries it is counted at the door', async () => {
  const office = await center.enroll('Kecamatan Dicabut')
  const packet = await office.packet({ resident: 'dewi', fingers: {} })
  await as(administrator, desktop, async (page) => {
    await page.getByRole('link', { name: 'Kantor' }).click()
    await page.getByRole('button', { name: 'Cabut kunci Kecamatan Dicabut' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cabut kunci Kecamatan Dicabut?' })
    await dialog.getByText('Pencabutan tidak dapat dibatalkan').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Cabut kunci' }).click()
    await page.getByRole('row', { name: /Kecamatan Dicabut.*Dicabut \d+ / }).waitFor()
  })
  for (const _ of [1, 2]) expect((await office.send(packet)).status).toBe(401)
  await as(supervisor, phone, async (page) => {
    const list = page.getByRole('region', { name: 'Ditolak di pintu' })
    const row = list.getByRole('row', { name: /sudah dicabut.*Kecamatan Dicabut 2/ })
    await row.waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(phone.width)
  })
})

test('whoever is no supervisor sees how it stands, without the buttons', async () => {
  await as('Contoh Ajudikator Satu', desktop, async (page) => {
    await page.getByRole('link', { name: 'Alur identifikasi' }).click()
    await page.getByText('Alur berjalan').waitFor()
    await page.getByRole('region', { name: 'Paket yang disisihkan' }).waitFor()
    for (const name of ['Selesaikan yang berjalan', 'Hentikan sementara', /^Coba lagi/]) {
      expect(await page.getByRole('button', { name }).count()).toBe(0)
    }
  })
})
