// Glossary — the table of docs/glossary.md as data, and its words as they stand in code.

export interface GlossaryRow {
  readonly inCode: readonly string[]
  readonly inIndonesian: readonly string[]
  readonly neverSay: readonly string[]
}

const heading = ['in code', 'in Indonesian', 'means', 'never say']

/** The rows of every table that has the glossary's four columns. */
export function readGlossary(markdown: string): readonly GlossaryRow[] {
  const rows: GlossaryRow[] = []
  let inTable = false
  for (const line of markdown.split('\n')) {
    const cells = cellsOf(line)
    if (cells.length === 0) inTable = false
    else if (heading.every((title, i) => cells[i] === title)) inTable = true
    else if (inTable && !/^[\s|:-]+$/.test(line)) {
      const [inCode = '', inIndonesian = '', , neverSay = ''] = cells
      rows.push({
        inCode: termsOf(inCode),
        inIndonesian: termsOf(inIndonesian),
        neverSay: termsOf(neverSay),
      })
    }
  }
  return rows
}

/** Whether the text holds the term as a word of its own, in its letter case. */
export function holdsTerm(text: string, term: string): boolean {
  const escaped = term.replace(/[^\w ]/g, '\\$&')
  return new RegExp(`(?<![\\w])${escaped}(?![\\w])`).test(text)
}

function cellsOf(line: string): readonly string[] {
  if (!line.trim().startsWith('|')) return []
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}

function termsOf(cell: string): readonly string[] {
  return cell
    .split(',')
    .map((term) => term.replaceAll(/[`*]/g, '').trim())
    .filter((term) => /[a-z]/i.test(term))
}
