// Wrap — text broken into lines and made to fit a box, for any way of measuring it.

import { MAX_TEXT_CHARACTERS } from '../limits.ts'

/** Width of a text in points at the size the measure stands for. */
export type Measure = (text: string) => number

/**
 * Lines no wider than `width`: broken between words, and inside a word only where the word alone
 * is wider than the line. Runs of white space count as one space;
 * a no-break space holds its words together.
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsIn(text)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = brokenWord(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' ? lines : [...lines, line]
}

function brokenWord(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

export interface Box {
  readonly width: number
  readonly height: number
}

export interface Fitted {
  readonly lines: readonly string[]
  /** Points. */
  readonly size: number
}

/** The steps a text shrinks by, as a share of the size it would like. */
const SHRINK_STEPS = Array.from({ length: 19 }, (_, i) => 1 - i * 0.04)

/**
 * The text at the largest size, up to `size`, at which all of it fits the box, its words whole
 * where any size allows that. At the smallest size what still does not fit is cut off with an
 * ellipsis: nothing ever leaves its box.
 */
export function fitText(
  text: string,
  box: Box,
  size: number,
  leading: number,
  measureAt: (size: number) => Measure,
): Fitted {
  const fitted = SHRINK_STEPS.map((share) => {
    const measure = measureAt(size * share)
    const lines = wrapText(text, box.width, measure)
    const isInside = lines.length * size * share * leading <= box.height
    return { lines, size: size * share, isInside, isWhole: hasWholeWords(text, box.width, measure) }
  }).filter((it) => it.isInside)
  const best = fitted.find((it) => it.isWhole) ?? fitted[0]
  if (best !== undefined) return { lines: best.lines, size: best.size }
  const smallest = size * (SHRINK_STEPS.at(-1) as number)
  const room = Math.max(1, Math.floor(box.height / (smallest * leading)))
  const lines = wrapText(text, box.width, measureAt(smallest))
  return { lines: cutLines(lines, room, box.width, measureAt(smallest)), size: smallest }
}

/** Whether each word fits the width without being broken. */
export function hasWholeWords(text: string, width: number, measure: Measure): boolean {
  return wordsIn(text).every((word) => measure(word) <= width)
}

function wordsIn(text: string): string[] {
  const words = text.slice(0, MAX_TEXT_CHARACTERS).split(/[ \t\r\n]+/)
  return words.filter((it) => it !== '')
}

/** At most `room` lines; where some are left out, the last kept one ends in an ellipsis. */
export function cutLines(
  lines: readonly string[],
  room: number,
  width: number,
  measure: Measure,
): readonly string[] {
  const kept = lines.slice(0, room)
  if (kept.length === lines.length) return kept
  let last = kept.at(-1) ?? ''
  while (last !== '' && measure(`${last}…`) > width) last = last.slice(0, -1)
  return [...kept.slice(0, -1), `${last}…`]
}
