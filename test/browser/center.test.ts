// Center test — the expert's desk by keyboard, the pipeline, the offices and the accounts, clicked
// through at a center with real prints.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSampleAccounts } from '../../src/staff/sample-accounts.ts'
import { findBarriers, openBrowser } from '../support/browser.ts'
import { useCenter } from '../support/center.ts'
import { residentNamed } from '../support/packets.ts'
import { workAs } from './work-as.ts'

const center = useCenter()
let browser: Browser

const first = 'Contoh Ajudikator Satu'
const second = 'Contoh Ajudikator Dua'

beforeAll(async () => {
  browser = await openBrowser()
  // A browser forgets a session by its own clock.
  center.time.now = Date.now()
  await createSampleAccounts({ ...center.world, db: center.world.db as never })
  const office = await center.enroll('Kecamatan Contoh')
  for (const { resident, fingers } of [
    { resident: 'ani', fingers: { 2: 'ani', 7: 'ani' } },
    { resident: 'beni', fingers: { 2: 'ani', 7: 'beni' } },
    { resident: 'citra', fingers: {} },
  ]) {
    await office.send(await office.packet({ resident, fingers, visit: resident }))
    center.time.now += 1_000
    await center.process()
  }
})
afterAll(() => browser?.close())

/** Somebody of the center at a screen of their own. */
function as(account: string, act: (page: Page) => Promise<void>): Promise<void> {
  return workAs({ browser, address: center.address }, account, act)
}

/** Opens a verdict by its key, writes the reason and confirms without touching the mouse. */
async function decide(page: Page, key: string, verdict: string): Promise<void> {
  await page.keyboard.press(key)
  const dialog = page.getByRole('dialog', { name: verdict })
  await dialog.waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.type('Delta dan inti telunjuk berbeda')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Putusan tersimpan dan dikirim ke kantor.').waitFor()
}

test('an expert takes the oldest case and decides it by keyboard alone', async () => {
  await as(first, async (page) => {
    const list = page.getByRole('region', { name: 'Perkara menunggu' })
    await list.getByText('Mirip dengan orang lain').waitFor()
    await list.getByText('Tidak ada jari untuk dibandingkan').waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.keyboard.press('a')
    await page.getByRole('heading', { name: 'Mirip dengan orang lain' }).waitFor()
    const prints = page.getByRole('img', { name: /Telunjuk kanan.*[1-9]\d* pasang minusi/ })
    await prints.waitFor()
    await page.keyboard.press('+')
    await page.keyboard.press('n')
    await page.getByText(/^Nilai mesin: \d/).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('img', { name: /Telunjuk kiri/ }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await as(second, looksOn)
    await decide(page, '2', 'Orang berbeda')
    await list.getByText('Mirip dengan orang lain').waitFor({ state: 'detached' })
  })
})

/** A case that somebody else has taken can be read, and not decided. */
async function looksOn(page: Page): Promise<void> {
  await page
    .getByRole('row', { name: new RegExp(first) })
    .getByRole('link')
    .first()
    .click()
  await page.getByText(`Sedang diperiksa ${first}.`).waitFor()
  await page.keyboard.press('2')
  expect(await page.getByRole('dialog').count()).toBe(0)
}

test('a second expert finds the case decided, and judges one who has no fingers', async () => {
  await as(second, async (page) => {
    await page.getByText('Tidak ada jari untuk dibandingkan').waitFor()
    expect(await page.getByText('Mirip dengan orang lain').count()).toBe(0)
    await page.keyboard.press('a')
    await page.getByText('Mesin tidak membandingkan satu jari pun').waitFor()
    await page.getByText('Kesepuluh jari pemohon dikecualikan saat perekaman.').waitFor()
    await page.getByText(residentNamed('citra').nik).waitFor()
    expect(await page.getByRole('button', { name: 'Orang yang sama' }).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await decide(page, '2', 'Belum pernah terekam')
    await page.getByText('Tidak ada perkara yang menunggu').waitFor()
  })
})

test('the pipeline tells what was decided, and nobody’s name', async () => {
  await as('Contoh Supervisor Pusat', async (page) => {
    const decisions = page.getByRole('region', { name: 'Keputusan terakhir' })
    await decisions.getByText('Tunggal: siap cetak').first().waitFor()
    expect(await decisions.getByText('Diperiksa ahli').count()).toBe(2)
    expect(await page.locator('main').innerText()).not.toContain(residentNamed('ani').name)
  })
})

test('the administrator lets an office in, makes an account and reads who did what', async () => {
  await as('Contoh Administrator Pusat', async (page) => {
    await page.getByRole('region', { name: 'Kantor terdaftar' }).getByText('Contoh').waitFor()
    await page.getByLabel('Nama kantor yang akan memakai kode ini').fill('Kecamatan Baru')
    await page.keyboard.press('Enter')
    await page.getByText('Kode untuk Kecamatan Baru').waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('link', { name: 'Akun' }).click()
    await page.getByRole('button', { name: /Buat akun/ }).click()
    await page.getByLabel('Nama petugas').fill('Contoh Ajudikator Tiga')
    await page.getByLabel('Nama akun').fill('adjudikator3')
    await page.getByLabel('Peran').selectOption({ label: 'Ajudikator' })
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel('Nama akun').press('Enter')
    await page.getByText('Kata sandi sekali pakai untuk adjudikator3').waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('link', { name: 'Catatan perbuatan' }).click()
    const log = page.getByRole('region', { name: 'Catatan perbuatan' })
    for (const act of ['Kode untuk kantor baru dibuat', 'Perkara ajudikasi diputuskan']) {
      await log.getByText(act).first().waitFor()
    }
    await page.getByRole('button', { name: /Periksa sekarang/ }).click()
    await page.getByText(/^Utuh: \d+ catatan/).waitFor()
  })
})
