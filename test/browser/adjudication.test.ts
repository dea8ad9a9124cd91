// Adjudication test — two experts and a supervisor at their desks: one proposes, one finds the same
// without seeing it; where they differ, the supervisor decides. All prints are grown, nobody's.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrollInGallery } from '../../src/center/records/store.ts'
import { samplePhoto } from '../../src/cli/journey/sample-papers.ts'
import { type FingerPosition, fingerPositions } from '../../src/enrollment/fingers.ts'
import type { Biodata } from '../../src/resident/biodata.ts'
import { createSampleAccounts } from '../../src/staff/sample-accounts.ts'
import { desktop, findBarriers, openBrowser, phone } from '../support/browser.ts'
import { useCenter } from '../support/center.ts'
import { type MadePacket, residentNamed } from '../support/packets.ts'
import { keepPicture } from '../support/pictures.ts'
import { tellWhoAnswered } from '../support/told-matchers.ts'
import { workAs } from './work-as.ts'

const center = useCenter()
let browser: Browser

const first = 'Contoh Ajudikator Satu'
const second = 'Contoh Ajudikator Dua'
const supervisor = 'Contoh Supervisor Pusat'
const minuteMs = 60_000

/** Ani again, under a third name: the gallery holds her twice, from before it was searched. */
let again: MadePacket
/** Two fingers of Ani's and two that are not: like her, and not surely her. */
let alike: MadePacket

const sameReason = 'Inti dan delta sama, 20 minusi sepadan pada telunjuk'

beforeAll(async () => {
  browser = await openBrowser()
  // A browser forgets a session by its own clock.
  center.time.now = Date.now() - 190 * minuteMs
  await createSampleAccounts({ ...center.world, db: center.world.db as never })
  const office = await center.enroll('Kecamatan Contoh')
  const allOf = (person: string) => fingersOf(person, fingerPositions)
  const send = async (
    resident: string,
    fingers: Partial<Record<FingerPosition, string>>,
    biodata: Partial<Biodata> = {},
  ) => {
    const background = resident === 'ani' ? 'red' : 'blue'
    const photo = await samplePhoto(background)
    const packet = await office.packet({ resident, fingers, visit: resident, photo, biodata })
    await office.send(packet)
    await center.process()
    return packet
  }
  await send('ani', allOf('ani'))
  center.time.now += minuteMs
  const twice = await send('beni', allOf('ani'))
  await center.world.db.transaction().execute(async (transaction) => {
    await enrollInGallery(transaction, twice.caseId, center.time.now)
  })
  center.time.now += minuteMs
  const { name, birthDate } = residentNamed('ani')
  again = await send('citra', allOf('ani'), { name, birthDate })
  center.time.now += 125 * minuteMs
  alike = await send('dewi', { ...fingersOf('ani', [2]), ...fingersOf('dewi', [7]) })
  center.time.now = Date.now()
})
afterAll(() => browser?.close())

function fingersOf(person: string, positions: readonly FingerPosition[]) {
  return Object.fromEntries(positions.map((it) => [it, person]))
}

/** Somebody of the center at a screen of their own. */
function as(
  account: string,
  act: (page: Page) => Promise<void>,
  viewport: typeof desktop | typeof phone = desktop,
): Promise<void> {
  return workAs({ browser, address: center.address, viewport }, account, act)
}

const rowOf = (page: Page, reason: string) => page.getByRole('row', { name: new RegExp(reason) })
const printsOf = (page: Page) => page.getByRole('img', { name: /pasang minusi/ })

/** From the list to the case that has waited longest, by one key. */
async function takeOldest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ambil yang terlama/ }).waitFor()
  await page.keyboard.press('a')
  await printsOf(page).waitFor()
}

