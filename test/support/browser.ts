// Browser — Debian's Chromium with a camera that shows a test picture, for clicking as people do.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const chromiumPath = '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]
const actMsMax = 30_000

export const desktop = { width: 1280, height: 900 } as const
export const phone = { width: 390, height: 844 } as const

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, headless: true, args })
}

/** Somebody with a browser of his own: no cookie of anybody else. */
export async function openPerson(
  browser: Browser,
  baseUrl: string,
  viewport: { readonly width: number; readonly height: number } = desktop,
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport,
    locale: 'id-ID',
    permissions: ['camera'],
    acceptDownloads: true,
  })
  context.setDefaultTimeout(actMsMax)
  return { context, page: await context.newPage() }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Barrier {
  readonly id: string
  readonly impact: string
  readonly targets: readonly string[]
}

/** Barriers that axe finds serious or critical on the page as it stands. */
export async function findBarriers(page: Page): Promise<readonly Barrier[]> {
  // Through the debugger, which no content security policy keeps out.
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (window as never as { axe: AxeRun }).axe.run(document)
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({
        id,
        impact,
        targets: nodes.map((node) => node.target.join(' ')),
      }))
  })
}

interface AxeRun {
  run(root: Document): Promise<{
    violations: { id: string; impact: string; nodes: { target: string[] }[] }[]
  }>
}
