// Voice — how a number is said aloud in the waiting room, in words that any voice can read.

import type { Language } from '#kit/web/language'

const ones = {
  id: 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' '),
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
} as const
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** `A-017` → `Nomor antrean, A, tujuh belas. Silakan ke Loket satu.` */
export function spokenCall(number: string, place: string, language: Language): string {
  const [lane = '', digits = ''] = number.split('-')
  const said = `${lane}, ${numberWords(Number(digits), language)}`
  const where = place.replace(/\bI$/, language === 'id' ? 'satu' : 'one')
  return language === 'id'
    ? `Nomor antrean, ${said}. Silakan ke ${where}.`
    : `Number ${said}. Please come to ${where}.`
}

/** A whole number below a million in words. */
export function numberWords(number: number, language: Language): string {
  return language === 'id' ? inIndonesian(number) : inEnglish(number)
}

function inIndonesian(number: number): string {
  const small = ones.id[number]
  if (small !== undefined) return small
  if (number < 20) return `${ones.id[number - 10]} belas`
  if (number < 100) return joined(`${ones.id[Math.floor(number / 10)]} puluh`, number % 10, 'id')
  if (number < 200) return joined('seratus', number - 100, 'id')
  if (number < 1_000)
    return joined(`${ones.id[Math.floor(number / 100)]} ratus`, number % 100, 'id')
  if (number < 2_000) return joined('seribu', number - 1_000, 'id')
  return joined(`${inIndonesian(Math.floor(number / 1_000))} ribu`, number % 1_000, 'id')
}

function inEnglish(number: number): string {
  const small = ones.en[number]
  if (small !== undefined) return small
  if (number < 100) return joined(`${tens[Math.floor(number / 10)]}`, number % 10, 'en')
  if (number < 1_000)
    return joined(`${ones.en[Math.floor(number / 100)]} hundred`, number % 100, 'en')
  return joined(`${inEnglish(Math.floor(number / 1_000))} thousand`, number % 1_000, 'en')
}

function joined(head: string, rest: number, language: Language): string {
  return rest === 0 ? head : `${head} ${numberWords(rest, language)}`
}

/** What was called or said again since `afterMs`, the earliest first: each is said once. */
export function newCalls<Call extends { readonly announcedAtMs: number }>(
  calling: readonly Call[],
  afterMs: number,
): readonly Call[] {
  return calling
    .filter((it) => it.announcedAtMs > afterMs)
    .toSorted((a, b) => a.announcedAtMs - b.announcedAtMs)
}
