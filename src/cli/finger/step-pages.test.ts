// Step pages — the pages of docs/algorithm hang together: every page and picture is on the path.

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { programRoot } from '#kit/node/program'

const folder = join(programRoot, 'docs/algorithm')
const names = (await readdir(folder)).filter((it) => it.endsWith('.md'))
const pages = await Promise.all(
  names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
)
const targetsOf = (text: string) =>
  [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, it]) => it!).filter((it) => !/^\w+:/.test(it))

test.each(pages)('what $name leads to is there', async ({ text }) => {
  for (const target of targetsOf(text)) {
    expect(
      await stat(join(folder, target)).then(
        () => true,
        () => false,
      ),
      target,
    ).toBe(true)
  }
})

test('the path leads to every page', () => {
  const readme = pages.find((it) => it.name === 'README.md')!
  const led = new Set(targetsOf(readme.text))
  expect(names.filter((it) => it !== 'README.md' && !led.has(it))).toEqual([])
})

test('every picture is looked at, and all together are light', async () => {
  const shown = new Set(pages.flatMap(({ text }) => targetsOf(text)))
  const pictures = await readdir(join(folder, 'pictures'))
  expect(pictures.filter((it) => !shown.has(`pictures/${it}`))).toEqual([])
  const sizes = pictures.map(async (it) => (await stat(join(folder, 'pictures', it))).size)
  const bytes = (await Promise.all(sizes)).reduce((sum, it) => sum + it, 0)
  expect(bytes).toBeLessThan(600_000)
})
