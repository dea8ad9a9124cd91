// Address — where a resident is registered, as KK and card write it.

import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'
import type { VillageCode } from './wilayah.ts'
import { boundedLine } from './written-line.ts'

/** Jalan, house number or dusun: `DUSUN II`. */
export type Street = Brand<string, 'Street'>
/** Rukun tetangga, three digits; `000` where a village has none. */
export type Rt = Brand<string, 'Rt'>
/** Rukun warga, three digits; `000` where a village has none. */
export type Rw = Brand<string, 'Rw'>
export type Kodepos = Brand<string, 'Kodepos'>

export interface Address {
  readonly street: Street
  readonly rt: Rt
  readonly rw: Rw
  readonly village: VillageCode
  readonly kodepos: Kodepos
}

export type AddressIssue =
  | { readonly code: 'address.street-length'; readonly length: number; readonly lengthMax: number }
  | { readonly code: 'address.rt-form'; readonly written: string }
  | { readonly code: 'address.rw-form'; readonly written: string }
  | { readonly code: 'address.kodepos-form'; readonly written: string }

export type AddressDoubt =
  | { readonly code: 'address.rt-zero' }
  | { readonly code: 'address.rw-zero' }

export const streetLettersMax = 100

export function parseStreet(text: string): Result<Street, AddressIssue> {
  const line = boundedLine(text, streetLettersMax)
  return line.ok
    ? ok(line.value as Street)
    : fail({
        code: 'address.street-length',
        length: line.issue,
        lengthMax: streetLettersMax,
      })
}

/** Reads `3`, `03` or `003`; answers three digits. */
export function parseRt(text: string): Result<Rt, AddressIssue> {
  const digits = threeDigits(text)
  return digits === undefined
    ? fail({ code: 'address.rt-form', written: shown(text) })
    : ok(digits as Rt)
}

/** Reads `1`, `01` or `001`; answers three digits. */
export function parseRw(text: string): Result<Rw, AddressIssue> {
  const digits = threeDigits(text)
  return digits === undefined
    ? fail({ code: 'address.rw-form', written: shown(text) })
    : ok(digits as Rw)
}

/** Five digits, the first of them 1 to 9. */
export function parseKodepos(text: string): Result<Kodepos, AddressIssue> {
  const written = text.trim()
  return /^[1-9][0-9]{4}$/.test(written)
    ? ok(written as Kodepos)
    : fail({ code: 'address.kodepos-form', written: shown(text) })
}

export function doubtsAboutAddress(address: Address): readonly AddressDoubt[] {
  const doubts: AddressDoubt[] = []
  if (address.rt === '000') doubts.push({ code: 'address.rt-zero' })
  if (address.rw === '000') doubts.push({ code: 'address.rw-zero' })
  return doubts
}

/** `003/001`, as the card prints it. */
export function rtRwOf(address: Address): string {
  return `${address.rt}/${address.rw}`
}

function threeDigits(text: string): string | undefined {
  const written = text.trim()
  return /^[0-9]{1,3}$/.test(written) ? written.padStart(3, '0') : undefined
}

function shown(text: string): string {
  return text.trim().slice(0, 20)
}
