// Tour steps — the README's numbered steps, clicked through as a person would: by what stands on
// the screens, never by a call of the interface below them.

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Applicant {
  readonly nik: string
  readonly nomorKk: string
  readonly name: string
  readonly birthPlace: string
  /** As it is typed: 22-11-1990. */
  readonly birthDate: string
  readonly village: string
}

export interface HandedIn {
  readonly ticket: string
  readonly name: string
}

const ticketPattern = /TJ-\d{6}-\d{3}/

/** Signs in by the sample account's button. */
export async function signInAs(page: Page, account: string): Promise<void> {
  await page.goto('/masuk')
  await page.getByRole('button', { name: account }).click()
  await page.getByRole('button', { name: 'Keluar' }).waitFor()
}

/** Step 1: the resident fills in form F-1 on a phone. */
export async function fillInForm(page: Page, applicant: Applicant): Promise<HandedIn> {
  await page.goto('/')
  await page.getByRole('link', { name: /Isi formulir F-1/ }).click()
  await page.getByLabel('NIK', { exact: true }).fill(applicant.nik)
  await page.getByLabel('Nomor KK').fill(applicant.nomorKk)
  await page.getByLabel('Nama lengkap').fill(applicant.name)
  await page.getByLabel('Tempat lahir').fill(applicant.birthPlace)
  await page.getByLabel('Tanggal lahir').fill(applicant.birthDate)
  await page.getByLabel('Perempuan').check()
  await page.getByLabel('Status perkawinan').selectOption({ label: 'Belum Kawin' })
  await page.getByLabel('Agama').selectOption({ label: 'Islam' })
  await page.getByLabel('Golongan darah').selectOption({ label: 'O' })
  await page.getByLabel('Pendidikan terakhir').selectOption({ index: 5 })
  await page.getByLabel('Pekerjaan').fill('petani')
  await page
    .getByRole('option', { name: /Petani/ })
    .first()
    .click()
  await page.getByLabel('Jalan atau dusun').fill('Dusun II')
  await page.getByLabel('RT', { exact: true }).fill('003')
  await page.getByLabel('RW', { exact: true }).fill('001')
  await page.getByLabel('Desa/Kelurahan').selectOption({ label: applicant.village })
  await page.getByRole('button', { name: 'Kirim formulir' }).click()
  await page.getByText('Formulir sudah kami terima').waitFor()
  const ticket = ticketPattern.exec(await page.locator('main').innerText())?.[0]
  expect(ticket).toBeDefined()
  return { ticket: ticket as string, name: applicant.name }
}

/** Step 2: the village head endorses the form of his own village. */
export async function endorseForm(page: Page, { ticket, name }: HandedIn): Promise<void> {
  await signInAs(page, 'Contoh Kepala Desa Peninggalan')
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
  await page.getByText(ticket).first().waitFor()
  await page.getByRole('button', { name: /^Setujui/ }).click()
  await page.getByText('1 formulir disetujui dan ditandatangani.').waitFor()
}

/** Step 3: the information desk finds the case by its ticket and puts it into the queue. */
export async function putIntoQueue(page: Page, { ticket }: HandedIn): Promise<string> {
  await signInAs(page, 'Contoh Petugas Informasi')
  await page.getByLabel('KTP-el baru').check()
  await page.getByLabel('Tiket atau kode formulir').check()
  await page.getByLabel('Nomor tiket atau kode formulir').fill(ticket)
  await page.getByRole('button', { name: 'Cari orang' }).click()
  await page
    .getByRole('link', { name: /Buka/ })
    .or(page.getByRole('button', { name: /^Buka$/ }))
    .first()
    .click()
  await page.getByRole('button', { name: /Masukkan ke antrean/ }).click()
  await page
    .getByText(/[AB]-\d{3}/)
    .first()
    .waitFor()
  return /[AB]-\d{3}/.exec(await page.locator('main').innerText())?.[0] ?? ''
}

/** Step 4: the counter calls the number, takes a scan of each paper, and passes the case on. */
export async function examineAtCounter(
  page: Page,
  number: string,
  papers: readonly { readonly requirement: RegExp; readonly file: string }[],
): Promise<void> {
  await signInAs(page, 'Contoh Petugas Loket')
  await page
    .getByRole('button', { name: /^Panggil/ })
    .first()
    .click()
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  for (const { requirement, file } of papers) {
    await page.getByRole('button', { name: requirement }).click()
    const panel = page.getByRole('region', { name: requirement })
    await panel.locator('input[type=file]').first().setInputFiles(file)
    await panel.getByText(/Ditambahkan/).waitFor()
  }
  await page.getByRole('button', { name: /Terima semua/ }).click()
  await page.getByRole('button', { name: /Teruskan ke perekaman/ }).click()
  await page.getByText(`${number} lengkap dan diteruskan ke perekaman.`).waitFor()
}

