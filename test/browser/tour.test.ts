// Tour test — the README's tour, executed: one resident from the form on a phone to the card in the
// hand, clicked through in a browser on real servers; and nothing serious in the way of anybody.

import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleDocument } from '../../src/cli/journey/sample-papers.ts'
import { programRoot } from '../../src/kit/node/program.ts'
import { findBarriers, openBrowser, openPerson, phone } from '../support/browser.ts'
import { useService } from '../support/service.ts'
import {
  type Applicant,
  captureResident,
  endorseForm,
  examineAtCounter,
  fillInForm,
  type HandedIn,
  handOverCard,
  printCard,
  putIntoQueue,
  signAndStamp,
  trackCase,
} from './tour-steps.ts'

const service = useService()
const applicant: Applicant = {
  nik: '1606995711900001',
  nomorKk: '1606991203150001',
  name: 'SITI CONTOH AMINAH',
  birthPlace: 'PENINGGALAN',
  birthDate: '17-11-1990',
  village: 'Peninggalan',
}

let browser: Browser
let paper = ''
let handedIn: HandedIn
let number = ''

beforeAll(async () => {
  browser = await openBrowser()
  paper = join(service.home, 'paper.png')
  await writeFile(paper, await sampleDocument('CONTOH'))
})
afterAll(() => browser?.close())

/** Somebody at his own screen; afterwards axe has looked at what was on it last. */
async function at<Answer>(
  viewport: { readonly width: number; readonly height: number } | undefined,
  act: (page: Page, context: BrowserContext) => Promise<Answer>,
): Promise<Answer> {
  const { page, context } = await openPerson(browser, service.officeUrl, viewport)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  try {
    const answer = await act(page, context)
    expect(await findBarriers(page)).toEqual([])
    expect(faults).toEqual([])
    return answer
  } finally {
    await context.close()
  }
}

describe('the tour', () => {
  test('1. the resident fills in form F-1 on a phone', async () => {
    handedIn = await at(phone, (page) => fillInForm(page, applicant))
  })

  test('2. the village head endorses it', async () => {
    await at(phone, (page) => endorseForm(page, handedIn))
  })

  test('3. the information desk puts the case into the queue', async () => {
    number = await at(undefined, (page) => putIntoQueue(page, handedIn))
  })

  test('4. the counter examines the papers and passes the case on', async () => {
    const papers = [/Kartu Keluarga/, /Ijazah/].map((requirement) => ({ requirement, file: paper }))
    await at(undefined, (page) => examineAtCounter(page, number, papers))
  })

  test('5 and 6. the operator captures, signs and stamps', async () => {
    await at(undefined, async (page) => {
      await captureResident(page, handedIn)
      await signAndStamp(page)
    })
  })

  test('7 and 8. the data centre has decided, and the card is printed', async () => {
    await at(undefined, (page) => printCard(page, handedIn))
  })

  test('9. the card is handed over against the holder’s finger', async () => {
    await at(undefined, (page) => handOverCard(page, handedIn))
  })

  test('10. the resident sees every step, and no NIK and no name', async () => {
    const told = await at(phone, (page) => trackCase(page, handedIn, applicant.birthDate))
    expect(told).toContain(handedIn.ticket)
    expect(told).not.toContain(applicant.name)
    expect(told.replace(/\s/g, '')).not.toContain(applicant.nik)
  })

  test('is the one that the README tells', () => {
    const readme = readFileSync(join(programRoot, 'README.md'), 'utf8')
    const steps = readme.match(/^\d+\. \*\*/gm) ?? []
    expect(steps.length).toBe(10)
  })
})
