// SMS text — what fits into a message: the letters of GSM 03.38, counted as a phone counts them.

/** One message holds 160 letters; of a longer text each part holds 153 (3GPP TS 23.040, 9.2.3.24). */
const lettersOfOne = 160
const lettersOfPart = 153

/** Written with an escape, so each counts as two (3GPP TS 23.038, 6.2.1.1). */
const escaped = new Set('^{}\\[~]|')

const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '\t': ' ',
}

/** The text in letters that every phone and every gateway takes: plain ASCII, accents left off. */
export function smsTextOf(text: string): string {
  return [...text.normalize('NFKD')]
    .map((letter) => alike[letter] ?? letter)
    .join('')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\x20-\x7e]/g, '')
    .replace(/`/g, "'")
    .trim()
}

export function smsLettersOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (escaped.has(letter) ? 2 : 1), 0)
}

/** How many messages a text takes. */
export function smsPartsOf(text: string): number {
  const letters = smsLettersOf(text)
  return letters <= lettersOfOne ? 1 : Math.ceil(letters / lettersOfPart)
}

/** The text cut to so many messages; what was cut ends in the `more` that says where to read on. */
export function fitSms(text: string, partsMax: number, more: string): string {
  const whole = smsTextOf(text)
  if (smsPartsOf(whole) <= partsMax) return whole
  const room = (partsMax === 1 ? lettersOfOne : lettersOfPart * partsMax) - smsLettersOf(more)
  let kept = ''
  let letters = 0
  for (const letter of whole) {
    letters += escaped.has(letter) ? 2 : 1
    if (letters > room) break
    kept += letter
  }
  return kept.trimEnd() + more
}
