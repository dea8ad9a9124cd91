// CSV — a table as a spreadsheet opens it, every digit kept and nothing in it run as a formula.
//
// RFC 4180 with two habits of Indonesian offices: semicolons, because there the comma is the
// decimal mark and Excel splits at the list separator; and a byte order mark, so that it reads UTF-8.

import { grouped } from './format.tsx'

export type Cell = string | number | null | undefined

/** Excel keeps 15 digits of a number and shows the rest as zeros; from here on digits are text. */
const digitsAsNumberMax = 11

export function csvOf(titles: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [titles, ...rows].map((cells) => cells.map(cellText).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text = harmless(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function harmless(text: string): string {
  if (/^\d+$/.test(text) && text.length > digitsAsNumberMax) return grouped(text)
  // What a stranger typed must not become a formula on an officer's machine.
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
