// Ticket — how a case is called: the number a resident keeps, and the code printed on the form.
//
//   TJ-261122-017   the kecamatan, the day, the how-manieth of that day
//   7K3M-9QXD       on the form: found by typing or by its QR, guessed by nobody
//
// Neither tells who the resident is. The ticket alone opens nothing: the portal asks for the birth
// date with it.

/** Crockford's base 32: no I, L, O or U to misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const formCodeLength = 8

export function ticketOf(day: string, number: number): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return `TJ-${year.slice(2)}${month}${dayOfMonth}-${String(number).padStart(3, '0')}`
}

/** Reads a ticket as people write it: in any case, with spaces or without dashes. */
export function parseTicket(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const parts = /^TJ(\d{6})(\d{3,5})$/.exec(plain)
  return parts ? `TJ-${parts[1]}-${parts[2]}` : undefined
}

export function formCodeOf(randomBytes: (count: number) => Uint8Array): string {
  const letters = Array.from(randomBytes(formCodeLength), (byte) => alphabet[byte % 32])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** Reads a form code as people type it: letters that look alike are taken for what they stand for. */
export function parseFormCode(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  const isCode = plain.length === formCodeLength && [...plain].every((it) => alphabet.includes(it))
  return isCode ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined
}
