// Complaints test — the four ways of the standard, clicked through: by SMS through a running
// gammu-smsd, through an officer, to the leader alone, out of the suggestion box; and the portal.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBarriers, openBrowser, openPerson, phone } from '../support/browser.ts'
import { useService } from '../support/service.ts'
import { signInAs } from './tour-steps.ts'

const service = useService()
const numberPattern = /ADU-\d{4}-\d{4}/
const smsMsMax = 60_000
const sender = '081234500099'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function at<Answer>(
  viewport: { readonly width: number; readonly height: number } | undefined,
  act: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const { page, context } = await openPerson(browser, service.officeUrl, viewport)
  try {
    const answer = await act(page)
    expect(await findBarriers(page)).toEqual([])
    return answer
  } finally {
    await context.close()
  }
}

async function numberOn(page: Page): Promise<string> {
  await page.getByText(numberPattern).first().waitFor({ timeout: smsMsMax })
  return numberPattern.exec(await page.locator('main').innerText())?.[0] ?? ''
}

/** An officer takes down what a resident says, or what lay in the box. */
async function takeDown(page: Page, how: string, text: string): Promise<string> {
  await signInAs(page, 'Contoh Petugas Informasi')
  await page.getByRole('link', { name: 'Pengaduan' }).click()
  await page.getByRole('button', { name: /Catat pengaduan/ }).click()
  await page.getByLabel(how).check()
  await page.getByLabel('Tentang', { exact: true }).selectOption({ index: 3 })
  await page.getByLabel('Isi pengaduan').fill(text)
  await page.getByRole('button', { name: /Simpan pengaduan/ }).click()
  const told = page.getByText(/Pengaduan ADU-\S+ tersimpan/).first()
  await told.waitFor()
  return numberPattern.exec(await told.innerText())?.[0] ?? ''
}

/** The leader opens a complaint of the register and answers it. */
async function answer(page: Page, number: string, text: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(number) })
    .first()
    .click()
  await page.getByLabel('Jawaban untuk warga').fill(text)
  await page.getByRole('button', { name: /Kirim jawaban/ }).click()
  await page.getByText('Jawaban tersimpan.').waitFor()
}

async function writeSms(page: Page, text: string): Promise<void> {
  await signInAs(page, 'Contoh Administrator')
  await page.goto('/petugas/administrasi/sms')
  await page.getByLabel('Dari nomor').fill(sender)
  await page.getByLabel('Pesan').fill(text)
  await page.getByRole('button', { name: 'Kirim pesan' }).click()
}

test('all four ways and the portal end in one register, with a number and an answer', async () => {
  const bySms = await at(undefined, async (page) => {
    await writeSms(page, 'ADUAN Antrean di loket lama sekali hari ini')
    return numberOn(page)
  })
  const byOfficer = await at(undefined, (page) =>
    takeDown(page, 'Disampaikan kepada petugas', 'Kursi ruang tunggu kurang, banyak yang berdiri.'),
  )
  const toLeader = await at(undefined, (page) =>
    takeDown(page, 'Untuk pimpinan saja', 'Saya ingin pimpinan tahu bahwa loket tutup lebih awal.'),
  )
  const fromBox = await at(undefined, (page) =>
    takeDown(page, 'Dari kotak saran', 'Mohon papan petunjuk dipasang di pintu masuk.'),
  )
  const byPortal = await at(phone, async (page) => {
    await page.goto('/pengaduan')
    await page.getByLabel('Tentang apa?').selectOption({ index: 3 })
    await page.getByLabel('Apa yang terjadi?').fill('Lampu ruang tunggu mati sejak kemarin.')
    await page.getByRole('button', { name: 'Kirim pengaduan' }).click()
    await page.getByText(/sudah kami terima/).waitFor()
    return numberOn(page)
  })
  const numbers = [bySms, byOfficer, toLeader, fromBox, byPortal]
  expect(new Set(numbers).size).toBe(5)

  await at(undefined, async (page) => {
    await signInAs(page, 'Contoh Petugas Informasi')
    await page.getByRole('link', { name: 'Pengaduan' }).click()
    await page.getByText(byOfficer).first().waitFor()
    expect(await page.getByText(toLeader).count()).toBe(0)
  })
  await at(undefined, async (page) => {
    await signInAs(page, 'Contoh Camat')
    await page.getByRole('link', { name: 'Pengaduan' }).click()
    for (const number of numbers) await page.getByText(number).first().waitFor()
    for (const number of numbers)
      await answer(page, number, `Terima kasih, ${number} kami tangani.`)
  })
  await at(undefined, async (page) => {
    await writeSms(page, `STATUS ${bySms}`)
    await page
      .getByText(`Terima kasih, ${bySms} kami tangani.`)
      .first()
      .waitFor({ timeout: smsMsMax })
  })
})
