// Ending test — after a duplicate, desk and tracker say what to do next, and nobody's name.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseId } from '../../src/enrollment/events.ts'
import { appendFact } from '../../src/office/log/log.ts'
import { getSampleResident } from '../../src/resident/sample-cast.ts'
import { createSampleAccounts } from '../../src/staff/sample-accounts.ts'
import { desktop, findBarriers, openBrowser, openPerson, phone } from '../support/browser.ts'
import { useOffice } from '../support/office.ts'
import { keepPicture } from '../support/pictures.ts'
import { signInAs } from './tour-steps.ts'

const office = useOffice()
const { biodata } = getSampleResident('joko')
const title = 'Sidik jari Anda sudah pernah direkam'

let browser: Browser
let address = ''
let ticket = ''

beforeAll(async () => {
  browser = await openBrowser()
  office.time.now = Date.now()
  await createSampleAccounts({ ...office.world, db: office.world.db as never })
  address = await office.server.listen({ port: 0 })
  ticket = (await office.call(undefined, 'POST', '/api/forms', { biodata })).body.ticket
  const { case_id: caseId } = await office.world.db
    .selectFrom('cases')
    .select('case_id')
    .executeTakeFirstOrThrow()
  await office.world.db.transaction().execute(async (transaction) => {
    const fact = { type: 'decided', decision: { status: 'DUPLICATE_RECORD' } } as const
    await appendFact(transaction, caseId as CaseId, fact, office.time.now)
  })
})
afterAll(() => browser?.close())

async function at(
  viewport: typeof desktop | typeof phone,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, context } = await openPerson(browser, address, viewport)
  try {
    await act(page)
    await page.getByText(title).waitFor()
    expect(await findBarriers(page)).toEqual([])
    const reach = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(await reach()).toBeLessThanOrEqual(0)
  } finally {
    await context.close()
  }
}

test('the resident reads on a phone that nothing is lost, and where to go', async () => {
  await at(phone, async (page) => {
    await page.goto(`/lacak?tiket=${ticket}`)
    await page.getByLabel(/Tanggal lahir/).fill('09-03-1968')
    await page.getByRole('button', { name: 'Lihat permohonan' }).click()
    await page.getByText(/KTP atau surat keterangan lama/).waitFor()
    await keepPicture(page, 'adjudication-office')
  })
})

test('the desk reads what to say and what to do', async () => {
  await at(desktop, async (page) => {
    await signInAs(page, 'Contoh Petugas Informasi')
    const { case_id: caseId } = await office.world.db
      .selectFrom('cases')
      .select('case_id')
      .executeTakeFirstOrThrow()
    await page.goto(`/petugas/informasi/${caseId}`)
    await page.getByText('Langkah Anda:').waitFor()
    await keepPicture(page, 'adjudication-desk')
  })
})
