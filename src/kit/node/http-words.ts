// HTTP words — what the server itself says to people, in Indonesian and in English.

import type { Issue, Language, Words } from './http-refusal.ts'

type Sentence = (facts: Readonly<Record<string, unknown>>) => string

const indonesian: Readonly<Record<string, Sentence>> = {
  'request.invalid': ({ name, rule, limit }) => `Isian “${name}” ${faultsId(String(rule), limit)}.`,
  'request.malformed': () =>
    'Isi permintaan tidak dapat dibaca. Muat ulang halaman lalu coba lagi.',
  'request.too-large': ({ bytesMax }) =>
    `Kiriman terlalu besar${upTo(bytesMax, ', paling besar')}.`,
  'request.media-type': () => 'Jenis isi kiriman ini tidak diterima di sini.',
  'request.too-many': () => 'Terlalu banyak percobaan. Tunggu sebentar lalu coba lagi.',
  'request.unknown-path': () => 'Alamat ini tidak ada.',
  'request.refused': () => 'Permintaan ini tidak dapat dilayani.',
  'server.stopping': () => 'Layanan sedang dihentikan. Coba lagi sebentar lagi.',
  'server.fault': ({ fault }) =>
    `Terjadi gangguan pada layanan. Coba lagi; bila terulang, sebutkan kode ${fault} kepada petugas.`,
}

const english: Readonly<Record<string, Sentence>> = {
  'request.invalid': ({ name, rule, limit }) => `“${name}” ${faultsEn(String(rule), limit)}.`,
  'request.malformed': () => 'The request cannot be read. Reload the page and try again.',
  'request.too-large': ({ bytesMax }) => `This is too large${upTo(bytesMax, ', at most')}.`,
  'request.media-type': () => 'This kind of content is not accepted here.',
  'request.too-many': () => 'Too many attempts. Wait a moment and try again.',
  'request.unknown-path': () => 'There is nothing at this address.',
  'request.refused': () => 'This request cannot be served.',
  'server.stopping': () => 'The service is being stopped. Try again in a moment.',
  'server.fault': ({ fault }) =>
    `Something went wrong here. Try again; if it happens again, tell the staff the code ${fault}.`,
}

/** The codes that both languages have a sentence for. */
export const httpCodes = { id: Object.keys(indonesian), en: Object.keys(english) } as const

/** The program's own words first, then the server's, then the bare code. */
export function sentenceOf(issue: Issue, language: Language, words: Words): string {
  const own = words(issue, language)
  if (own !== undefined) return own
  const sentence = (language === 'id' ? indonesian : english)[issue.code]
  if (!sentence) return issue.code
  const name = typeof issue.field === 'string' ? nameOf(issue.field, language, words) : undefined
  return sentence({ ...issue, name })
}

/** 'body/applicant/birthDate' → what `words` calls { code: 'field.birthDate' }, or 'birth date'. */
function nameOf(field: string, language: Language, words: Words): string {
  const last = field.split('/').findLast((part) => !/^\d*$/.test(part)) ?? field
  const plain = last.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return words({ code: `field.${last}` }, language) ?? plain
}

function faultsId(rule: string, limit: unknown): string {
  if (rule === 'required') return 'wajib diisi'
  if (rule === 'additionalProperties') return 'tidak dikenal'
  if (rule === 'minLength') return `terlalu pendek: paling sedikit ${limit} huruf`
  if (rule === 'maxLength') return `terlalu panjang: paling banyak ${limit} huruf`
  if (rule === 'minimum') return `terlalu kecil: paling kecil ${limit}`
  if (rule === 'maximum') return `terlalu besar: paling besar ${limit}`
  if (rule === 'minItems') return `kurang: paling sedikit ${limit}`
  if (rule === 'maxItems') return `terlalu banyak: paling banyak ${limit}`
  return 'tidak sesuai bentuknya'
}

function faultsEn(rule: string, limit: unknown): string {
  if (rule === 'required') return 'is required'
  if (rule === 'additionalProperties') return 'is not known'
  if (rule === 'minLength') return `is too short: at least ${limit} characters`
  if (rule === 'maxLength') return `is too long: at most ${limit} characters`
  if (rule === 'minimum') return `is too small: at least ${limit}`
  if (rule === 'maximum') return `is too large: at most ${limit}`
  if (rule === 'minItems') return `has too few: at least ${limit}`
  if (rule === 'maxItems') return `has too many: at most ${limit}`
  return 'has the wrong form'
}

function upTo(bytesMax: unknown, words: string): string {
  return typeof bytesMax === 'number' ? `${words} ${Math.floor(bytesMax / 1024)} KiB` : ''
}
