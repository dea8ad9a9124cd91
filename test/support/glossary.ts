// Glossary — the table of docs/glossary.md as data, and words as they stand in code.

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

/** 'parseBirthDates_v2' → ['parse', 'birth', 'dates', 'v']: the words of names and of sentences. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
}

/** Whether the term stands among the words, also in the plural. */
export function holdsTerm(words: readonly string[], term: string): boolean {
  const wanted = wordsOf(term)
  const last = wanted.length - 1
  return words.some((_, start) =>
    wanted.every((word, i) => {
      const found = words[start + i]
      return found === word || (i === last && found === `${word}s`)
    }),
  )
}

function cellsOf(line: string): readonly string[] {
  if (!line.trim().startsWith('|')) return []
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}

// A remark in brackets says where the word is fine: it is for people.
function termsOf(cell: string): readonly string[] {
  return cell
    .replace(/\([^)]*\)/g, '')
    .split(/[,;·]/)
    .map((term) => term.replaceAll(/[`*_"“”]/g, '').trim())
    .filter((term) => /[a-z]/i.test(term))
}
