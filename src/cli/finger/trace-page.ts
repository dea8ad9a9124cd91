// Trace page — the steps one below the other: the picture, its figures, the words of docs/algorithm.

import { escapeXml } from '#card/svg'
import { htmlOfMarkdown } from './markdown.ts'
import type { StepPage } from './step-pages.ts'

export interface ToldStep {
  readonly step: string
  /** Undefined where docs/algorithm has none. */
  readonly page: StepPage | undefined
  readonly figures: readonly string[]
  readonly picture:
    | { readonly file: string; readonly width: number; readonly height: number }
    | undefined
}

/** A page for a browser that lies beside its pictures and needs nothing else. */
export function tracePage(
  title: string,
  summary: readonly string[],
  steps: readonly ToldStep[],
): string {
  const told = new Set<string>()
  const sections = steps.map((it) => {
    const isTold = it.page === undefined || told.has(it.page.name)
    if (it.page !== undefined) told.add(it.page.name)
    return sectionOf(it, isTold, steps)
  })
  const links = steps.map(({ step }) => `<a href="#${step}">${wordsOf(step)}</a>`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${style}</style>
<header>
<h1>How this finger is read</h1>
<p class="name">${escapeXml(title)}</p>
<ul class="figures">${listOf(summary)}</ul>
<nav aria-label="Steps">${links.join(' ')}</nav>
</header>
<main>
${sections.join('\n')}
</main>
</html>
`
}

function sectionOf(
  { step, page, figures, picture }: ToldStep,
  isTold: boolean,
  steps: readonly ToldStep[],
): string {
  const linkTo = (target: string) => {
    const name = /^([\w-]+)\.md$/.exec(target)?.[1]
    const there = steps.find((it) => name !== undefined && it.page?.name === name)
    return there === undefined ? undefined : `#${there.step}`
  }
  const words =
    page === undefined || isTold
      ? `<h2>${wordsOf(step)}</h2>${toldAbove(page, steps)}`
      : htmlOfMarkdown(page.markdown, 2, linkTo)
  const shown =
    picture === undefined
      ? ''
      : `<img src="${picture.file}" width="${picture.width}" height="${picture.height}" loading="lazy" alt="This finger after the step ${wordsOf(step)}">`
  const list = figures.length === 0 ? '' : `<ul class="figures">${listOf(figures)}</ul>`
  return `<section id="${step}">
<figure>${shown}${list}</figure>
<div>${words}</div>
</section>`
}

/** A page that is told once already is not told again. */
function toldAbove(page: StepPage | undefined, steps: readonly ToldStep[]): string {
  const first = page && steps.find((it) => it.page?.name === page.name)
  if (first === undefined) return ''
  return `<p>Told under <a href="#${first.step}">${wordsOf(first.step)}</a>.</p>`
}

function wordsOf(step: string): string {
  const words = step.replaceAll('-', ' ')
  return escapeXml(words.charAt(0).toUpperCase() + words.slice(1))
}

function listOf(items: readonly string[]): string {
  return items.map((it) => `<li>${escapeXml(it)}</li>`).join('')
}

const style = `
:root { color-scheme: light }
body { margin: 0 auto; max-width: 1080px; padding: 24px 16px 64px; color: #1a1f24;
  background: #fbfbfa; font: 17px/1.55 system-ui, sans-serif }
h1 { margin: 0; font-size: 1.8rem; line-height: 1.2 }
h2 { margin: 0 0 8px; font-size: 1.25rem }
.name { margin: 4px 0 12px; color: #56606a; overflow-wrap: anywhere }
nav { display: flex; flex-wrap: wrap; gap: 4px 14px; margin-top: 12px }
nav a { padding: 4px 0 }
a { color: #005ab5 }
section { display: grid; grid-template-columns: minmax(0, 420px) minmax(0, 1fr); gap: 28px;
  padding: 32px 0; border-top: 1px solid #e3e5e4; margin-top: 24px }
section + section { margin-top: 0 }
figure { margin: 0 }
img { display: block; width: 100%; height: auto; border: 1px solid #e3e5e4; background: #fff;
  image-rendering: auto }
.figures { display: flex; flex-wrap: wrap; gap: 6px; margin: 10px 0 0; padding: 0;
  list-style: none }
.figures li { padding: 2px 10px; border: 1px solid #dcdfdd; border-radius: 12px; background: #fff;
  font-size: 0.88rem }
code { font-size: 0.9em; overflow-wrap: anywhere }
pre, table { display: block; overflow-x: auto }
td, th { padding: 2px 12px 2px 0; text-align: left; vertical-align: top }
p { margin: 0 0 12px; max-width: 65ch }
@media (max-width: 720px) {
  section { grid-template-columns: minmax(0, 1fr); gap: 16px }
  figure { order: 1 }
}
`