/** Opens a verdict by its key, writes the reason and confirms without touching the mouse. */
async function decide(page: Page, key: string, verdict: string, reason: string): Promise<void> {
  await page.keyboard.press(key)
  const dialog = page.getByRole('dialog', { name: verdict })
  await dialog.waitFor()
  await page.keyboard.type(reason)
  expect(await findBarriers(page)).toEqual([])
  if (key === '1') await keepPicture(page, 'adjudication-verdict')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

/** How each of the two prints is drawn: where it lies apart from its pane, turned and scaled. */
async function transformsOf(page: Page) {
  const shown = await printsOf(page)
    .locator('image')
    .evaluateAll((images) => images.map((it) => it.getAttribute('transform') ?? ''))
  return shown.map((it) => it.replace(/^translate\(([\d.-]+) /, ''))
}

test('the first expert looks at both people with the keyboard alone', async () => {
  await as(first, async (page) => {
    await rowOf(page, 'Cocok dengan beberapa orang').getByText('3 jam').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await keepPicture(page, 'adjudication-list')
    await page.keyboard.press('a')
    await page.getByRole('heading', { name: 'Cocok dengan beberapa orang' }).waitFor()
    const candidates = page.getByRole('region', { name: 'Yang mirip menurut mesin' })
    await page.getByText('Dukungan luar biasa kuat untuk orang yang sama').first().waitFor()
    expect(await page.getByRole('button', { name: /^Pembanding \d/ }).count()).toBe(2)
    expect(await candidates.count()).toBeLessThan(2)
    await page
      .getByText(/lebih jarang daripada 1 dari 1.000.000 pencarian .* \(FPIR\)/)
      .first()
      .waitFor()
    await page.getByText(/dicari di antara 2 orang, 2 mirip/).waitFor()
    await keepPicture(page, 'adjudication-case')
    await page.getByText('Cara pencarian ini dilakukan').click()
    await page.getByText('10 jari pemohon; 2 rekaman punya jari yang dapat dibandingkan').waitFor()
    const search = page.locator('section').filter({ hasText: 'Versi parameter pencarian' })
    await keepPicture(search, 'adjudication-search')
    await page.getByRole('img', { name: /Ibu jari kanan.*[1-9]\d* pasang minusi/ }).waitFor()

    const onPaper = page.getByRole('listitem').filter({ hasText: residentNamed('ani').name })
    await onPaper.getByText('Nama sama').waitFor()
    await onPaper.getByText('Tanggal lahir sama').waitFor()
    await onPaper.getByRole('button', { name: /^Tampilkan Pembanding \d$/ }).click()

    await page.keyboard.press('ArrowRight')
    await page.getByRole('img', { name: /Telunjuk kanan.*[1-9]\d* pasang minusi/ }).waitFor()
    for (const key of ['+', '+', '+', 'r', 'c']) await page.keyboard.press(key)
    await page.getByText('2,0× · 15° · kontras 140 %').waitFor()
    const [left, right] = await transformsOf(page)
    expect(left).toContain('rotate(15)')
    expect(left).toBe(right)
    await keepPicture(printsOf(page), 'adjudication-prints')
    await page.keyboard.press('m')
    expect(await printsOf(page).locator('line').count()).toBe(0)
    await page.keyboard.press('m')
    expect(await printsOf(page).locator('line').count()).toBeGreaterThan(10)
  })
})

test('arrow keys, wheel and two fingers move both prints in step, and none is a trap', async () => {
  await as(first, async (page) => {
    await takeOldest(page)
    const prints = printsOf(page)
    const start = await transformsOf(page)
    await prints.focus()
    await page.keyboard.press('ArrowDown')
    const moved = await transformsOf(page)
    expect(moved).not.toEqual(start)
    expect(moved[0]).toBe(moved[1])
    await prints.hover({ position: { x: 40, y: 60 } })
    await page.mouse.wheel(0, -100)
    await page.getByText('1,3× · 0°').waitFor()
    await pinch(page)
    await page.getByText(/^2,[56]× · 0°/).waitFor()
    const pinched = await transformsOf(page)
    expect(pinched[0]).toBe(pinched[1])
    await page.keyboard.press('Tab')
    expect(await prints.evaluate((it) => it === document.activeElement)).toBe(false)
    await page.keyboard.press('0')
    expect(await transformsOf(page)).toEqual(start)

    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Tombol cepat' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await keepPicture(page, 'adjudication-keys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
})

/** Two fingers that move apart to twice their distance. */
async function pinch(page: Page): Promise<void> {
  await printsOf(page).evaluate((element) => {
    const box = element.getBoundingClientRect()
    const middle = { x: box.left + box.width / 4, y: box.top + box.height / 2 }
    const touch = (type: string, pointerId: number, x: number) =>
      element.dispatchEvent(
        new PointerEvent(type, {
          pointerId,
          pointerType: 'touch',
          clientX: x,
          clientY: middle.y,
          bubbles: true,
        }),
      )
    // A finger that is not on the glass cannot be captured.
    element.setPointerCapture = () => {}
    touch('pointerdown', 11, middle.x - 40)
    touch('pointerdown', 12, middle.x + 40)
    touch('pointermove', 11, middle.x - 80)
    touch('pointermove', 12, middle.x + 80)
    touch('pointerup', 11, middle.x - 80)
    touch('pointerup', 12, middle.x + 80)
  })
}

test('“the same person” is kept as a proposal, and the case goes on to somebody else', async () => {
  await as(first, async (page) => {
    await takeOldest(page)
    await decide(page, '1', 'Orang yang sama', sameReason)
    await page.getByText(/^Putusan Anda tersimpan. Ahli lain memeriksa/).waitFor()
    await rowOf(page, 'Cocok dengan beberapa orang').getByText('Menunggu ahli kedua').waitFor()
    await page.getByRole('button', { name: /Sudah Anda nilai/ }).click()
    expect(await page.getByRole('row', { name: /Mirip dengan orang lain/ }).count()).toBe(0)
    await rowOf(page, 'Cocok dengan beberapa orang').getByRole('link').click()
    await page.getByText(`“${sameReason}”`).waitFor()
    expect(await page.getByRole('button', { name: /Ambil perkara/ }).count()).toBe(0)
  })
})

test('the second expert sees nothing of it, finds the same, and that settles the case', async () => {
  await as(second, async (page) => {
    await rowOf(page, 'Cocok dengan beberapa orang').getByText('Belum diambil').waitFor()
    await takeOldest(page)
    const shown = await page.locator('main').innerText()
    for (const trace of [sameReason, 'Putusan para ahli', 'ahli kedua']) {
      expect(shown).not.toContain(trace)
    }
    await decide(page, '1', 'Orang yang sama', 'Telunjuk dan ibu jari sama')
    await page.getByText('Putusan tersimpan dan dikirim ke kantor.').waitFor()
    await rowOf(page, 'Cocok dengan beberapa orang').waitFor({ state: 'detached' })
  })
  expect((await lastDecisionOf(again)).status).toBe('DUPLICATE_RECORD')
})

test('two who differ leave it to the supervisor, who reads both reasons and decides', async () => {
  await as(first, async (page) => {
    await takeOldest(page)
    await decide(page, '1', 'Orang yang sama', 'Telunjuk kanan sama')
    await page.getByText(/^Putusan Anda tersimpan. Ahli lain memeriksa/).waitFor()
  })
  await as(second, async (page) => {
    await takeOldest(page)
    await decide(page, '2', 'Orang berbeda', 'Telunjuk kiri jelas berbeda')
    await page.getByText(/supervisor yang memutuskan/).waitFor()
    await page.getByRole('button', { name: /Ambil yang terlama/ }).waitFor({ state: 'detached' })
  })
  await as(supervisor, async (page) => {
    await page.getByRole('link', { name: 'Ajudikasi' }).click()
    await rowOf(page, 'Mirip dengan orang lain').getByText('Menunggu supervisor').waitFor()
    await page.keyboard.press('a')
    await page.getByText('“Telunjuk kanan sama”').waitFor()
    await page.getByText('“Telunjuk kiri jelas berbeda”').waitFor()
    await keepPicture(page, 'adjudication-dispute')
    expect(await findBarriers(page)).toEqual([])
    await decide(page, '2', 'Orang berbeda', 'Dua jari berlainan tidak mungkin satu orang')
    await page.getByText('Tidak ada perkara yang menunggu').waitFor()
  })
  expect((await lastDecisionOf(alike)).status).toBe('PRINT_READY_RECORD')
})

test('on a phone everything stands within the width of the screen', async () => {
  await tellWhoAnswered(center.world.db, again.caseId)
  await as(
    second,
    async (page) => {
      await page.goto(`/adjudikasi/${again.caseId}`)
      await page.getByText(`“${sameReason}”`).waitFor()
      await printsOf(page).waitFor()
      await keepPicture(page, 'adjudication-phone')
      await page.getByText('Cara pencarian ini dilakukan').last().click()
      await page.getByText('m1 (sampai entri 2):').waitFor()
      await page.getByText('m12 (sampai entri 1.211) → m3 (sampai entri 1.212):').waitFor()
      await page.getByText('m11 (sampai entri 2): 12 bagian').waitFor()
      const reach = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(await reach()).toBeLessThanOrEqual(0)
    },
    phone,
  )
})

async function lastDecisionOf({ caseId }: MadePacket): Promise<{ readonly status: string }> {
  const { body } = await center.call('supervisor', 'GET', `/api/decisions/${caseId}`)
  return body
}
