// Nomor KK — the 16-digit number of a family card, which changes when the family does.
//
//     160699  220316  0001
//     ──┬───  ──┬───  ──┬─
//       │       │       └─ serial, from 0001
//       │       └───────── day, month, year on which the card was recorded; never raised by 40
//       └───────────────── wilayah of issue

import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'
import { groupedByFour, sixteenDigitsOf } from './sixteen-digits.ts'

export type NomorKk = Brand<string, 'NomorKk'>

export interface NomorKkParts {
  readonly wilayah: string
  readonly day: number
  readonly month: number
  readonly yearOfCentury: number
  readonly serial: number
}

export type NomorKkIssue =
  | { readonly code: 'nomor-kk.length'; readonly length: number }
  | { readonly code: 'nomor-kk.not-a-digit'; readonly index: number }
  | { readonly code: 'nomor-kk.day'; readonly written: string }
  | { readonly code: 'nomor-kk.month'; readonly written: string }
  | { readonly code: 'nomor-kk.serial-zero' }

/** Reads a nomor KK as a person writes it. A day above 40 is a NIK in the wrong box. */
export function parseNomorKk(text: string): Result<NomorKk, NomorKkIssue> {
  const digits = sixteenDigitsOf(text)
  if (!digits.ok) {
    return digits.issue.kind === 'length'
      ? fail({ code: 'nomor-kk.length', length: digits.issue.length })
      : fail({ code: 'nomor-kk.not-a-digit', index: digits.issue.index })
  }
  const { day, month, serial } = partsOf(digits.value)
  if (day < 1 || day > 31) return fail({ code: 'nomor-kk.day', written: digits.value.slice(6, 8) })
  if (month < 1 || month > 12) {
    return fail({ code: 'nomor-kk.month', written: digits.value.slice(8, 10) })
  }
  if (serial === 0) return fail({ code: 'nomor-kk.serial-zero' })
  return ok(digits.value as NomorKk)
}

export function readNomorKk(nomorKk: NomorKk): NomorKkParts {
  return partsOf(nomorKk)
}

export function maskNomorKk(nomorKk: NomorKk): string {
  return `${nomorKk.slice(0, 6)}••••••${nomorKk.slice(12)}`
}

export function groupNomorKk(nomorKk: NomorKk): string {
  return groupedByFour(nomorKk)
}

function partsOf(digits: string): NomorKkParts {
  const number = (from: number, to: number) => Number(digits.slice(from, to))
  return {
    wilayah: digits.slice(0, 6),
    day: number(6, 8),
    month: number(8, 10),
    yearOfCentury: number(10, 12),
    serial: number(12, 16),
  }
}
