// Typed digits — where the caret belongs after a number has been put into groups.

export function digitsBefore(text: string, caret: number): number {
  return text.slice(0, caret).replace(/\D/g, '').length
}

/** The place just after so many digits. */
export function caretOf(groupedText: string, digits: number): number {
  let seen = 0
  for (let i = 0; i < groupedText.length; i++) {
    if (seen === digits) return i
    if (/\d/.test(groupedText[i] as string)) seen++
  }
  return groupedText.length
}
