// Format — dates, times, spans and numbers as a person reads them, in the language chosen.

import { type Language, useLanguage } from './language.tsx'

const locales = { id: 'id-ID', en: 'en-GB' } as const

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const units = {
  id: { day: ['hari', 'hari'], hour: ['jam', 'jam'], minute: 'mnt', second: 'dtk' },
  en: { day: ['day', 'days'], hour: ['hr', 'hrs'], minute: 'min', second: 'sec' },
} as const

export interface Format {
  /** `22 November 2026`, of an epoch time or of a plain date `2026-11-22`. */
  date(of: number | string): string
  /** `09:12` */
  time(ms: number): string
  /** `22 November 2026, 09:12` */
  dateTime(ms: number): string
  /** `7 mnt 40 dtk`, `2 jam 5 mnt`, `3 hari`: the two largest units, days alone. */
  span(ms: number): string
  /** `sejak 3 hari` */
  since(ms: number, nowMs: number): string
  number(value: number, fractionDigits?: number): string
  /** `98,9 %` of a share in 0..1. */
  percent(share: number, fractionDigits?: number): string
}

/** The format of a language; `timeZone` is the browser's own unless told. */
export function formatOf(language: Language, timeZone?: string): Format {
  const locale = locales[language]
  const zone = timeZone === undefined ? {} : { timeZone }
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone } as const
  const format: Format = {
    date(of) {
      // A plain date has no zone: read as UTC and shown as UTC, it cannot slip by a day.
      if (typeof of === 'string') {
        return new Intl.DateTimeFormat(locale, { ...long, timeZone: 'UTC' }).format(Date.parse(of))
      }
      return new Intl.DateTimeFormat(locale, { ...long, ...zone }).format(of)
    },
    time: (ms) => new Intl.DateTimeFormat('en-GB', clock).format(ms),
    dateTime: (ms) => `${format.date(ms)}, ${format.time(ms)}`,
    span: (ms) => spanWords(Math.max(0, ms), language),
    since: (ms, nowMs) =>
      language === 'id' ? `sejak ${format.span(nowMs - ms)}` : `${format.span(nowMs - ms)} ago`,
    number: (value, fractionDigits = 0) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      }).format(value),
    percent: (share, fractionDigits = 0) => `${format.number(share * 100, fractionDigits)} %`,
  }
  return format
}

export function useFormat(): Format {
  return formatOf(useLanguage())
}

function spanWords(ms: number, language: Language): string {
  const words = units[language]
  const seconds = Math.floor(ms / 1000)
  const count = (n: number, [one, many]: readonly [string, string]) =>
    `${n} ${n === 1 ? one : many}`
  if (ms >= DAY) return count(Math.floor(ms / DAY), words.day)
  if (ms >= HOUR) {
    const minutes = Math.floor((ms % HOUR) / MINUTE)
    const hours = count(Math.floor(ms / HOUR), words.hour)
    return minutes === 0 ? hours : `${hours} ${minutes} ${words.minute}`
  }
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return `${rest} ${words.second}`
  return rest === 0
    ? `${minutes} ${words.minute}`
    : `${minutes} ${words.minute} ${rest} ${words.second}`
}

/** `02:41`, and `1:02:41` past the hour: a counter that runs. */
export function counterOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = two(Math.floor(seconds / 60) % 60)
  const hours = Math.floor(seconds / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${minutes}:${two(seconds % 60)}`
}

/** `1606 9957 0899 0001`: long numbers are read, and read out, in groups of four. */
export function grouped(digits: string, size = 4): string {
  return digits.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ')
}
