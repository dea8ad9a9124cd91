// Gallery test — how the gallery stands, on its screen: in one process, at matchers, and with a machine
// lost; by mouse, on a phone, in both languages.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchGallery } from '../../src/center/afis/watched-gallery.ts'
import { createCenterServer } from '../../src/center/server.ts'
import type { HttpServer } from '../../src/kit/node/http-server.ts'
import { createSampleAccounts } from '../../src/staff/sample-accounts.ts'
import { desktop, openBrowser, phone } from '../support/browser.ts'
import { useCenter } from '../support/center.ts'
import { keepPicture } from '../support/pictures.ts'
import {
  galleryElsewhere,
  tellFirstMap,
  tellMatchers,
  tellSplit,
} from '../support/told-matchers.ts'
import { workAs } from './work-as.ts'

const center = useCenter()
let browser: Browser
/** A center of the same database whose gallery is at matchers. */
let scattered: { readonly server: HttpServer; readonly address: string }

beforeAll(async () => {
  browser = await openBrowser()
  // A browser forgets a session by its own clock.
  center.time.now = Date.now()
  await createSampleAccounts({ ...center.world, db: center.world.db as never })
  const office = await center.enroll()
  await office.send(await office.packet({ resident: 'ani', fingers: { 2: 'ani' } }))
  await center.process()
  const gallery = watchGallery(galleryElsewhere, () => performance.now())
  const server = await createCenterServer(center.world, { pipeline: { wake: () => {} }, gallery })
  scattered = { server, address: await server.listen({ port: 0 }) }
})
afterAll(async () => {
  await scattered?.server.stop()
  await browser?.close()
})

interface Where {
  readonly address?: string
  readonly viewport?: typeof desktop | typeof phone
}

function asAdministrator(
  { address = scattered.address, viewport = desktop }: Where,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  return workAs({ browser, address, viewport }, 'Contoh Administrator Pusat', async (page) => {
    await page.goto('/galeri')
    await act(page)
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(viewport.width)
  })
}

test('one process that holds everybody says so', async () => {
  await asAdministrator({ address: center.address, viewport: phone }, async (page) => {
    await page.getByText('Seluruh galeri dipegang satu proses').waitFor()
    await page.getByText('1 lagi dimuat pada pencarian berikutnya').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
  })
})

test('before the first map it says how to make one', async () => {
  await asAdministrator({}, async (page) => {
    await page.getByText('Galeri belum dibagikan kepada mesin pencocok').waitFor()
    await page.getByText('loket matchers map 8 m1 m2 m3 m4').waitFor()
  })
})

test('where every part is held twice it says so, part by part and machine by machine', async () => {
  const { db } = center.world
  await tellFirstMap(db)
  await tellMatchers(db)
  await asAdministrator({}, async (page) => {
    await page.getByText('Setiap bagian galeri punya dua salinan').waitFor()
    const parts = page.getByRole('region', { name: 'Bagian galeri' })
    await parts
      .getByRole('row', { name: /000-1ff.*m1: menjawab.*m2: menjawab.*125\.000/ })
      .waitFor()
    const machines = page.getByRole('region', { name: 'Mesin pencocok', exact: true })
    await machines.getByRole('row', { name: /m3 menyala 4 dari 4 .*1,6 GB/ }).waitFor()
    const load = page.getByRole('region', { name: 'Beban mesin pencocok' })
    await load.getByRole('row', { name: /m3 .*240 ms 910 ms/ }).waitFor()
    await page.getByText(/dipakai mencari sejak/).waitFor()
  })
})

test('where a machine is lost it says which parts have one copy, and what to do', async () => {
  await tellMatchers(center.world.db, ['m2'])
  for (const viewport of [desktop, phone]) {
    await asAdministrator({ viewport }, async (page) => {
      await page.getByText('4 bagian galeri tinggal punya satu salinan').waitFor()
      await page.getByText('systemctl start loket-matcher@m2').waitFor()
      await page.getByText('loket matchers replace m2 m1 m3 m4').waitFor()
      await page.getByText(/terakhir terlihat 15 mnt/).waitFor()
      if (viewport === desktop) await keepPicture(page, 'gallery')
    })
  }
})

test('in English as well, with a map that is being made ready', async () => {
  await tellSplit(center.world.db)
  await tellMatchers(center.world.db)
  await asAdministrator({ viewport: phone }, async (page) => {
    await page.getByRole('button', { name: 'EN – English' }).click()
    await page.getByText('a new map is being made ready').waitFor()
    await page.getByText('being made ready: 14 of 18 copies loaded').waitFor()
  })
})

test('where nobody holds a part any more, that searches have stopped is said first', async () => {
  await tellMatchers(center.world.db, ['m1', 'm2'])
  await asAdministrator({}, async (page) => {
    const alarm = page.getByRole('alert')
    await alarm.getByText('tidak dipegang siapa pun: pencarian berhenti').waitFor()
    await alarm.getByText('systemctl start loket-matcher@m1').waitFor()
  })
})
