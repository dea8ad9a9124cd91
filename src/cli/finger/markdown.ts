// Markdown — the little of it that the pages of docs/algorithm use, as HTML.
//
// Headings, paragraphs, lists, tables and fenced code; bold, emphasis, code and links in the text.
// Pictures are left out: who shows a page beside a finger of its own has pictures of its own.

import { escapeXml } from '#card/svg'

/** Where a link leads; undefined: the words stay and the link goes. */
export type LinkTarget = (target: string) => string | undefined

/** `headingLevel` is what the page's first heading becomes: 2 for `<h2>`. */
export function htmlOfMarkdown(text: string, headingLevel: number, linkTo: LinkTarget): string {
  return blocksOf(text)
    .map((lines) => htmlOfBlock(lines, headingLevel, linkTo))
    .filter((it) => it !== '')
    .join('\n')
}

/** Lines between empty lines; a fence holds its empty lines, and a heading stands alone. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [[]]
  let isFenced = false
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isFenced = !isFenced
    if (line.trim() === '' && !isFenced) blocks.push([])
    else blocks.at(-1)?.push(line)
    if (line.startsWith('#') && !isFenced) blocks.push([])
  }
  return blocks.filter((it) => it.length > 0)
}

function htmlOfBlock(lines: readonly string[], headingLevel: number, linkTo: LinkTarget): string {
  const [first = ''] = lines
  const inline = (text: string) => htmlOfInline(text, linkTo)
  const heading = /^(#+) (.*)$/.exec(first)
  if (heading !== null) {
    const level = Math.min(6, heading[1]!.length + headingLevel - 1)
    return `<h${level}>${inline(heading[2]!)}</h${level}>`
  }
  if (first.startsWith('```')) {
    return `<pre><code>${escapeXml(lines.slice(1, -1).join('\n'))}</code></pre>`
  }
  if (first.startsWith('|')) return htmlOfTable(lines, inline)
  const marker = /^(-|\d+\.) /
  if (marker.test(first)) {
    const tag = first.startsWith('-') ? 'ul' : 'ol'
    return `<${tag}>${itemsOf(lines, marker)
      .map((it) => `<li>${inline(it)}</li>`)
      .join('')}</${tag}>`
  }
  const words = inline(lines.join(' ')).trim()
  return words === '' ? '' : `<p>${words}</p>`
}

function itemsOf(lines: readonly string[], marker: RegExp): string[] {
  const items: string[] = []
  for (const line of lines) {
    if (marker.test(line)) items.push(line.replace(marker, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items
}

function htmlOfTable(lines: readonly string[], inline: (text: string) => string): string {
  const rows = lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) => line.replace(/^\||\|$/g, '').split('|'))
  const html = rows.map((cells, i) => {
    const tag = i === 0 ? 'th' : 'td'
    return `<tr>${cells.map((it) => `<${tag}>${inline(it.trim())}</${tag}>`).join('')}</tr>`
  })
  return `<table>${html.join('')}</table>`
}

/** Code first: nothing within it is anything else. */
function htmlOfInline(text: string, linkTo: LinkTarget): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') && part.length > 1
        ? `<code>${escapeXml(part.slice(1, -1))}</code>`
        : escapeXml(part)
            .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
            .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, words: string, target: string) => {
              const href = linkTo(target)
              return href === undefined ? words : `<a href="${href}">${words}</a>`
            })
            .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
            .replace(/\*([^*]+)\*/g, '<em>$1</em>'),
    )
    .join('')
}
