// Date words — a day as people read it: `22 November 2026` on a screen, `22-11-2026` on a card.

import { type CalendarDate, datePartsOf, weekdayOf } from './calendar-date.ts'
import type { Language } from './language.ts'

const months: Record<Language, readonly string[]> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}

const weekdays: Record<Language, readonly string[]> = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
}

/** `22 November 2026`. */
export function longDate(date: CalendarDate, language: Language): string {
  const { year, month, day } = datePartsOf(date)
  return `${day} ${months[language][month - 1]} ${year}`
}

/** `Minggu, 22 November 2026`. */
export function longDateWithWeekday(date: CalendarDate, language: Language): string {
  return `${weekdays[language][weekdayOf(date)]}, ${longDate(date, language)}`
}

/** `22-11-2026`, as the card and the forms print it. */
export function paperDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`
}
