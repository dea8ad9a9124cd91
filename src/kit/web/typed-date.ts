// Typed date — a date as it is typed on a number pad, day first, and the calendar's word on it.

const digitsMax = 8

/** `22112009` → `22-11-2009`, as it grows; `1/2/2009` → `01-02-2009`. */
export function dateAsTyped(text: string): string {
  const parts = text.split(/[^0-9]+/)
  // A separator typed after one digit finishes that part: 1- is the first of the month.
  const digits = parts
    .map((part, i) => (i < 2 && i < parts.length - 1 && part !== '' ? part.padStart(2, '0') : part))
    .join('')
    .slice(0, digitsMax)
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
    .filter((part) => part !== '')
    .join('-')
}

/** `22-11-2009` → `2009-11-22`; undefined while it is unfinished. */
export function isoOfTyped(typed: string): string | undefined {
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(typed) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}

/** Whether the calendar has this day: `2026-02-29` is none. */
export function isCalendarDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
}

export function typedOfIso(iso: string): string {
  return iso.split('-').reverse().join('-')
}
