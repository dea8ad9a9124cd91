// Count — a number that somebody typed behind an option.

/** Whether it is a whole number from 1 to `most`. */
export function isCount(it: number, most: number): boolean {
  return Number.isInteger(it) && it > 0 && it <= most
}
