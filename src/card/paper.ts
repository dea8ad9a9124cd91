// Paper — what every printed paper is given beside its words.

import type { Nik } from '#resident/nik'
import { isSampleNik } from '#resident/sample-area'
import type { PrintFonts } from './pdf/sheet.ts'

export type { PrintFonts } from './pdf/sheet.ts'

export interface PaperOptions {
  readonly fonts: PrintFonts
  /** Epoch milliseconds. */
  readonly at: number
  /** Marks the paper CONTOH. */
  readonly sample: boolean
}

/**
 * Whether to mark a paper: as asked, and always where the NIK is a made-up one, so that no slip of
 * configuration lets a sample pass for the real thing.
 */
export function isMarked(options: PaperOptions, nik: string): boolean {
  return options.sample || isSampleNik(nik.replace(/\D/g, '') as Nik)
}
