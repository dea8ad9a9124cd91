// NIK area — whether the area in a NIK is of today's list, of an older one, or of none.
//
// Areas were split and renumbered while their people kept their numbers, so a code that is gone
// is no sign of a false NIK. What no list of 2015 to 2025 names is a doubt, and only a doubt:
// there were lists before those.

import type { Nik } from './nik.ts'
import retired from './retired-kecamatan.json' with { type: 'json' }
import { type KecamatanCode, kecamatanCodeOfNik, type WilayahTables } from './wilayah.ts'

export type NikArea =
  | { readonly known: 'today' | 'formerly'; readonly code: KecamatanCode; readonly name: string }
  | { readonly known: 'never'; readonly code: KecamatanCode }

/** Codes in the lists of 2015 to 2022 that the list of 2025 lacks, each with its last name. */
const retiredNames: ReadonlyMap<string, string> = new Map(Object.entries(retired))

/** `tables` must be the national list: a NIK comes from anywhere. */
export function areaOfNik(nik: Nik, tables: WilayahTables): NikArea {
  const code = kecamatanCodeOfNik(nik)
  const today = tables.kecamatan.get(code)
  if (today !== undefined) return { known: 'today', code, name: today }
  const formerly = retiredNames.get(code)
  if (formerly !== undefined) return { known: 'formerly', code, name: formerly }
  return { known: 'never', code }
}
