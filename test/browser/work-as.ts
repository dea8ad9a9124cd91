// Work as — somebody signed in at a screen of their own, and what axe says of it afterwards.

import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { desktop, findBarriers, openPerson } from '../support/browser.ts'
import { signInAs } from './tour-steps.ts'

export interface Seat {
  readonly browser: Browser
  readonly address: string
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** Fails on a fault of the page, or where something serious stands in anybody's way at the end. */
export async function workAs(
  { browser, address, viewport = desktop }: Seat,
  account: string,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, context } = await openPerson(browser, address, viewport)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  try {
    await signInAs(page, account)
    await act(page)
    expect(await findBarriers(page)).toEqual([])
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}
