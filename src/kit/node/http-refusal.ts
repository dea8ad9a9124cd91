// HTTP refusal — saying no to a request, with a status, a code and the facts behind it.

import type { Result } from '#kit/result'

export type Language = 'id' | 'en'

export interface Issue {
  /** Such as 'name.length': what words are looked up by. */
  readonly code: string
  readonly [fact: string]: unknown
}

/** The words for an issue; undefined where it has none, and the server's own are used. */
export type Words = (issue: Issue, language: Language) => string | undefined

export interface Refusal {
  readonly status: number
  readonly issue: Issue
}

const mark = Symbol('refusal')

/** Ends the request: the reply is `{ code, message, facts? }`, its message in the reader's language. */
export function refuse(status: number, issue: Issue): never {
  throw Object.assign(new Error(issue.code), { [mark]: { status, issue } })
}

/** The value of a result, or the end of the request with its issue. */
export function valueOrRefuse<Value>(result: Result<Value, Issue>, status = 422): Value {
  return result.ok ? result.value : refuse(status, result.issue)
}

/** What `refuse` was told, or undefined for any other error. */
export function findRefusal(error: unknown): Refusal | undefined {
  if (typeof error !== 'object' || error === null || !(mark in error)) return undefined
  return error[mark] as Refusal
}

/** Indonesian unless the reader's browser prefers English to it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',', wantedLanguagesMax)
    .map((part) => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/)
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ language }) => language === 'id' || language === 'en')
    .sort((a, b) => b.weight - a.weight)
  return wanted[0]?.language === 'en' ? 'en' : 'id'
}

const wantedLanguagesMax = 20
