// Issue words — what is said about an issue, in both languages side by side, found by its code.

export type Facts = Readonly<Record<string, unknown>>

export interface Sentence {
  readonly id: (facts: Facts) => string
  readonly en: (facts: Facts) => string
}

/** By code; a missing language does not compile. */
export type IssueWords<Code extends string = string> = Readonly<Record<Code, Sentence>>

/** One look-up over the tables of several rooms; undefined for a code that none of them has. */
export function wordsOf(...tables: readonly IssueWords[]) {
  const all = new Map(tables.flatMap((table) => Object.entries(table)))
  return (issue: { readonly code: string } & Facts, language: 'id' | 'en'): string | undefined =>
    all.get(issue.code)?.[language](issue)
}