/** Step 5: the operator captures photo, signature and ten fingers. */
export async function captureResident(page: Page, { ticket }: HandedIn): Promise<void> {
  await signInAs(page, 'Contoh Operator KTP')
  await page
    .getByRole('link', { name: new RegExp(ticket) })
    .first()
    .click()
  await page.getByRole('button', { name: /Mulai perekaman/ }).click()
  await page.getByLabel(/Sudah saya bacakan/).check()
  await page.getByRole('button', { name: /Biodata benar/ }).click()
  await page.getByRole('button', { name: /^Ambil foto/ }).click()
  await page.getByRole('button', { name: /Pakai foto ini/ }).click()
  await drawSignature(page)
  await page.getByRole('button', { name: /Simpan tanda tangan/ }).click()
  await takeFingers(page)
  await page.getByRole('button', { name: /Semua benar, selesai/ }).click()
  await page.getByRole('button', { name: /Tanda tangani dan cap/ }).waitFor()
}

/** Step 6: the operator signs and stamps; the record is stored. */
export async function signAndStamp(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Tanda tangani dan cap/ }).click()
  await page.getByText(/Rekaman tersimpan di kantor ini/).waitFor()
}

async function drawSignature(page: Page): Promise<void> {
  const box = await page.getByLabel('Kotak tanda tangan').boundingBox()
  if (box === null) throw new Error('the box for the signature is not on the screen')
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6)
  await page.mouse.down()
  for (let step = 1; step <= 20; step++) {
    const across = 0.2 + (0.6 * step) / 20
    await page.mouse.move(
      box.x + box.width * across,
      box.y + box.height * (0.5 + 0.3 * Math.sin(step)),
    )
  }
  await page.mouse.up()
}

const pressesMsMax = 180_000

/** Presses on until all is there to be checked; weak fingers are taken again. */
async function takeFingers(page: Page): Promise<void> {
  const check = page.getByRole('button', { name: /Semua benar, selesai/ })
  const take = page.getByRole('button', { name: /^(Ambil|Ulangi jari yang kurang)/ })
  const next = page.getByRole('button', { name: /^Lanjut/ })
  const deadline = Date.now() + pressesMsMax
  while (Date.now() < deadline) {
    if (await check.isVisible()) return
    if (await next.first().isVisible()) await next.first().click()
    else if (await isReady(take.first())) await take.first().click()
    await page.waitForTimeout(300)
  }
  throw new Error('the fingers were never enough')
}

/** There, and not at work already. */
async function isReady(button: Locator): Promise<boolean> {
  return (await button.isVisible()) && (await button.getAttribute('aria-busy')) !== 'true'
}

/** Step 8: the card is printed, and its file is there. */
export async function printCard(page: Page, { name }: HandedIn): Promise<void> {
  await signInAs(page, 'Contoh Operator KTP')
  await page.getByRole('link', { name: 'Cetak kartu' }).click()
  await page.getByText(name).first().waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: /^Cetak kartu/ }).click()
  await page.getByText(`Kartu ${name} dikirim ke printer.`).waitFor()
  await page
    .getByRole('button', { name: new RegExp(`Kartu jadi: ${name}|^Kartu jadi`) })
    .first()
    .click()
  await page.getByText(`Kartu ${name} jadi.`, { exact: false }).waitFor()
}

/** Step 9: the receiver's finger is checked, and the card is out. */
export async function handOverCard(page: Page, { name }: HandedIn): Promise<void> {
  await signInAs(page, 'Contoh Operator KTP')
  await page.getByRole('link', { name: /Serah[- ]terima/ }).click()
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  const triesMax = 3
  for (let nth = 0; nth < triesMax; nth++) {
    await page.getByRole('button', { name: /Periksa sidik jari/ }).click()
    const matched = page.getByText('COCOK', { exact: true })
    await matched.or(page.getByText('TIDAK COCOK')).waitFor({ timeout: 60_000 })
    if (await matched.isVisible()) return
  }
  throw new Error('the finger never matched')
}

/** Step 10: the resident sees every step with its time. */
export async function trackCase(
  page: Page,
  { ticket }: HandedIn,
  birthDate: string,
): Promise<string> {
  await page.goto('/')
  await page.getByRole('link', { name: /Lacak permohonan/ }).click()
  await page.getByLabel('Nomor tiket').fill(ticket)
  await page.getByLabel(/Tanggal lahir/).fill(birthDate)
  await page.getByRole('button', { name: 'Lihat permohonan' }).click()
  await page.getByText(ticket).first().waitFor()
  return page.locator('main').innerText()
}
