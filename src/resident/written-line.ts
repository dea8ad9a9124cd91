// Written line — a line of written text made tidy: one space between words, capitals where forms want them.

import { fail, ok, type Result } from '#kit/result'

/** Every line a person fills in on a form is shorter; a longer one is not looked at. */
export const writtenCharactersMax = 1000

/** As forms are filled in: Unicode composed, capitals, single spaces, plain apostrophes. */
export function inCapitals(text: string): string {
  return tidied(text).toUpperCase()
}

/** Unicode composed, single spaces, plain apostrophes and hyphens. */
export function tidied(text: string): string {
  return text
    .slice(0, writtenCharactersMax)
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** SITI RAHMAWATI → Siti Rahmawati, for a sentence on a screen. */
export function inTitleCase(capitals: string): string {
  return capitals
    .toLowerCase()
    .replace(/(^|[\s.,/-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
}

/** How many letters a person counts; an accented letter is one. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** The tidied line, or its length where that is out of bounds. */
export function boundedLine(text: string, lengthMax: number): Result<string, number> {
  if (text.length > writtenCharactersMax) return fail(text.length)
  const line = inCapitals(text)
  const length = lengthOf(line)
  return length === 0 || length > lengthMax ? fail(length) : ok(line)
}
