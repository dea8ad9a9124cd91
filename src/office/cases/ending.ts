// Ending — why the center made no card of a case, and what is to be done then: for the resident and
// for who sits across the table. Whoever else is on record, an office is never told.

import type { CaseEvent } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'

export const endings = ['duplicate', 'recapture', 'nik-unclear', 'not-processed'] as const
export type Ending = (typeof endings)[number]

/** Null while the case goes on, or where it ended well or at the office. */
export function endingOf(log: readonly CaseEvent[]): Ending | null {
  if (waitingAt(log) !== 'failed') return null
  const last = log.findLast((event) => ends.includes(event.type))
  if (last?.type === 'decided') return 'duplicate'
  const code = last?.type === 'enroll-failed' ? last.code : ''
  return endingOfCode.get(code) ?? 'not-processed'
}

const ends: readonly string[] = ['decided', 'enroll-failed', 'search-failed']

const endingOfCode: ReadonlyMap<string, Ending> = new Map([
  ['adjudication.recapture', 'recapture'],
  ['adjudication.nik-of-another', 'nik-unclear'],
] as const)

interface EndingWords {
  readonly title: string
  /** Said to the resident. */
  readonly resident: string
  /** Said to the officer. */
  readonly officer: string
}

const indonesian: Readonly<Record<Ending, EndingWords>> = {
  duplicate: {
    title: 'Sidik jari Anda sudah pernah direkam',
    resident:
      'Satu orang hanya punya satu rekaman, jadi kartu baru tidak dibuat dari permohonan ini. Datang ke kantor kecamatan membawa KK dan, bila ada, KTP atau surat keterangan lama. Petugas mencocokkan data Anda dan membantu memperbaikinya. Anda tidak perlu direkam lagi dan tidak dipungut biaya. Bila menurut Anda ini keliru, sampaikan; perkara ini dapat diperiksa lagi.',
    officer:
      'Tanyakan kapan dan di mana pemohon pernah direkam, dan dengan NIK mana; minta KK dan KTP lama. Bila NIK ganda atau datanya berubah, teruskan ke Dinas Dukcapil untuk dibetulkan. Jangan merekam ulang dengan data yang sama. Bila pemohon membantah, terima pengaduannya. Data orang lain tidak dikirim ke kantor.',
  },
  recapture: {
    title: 'Perlu direkam sekali lagi',
    resident:
      'Sidik jari Anda belum cukup jelas untuk diperiksa. Datang ke kantor kecamatan membawa tiket ini dan KK. Cuci dan keringkan tangan lebih dahulu. Tidak dipungut biaya.',
    officer:
      'Buka permohonan baru dan rekam kesepuluh jari sekali lagi: bersihkan kaca pemindai, lembapkan jari yang kering, ulangi jari yang mutunya rendah.',
  },
  'nik-unclear': {
    title: 'NIK perlu dicocokkan lebih dahulu',
    resident:
      'NIK pada permohonan ini belum dapat dipastikan milik Anda. Datang ke kantor kecamatan membawa KK dan akta kelahiran; petugas membantu memeriksanya ke Dinas Dukcapil. Tidak dipungut biaya.',
    officer:
      'Bandingkan NIK dengan KK dan akta. Bila salah ketik, buka permohonan baru dengan NIK yang benar. Bila sama, teruskan ke Dinas Dukcapil: NIK ini tercatat dengan sidik jari yang berbeda. Data orang lain tidak dikirim ke kantor.',
  },
  'not-processed': {
    title: 'Belum dapat diperiksa di pusat data',
    resident:
      'Ada kendala saat data Anda diperiksa; ini bukan kesalahan Anda. Datang ke kantor kecamatan membawa tiket ini; petugas membantu. Tidak dipungut biaya.',
    officer:
      'Buka permohonan baru dan rekam sekali lagi. Bila terulang, laporkan nomor tiket ini ke pusat data.',
  },
}

const english: Readonly<Record<Ending, EndingWords>> = {
  duplicate: {
    title: 'Your fingerprints were recorded before',
    resident:
      'One person has one record, so no new card is made of this application. Come to the kecamatan office with your KK and, if you have one, your old KTP or letter. An officer compares your data and helps to put it right. You need not be recorded again, and it is free of charge. If you think this is wrong, say so; the case can be examined again.',
    officer:
      'Ask when and where the resident was recorded before, and under which NIK; ask for the KK and the old KTP. If there are two NIKs, or the data changed, pass it on to Dinas Dukcapil to be put right. Do not record again with the same data. If the resident objects, take the complaint. No other person’s data is sent to the office.',
  },
  recapture: {
    title: 'To be recorded once more',
    resident:
      'Your fingerprints were not clear enough to be examined. Come to the kecamatan office with this ticket and your KK. Wash and dry your hands first. It is free of charge.',
    officer:
      'Open a new application and record all ten fingers once more: clean the scanner’s glass, moisten dry fingers, repeat those of low quality.',
  },
  'nik-unclear': {
    title: 'The NIK has to be checked first',
    resident:
      'It is not certain yet that the NIK of this application is yours. Come to the kecamatan office with your KK and birth certificate; an officer helps to check it with Dinas Dukcapil. It is free of charge.',
    officer:
      'Compare the NIK with the KK and the birth certificate. If it was mistyped, open a new application with the right one. If it is the same, pass it on to Dinas Dukcapil: this NIK is recorded with other fingerprints. No other person’s data is sent to the office.',
  },
  'not-processed': {
    title: 'Could not be examined by the data center yet',
    resident:
      'Something hindered the examination; it is not your fault. Come to the kecamatan office with this ticket; we help. It is free of charge.',
    officer:
      'Open a new application and record once more. If it happens again, report this ticket’s number to the data center.',
  },
}

export function endingWords(ending: Ending, language: 'id' | 'en'): EndingWords {
  return (language === 'id' ? indonesian : english)[ending]
}
