// One expert test — a center with a single adjudicator: the desk and the administrator are told that a
// second one is missing; then from case to case by one key, until there is none left.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSampleAccounts } from '../../src/staff/sample-accounts.ts'
import { type AdjudicationCases, sendAdjudicationCases } from '../support/adjudication-cases.ts'
import { desktop, openBrowser, phone } from '../support/browser.ts'
import { useCenter } from '../support/center.ts'
import { keepPicture } from '../support/pictures.ts'
import { workAs } from './work-as.ts'

const center = useCenter()
let browser: Browser
let { doubtful } = {} as AdjudicationCases

const expert = 'Contoh Ajudikator Satu'
const second = 'Contoh Ajudikator Dua'
const administrator = 'Contoh Administrator Pusat'
const missing = 'Ajudikator kedua belum ada'

beforeAll(async () => {
  browser = await openBrowser()
  // A browser forgets a session by its own clock.
  center.time.now = Date.now() - 60_000
  await createSampleAccounts({ ...center.world, db: center.world.db as never })
  ;({ doubtful } = await sendAdjudicationCases(center))
  center.time.now = Date.now()
  await setActive(second, false)
})
afterAll(() => browser?.close())

async function setActive(display_name: string, active: boolean): Promise<void> {
  const update = center.world.db.updateTable('accounts').set({ active })
  await update.where('display_name', '=', display_name).execute()
}

function as(
  account: string,
  act: (page: Page) => Promise<void>,
  viewport: typeof desktop | typeof phone = desktop,
): Promise<void> {
  return workAs({ browser, address: center.address, viewport }, account, act)
}

async function expectNoWiderThan(page: Page, { width }: typeof phone): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBeLessThanOrEqual(width)
}

/** By keys alone, from a case that is shown to the verdict. */
async function decide(page: Page, key: string, verdict: string): Promise<void> {
  await page.keyboard.press(key)
  await page.getByRole('dialog', { name: verdict }).waitFor()
  await page.keyboard.type('Pola dan minusi')
}

test('the only adjudicator is told so before the verdict and after it, and what to do', async () => {
  await as(expert, async (page) => {
    await page.getByText(missing, { exact: true }).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('img', { name: /pasang minusi/ }).waitFor()
    await decide(page, '1', 'Orang yang sama')
    await page.getByText('Ajudikator lain belum ada: perkara ini akan menunggu').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const row = page.getByRole('row', { name: /Mirip dengan orang lain/ }).first()
    await row.getByText(missing).waitFor()
    await page.goto(`/adjudikasi/${doubtful.caseId}`)
    await page.getByText('Perkara ini menunggu ajudikator kedua, dan belum ada').waitFor()
    await page.getByText(/Minta administrator membuat akun ajudikator lagi/).waitFor()
  })
})

test('the administrator sees above the accounts how many cases wait for one', async () => {
  const look = async (page: Page) => {
    await page.goto('/administrasi')
    await page.getByText('1 perkara menunggu ajudikator kedua').waitFor()
    await page.getByText(/Buat akun baru dengan peran Ajudikator/).waitFor()
  }
  await as(
    administrator,
    async (page) => {
      await look(page)
      await expectNoWiderThan(page, phone)
    },
    phone,
  )
  await as(administrator, async (page) => {
    await look(page)
    await keepPicture(page, 'adjudication-one-expert')
    await page.keyboard.press('b')
    await page.getByLabel('Peran').selectOption('adjudicator')
    await page.getByLabel('Nama petugas').fill('Contoh Ajudikator Tiga')
    await page.getByLabel('Nama akun').fill('ajudikator.tiga')
    await page.keyboard.press('Enter')
    await page.getByText('1 perkara menunggu ajudikator kedua').waitFor({ state: 'detached' })
  })
})

test('from case to case by one key, and at the end the desk says kindly that none is left', async () => {
  await setActive(second, true)
  await as(second, async (page) => {
    await page.getByRole('button', { name: /Ambil yang terlama/ }).waitFor()
    expect(await page.getByText(missing).count()).toBe(0)
    for (const left of [3, 2, 1, 0]) {
      await page.keyboard.press('a')
      await page.getByRole('button', { name: /Kembalikan/ }).waitFor()
      await decide(page, '3', 'Tidak dapat dipastikan')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText(/^Putusan (Anda )?tersimpan/).waitFor()
      if (left !== 2) continue
      // A case that is over leads on as well.
      await page.goBack()
      await page.getByText(/^Diputuskan: Tidak dapat dipastikan/).waitFor()
      await page.getByRole('button', { name: /Perkara berikutnya/ }).waitFor()
    }
    await page.goBack()
    await page.getByText('Tidak ada perkara lain yang menunggu Anda. Terima kasih.').waitFor()
  })
})
