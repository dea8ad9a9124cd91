// Tungkal Jaya — the kecamatan of the office and its sixteen villages; small enough for a browser.

import type { Kodepos } from './address.ts'
import type { KecamatanCode, VillageCode, WilayahTables } from './wilayah.ts'

export const tungkalJaya = '16.06.12' as KecamatanCode

/** Of all sixteen villages; the office's own letterhead prints 30759. */
export const tungkalJayaKodepos = '30756' as Kodepos

const villageNames: Readonly<Record<string, string>> = {
  '16.06.12.2001': 'Peninggalan',
  '16.06.12.2002': 'Suka Damai',
  '16.06.12.2003': 'Berlian Jaya',
  '16.06.12.2004': 'Simpang Tungkal',
  '16.06.12.2005': 'Pangkalan Tungkal',
  '16.06.12.2006': 'Sumber Harum',
  '16.06.12.2007': 'Sumber Sari',
  '16.06.12.2008': 'Sinar Harapan',
  '16.06.12.2009': 'Banjar Jaya',
  '16.06.12.2010': 'Beji Mulyo',
  '16.06.12.2011': 'Bero Jaya Timur',
  '16.06.12.2012': 'Pandan Sari',
  '16.06.12.2013': 'Margo Mulyo',
  '16.06.12.2014': 'Sri Mulyo',
  '16.06.12.2015': 'Sido Mulyo',
  '16.06.12.2016': 'Sinar Tungkal',
}

export const tungkalJayaVillages = Object.keys(villageNames).map(
  (code) => code as VillageCode,
) as readonly VillageCode[]

/** The part of the national list that the office's own screens need. */
export const tungkalJayaTables: WilayahTables = {
  provinces: new Map([['16', 'Sumatera Selatan']]),
  regencies: new Map([['16.06', 'Kabupaten Musi Banyuasin']]),
  kecamatan: new Map([[tungkalJaya, 'Tungkal Jaya']]),
  villages: new Map(Object.entries(villageNames)),
}
