// Wilayah — the coded areas of the country: provinsi, kabupaten/kota, kecamatan, desa/kelurahan.
//
//     16 . 06 . 12 . 2001
//     ─┬   ─┬   ─┬   ──┬─
//      │    │    │     └─ desa 2…, kelurahan 1…, desa adat 3…
//      │    │    └─────── kecamatan
//      │    └──────────── kabupaten 01–69, kota 71–99
//      └───────────────── provinsi                          (Permendagri 58/2021)
//
// The national list has 83,762 villages and belongs to whoever holds it, so the tables are an
// argument: the server hands in all, a browser the sixteen villages of `tungkal-jaya.ts`.

import { present } from '#kit/assert'
import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'
import type { Nik } from './nik.ts'

export type ProvinceCode = Brand<string, 'ProvinceCode'>
export type RegencyCode = Brand<string, 'RegencyCode'>
export type KecamatanCode = Brand<string, 'KecamatanCode'>
export type VillageCode = Brand<string, 'VillageCode'>
export type VillageKind = 'kelurahan' | 'desa' | 'desa-adat'

export type WilayahIssue =
  | { readonly code: 'wilayah.village-form'; readonly written: string }
  | { readonly code: 'wilayah.village-kind'; readonly written: string }
  | { readonly code: 'wilayah.kecamatan-form'; readonly written: string }

export interface Place<Code> {
  readonly code: Code
  readonly name: string
}

export interface Kecamatan extends Place<KecamatanCode> {
  readonly regency: Place<RegencyCode>
  readonly province: Place<ProvinceCode>
}

export interface Village extends Place<VillageCode> {
  readonly kind: VillageKind
  readonly kecamatan: Kecamatan
}

export interface WilayahTables {
  readonly provinces: ReadonlyMap<string, string>
  readonly regencies: ReadonlyMap<string, string>
  readonly kecamatan: ReadonlyMap<string, string>
  readonly villages: ReadonlyMap<string, string>
}

interface Row {
  readonly code: string
  readonly name: string
}

/** Twice the rows of the present list of villages. */
const ROWS_MAX = 200_000
const WRITTEN_MAX = 32

/** Tables of rows as the package idn-area-data answers them. */
export function wilayahTablesOf(rows: {
  readonly provinces: readonly Row[]
  readonly regencies: readonly Row[]
  readonly districts: readonly Row[]
  readonly villages: readonly Row[]
}): WilayahTables {
  return {
    provinces: namesOf(rows.provinces),
    regencies: namesOf(rows.regencies),
    kecamatan: namesOf(rows.districts),
    villages: namesOf(rows.villages),
  }
}

/** Reads `16.06.12.2001` or its ten bare digits. */
export function parseVillageCode(text: string): Result<VillageCode, WilayahIssue> {
  const written = text.trim().slice(0, WRITTEN_MAX)
  const parts = /^(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})$/.exec(written)
  if (!parts) return fail({ code: 'wilayah.village-form', written })
  const [, province, regency, kecamatan, village] = parts
  if (!/^[123]/.test(village as string)) return fail({ code: 'wilayah.village-kind', written })
  return ok(`${province}.${regency}.${kecamatan}.${village}` as VillageCode)
}

/** Reads `16.06.12` or its six bare digits. */
export function parseKecamatanCode(text: string): Result<KecamatanCode, WilayahIssue> {
  const written = text.trim().slice(0, WRITTEN_MAX)
  const parts = /^(\d{2})\.?(\d{2})\.?(\d{2})$/.exec(written)
  if (!parts) return fail({ code: 'wilayah.kecamatan-form', written })
  return ok(`${parts[1]}.${parts[2]}.${parts[3]}` as KecamatanCode)
}

export function provinceCodeOf(code: VillageCode | KecamatanCode): ProvinceCode {
  return code.slice(0, 2) as ProvinceCode
}

export function regencyCodeOf(code: VillageCode | KecamatanCode): RegencyCode {
  return code.slice(0, 5) as RegencyCode
}

export function kecamatanCodeOf(code: VillageCode): KecamatanCode {
  return code.slice(0, 8) as KecamatanCode
}

/** The kecamatan where a NIK was first issued, which its holder may have left long ago. */
export function kecamatanCodeOfNik(nik: Nik): KecamatanCode {
  return `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}` as KecamatanCode
}

export function villageKindOf(code: VillageCode): VillageKind {
  const first = code[9]
  if (first === '1') return 'kelurahan'
  return first === '2' ? 'desa' : 'desa-adat'
}

/** Who heads a village: a Lurah where it is a kelurahan, else a Kepala Desa. */
export function villageHeadTitleOf(kind: VillageKind): 'Lurah' | 'Kepala Desa' {
  return kind === 'kelurahan' ? 'Lurah' : 'Kepala Desa'
}

export function findKecamatan(tables: WilayahTables, code: KecamatanCode): Kecamatan | undefined {
  const name = tables.kecamatan.get(code)
  if (name === undefined) return undefined
  const [regency, province] = [regencyCodeOf(code), provinceCodeOf(code)]
  return {
    code,
    name,
    regency: { code: regency, name: nameIn(tables.regencies, regency) },
    province: { code: province, name: nameIn(tables.provinces, province) },
  }
}

export function findVillage(tables: WilayahTables, code: VillageCode): Village | undefined {
  const name = tables.villages.get(code)
  const kecamatan = findKecamatan(tables, kecamatanCodeOf(code))
  if (name === undefined || kecamatan === undefined) return undefined
  return { code, name, kind: villageKindOf(code), kecamatan }
}

/** The villages of a kecamatan, in the order of their codes. */
export function villagesOf(
  tables: WilayahTables,
  kecamatan: KecamatanCode,
): readonly Place<VillageCode>[] {
  return [...tables.villages]
    .filter(([code]) => code.startsWith(`${kecamatan}.`))
    .map(([code, name]) => ({ code: code as VillageCode, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function namesOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(rows.slice(0, ROWS_MAX).map((row) => [row.code, row.name]))
}

function nameIn(names: ReadonlyMap<string, string>, code: string): string {
  return present(names.get(code), `the tables name the parent area ${code}`)
}
