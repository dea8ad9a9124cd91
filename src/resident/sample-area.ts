// Sample area — the kecamatan that does not exist, where every made-up number was issued.

import type { Nik } from './nik.ts'
import { type KecamatanCode, kecamatanCodeOfNik, type WilayahTables } from './wilayah.ts'

export const sampleKecamatan = '16.06.99' as KecamatanCode

/** For a demonstration, which would else doubt the area of each of its NIKs. */
export function withSampleArea(tables: WilayahTables): WilayahTables {
  return { ...tables, kecamatan: new Map([...tables.kecamatan, [sampleKecamatan, 'CONTOH']]) }
}

/** Whether a NIK is made up: it may be printed beside the word CONTOH and sent nowhere. */
export function isSampleNik(nik: Nik): boolean {
  return kecamatanCodeOfNik(nik) === sampleKecamatan
}
