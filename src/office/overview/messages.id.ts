// Messages — words of the overview, in Indonesian.

import type { Format } from '#kit/web/format'
import type { Matter } from './attention.ts'
import type { AgeBand } from './wire.ts'

const stages: Readonly<Record<string, string>> = {
  form: 'Formulir diisi',
  village: 'Persetujuan desa',
  queue: 'Datang ke loket',
  called: 'Diperiksa di loket',
  capture: 'Perekaman',
  attestation: 'Cap tanda bukti',
  register: 'Disimpan',
  outbox: 'Dikirim ke pusat',
  center: 'Diperiksa pusat data',
  adjudication: 'Diperiksa ahli di pusat',
  failed: 'Tidak dapat dilanjutkan',
  printing: 'Dicetak',
  printer: 'Di mesin cetak',
  handover: 'Diserahkan',
}

const stageOf = (at: string) => stages[at] ?? at

export const messages = {
  title: 'Ringkasan',
  asOf: (time: string) => `Keadaan pukul ${time}, diperbarui sendiri.`,
  allWell: 'Pelayanan berjalan sesuai janji',
  allWellHelp: 'Tidak ada yang terlambat dan tidak ada yang kurang.',
  attention: 'Perlu perhatian',
  open: 'Buka daftarnya',
  stage: stageOf,
  matter(it: Matter, format: Format): string {
    switch (it.about) {
      case 'failed':
        return `${it.count} permohonan tidak dapat dilanjutkan dan perlu tindak lanjut.`
      case 'complaints-overdue':
        return `${it.count} pengaduan lewat batas waktu jawaban.`
      case 'complaints-soon':
        return `${it.count} pengaduan harus dijawab dalam dua hari.`
      case 'blangko':
        return it.stock <= 0
          ? `Blangko habis; ${it.ready} kartu menunggu dicetak.`
          : `Blangko tinggal ${it.stock}, sedangkan ${it.ready} kartu siap dicetak.`
      case 'promise':
        return `${it.late} dari ${it.served} warga hari ini dilayani lebih lama dari janji.`
      case 'waiting-long':
        return `Yang terlama di ruang tunggu sudah ${format.span(it.ms)}.`
      case 'older':
        return `${it.count} permohonan menunggu lebih dari 7 hari: ${stageOf(it.at).toLowerCase()}.`
      case 'outbox':
        return `${it.count} rekaman belum terkirim ke pusat, yang tertua sejak ${format.span(it.ms)}.`
      case 'approvals':
        return `${it.count} permintaan menunggu keputusan supervisor.`
      case 'scanner':
        return `Pemindai ${it.deviceId}: ${format.percent(it.share)} jari harus diulang. Bersihkan atau periksa.`
    }
  },
  servedToday: 'Dilayani hari ini',
  within: (within: number, minutes: number) => `${within} dalam ${minutes} menit`,
  noneToday: 'belum ada yang selesai',
  averageToday: 'Rata-rata di loket',
  promised: (minutes: number) => `janji ${minutes} menit`,
  inRoom: 'Di ruang tunggu',
  longest: (span: string) => `terlama ${span}`,
  nobody: 'tidak ada yang menunggu',
  blangko: 'Blangko',
  ready: (count: number) => `${count} kartu siap dicetak`,
  complaints: 'Pengaduan terbuka',
  overdue: (count: number) => (count === 0 ? 'tidak ada yang lewat batas' : `${count} lewat batas`),
  outbox: 'Belum terkirim',
  heard: (ago: string | undefined) =>
    ago === undefined ? 'pusat baru saja menjawab' : `pusat menjawab ${ago} yang lalu`,
  neverHeard: 'pusat belum pernah menjawab',
  counterTime: 'Waktu di loket',
  counterTimeHelp: 'Dari dipanggil sampai tanda bukti dicap; satu batang untuk setiap menit.',
  spans: { today: 'Hari ini', month: '30 hari' },
  span: 'Rentang waktu',
  people: 'warga',
  minutes: 'menit',
  promiseLine: (minutes: number) => `janji ${minutes} menit`,
  noVisits: 'Belum ada yang selesai dalam rentang ini.',
  visitsGist: (within: number, served: number, median: string) =>
    `${within} dari ${served} dalam janji; yang tengah ${median}.`,
  visits: 'Kunjungan, yang terlama dahulu',
  asTable: 'Lihat sebagai tabel',
  asPicture: 'Lihat sebagai gambar',
  minuteBand: (minute: number, isLast: boolean) =>
    isLast ? `${minute} menit atau lebih` : `${minute}–${minute + 1} menit`,
  whereWaiting: 'Di mana permohonan menunggu',
  whereHelp: 'Tekan satu baris untuk melihat daftarnya.',
  nothingWaits: 'Tidak ada permohonan yang menunggu.',
  ages: {
    day: 'kurang dari 1 hari',
    days: '1–3 hari',
    week: '3–7 hari',
    older: 'lebih dari 7 hari',
  } as Readonly<Record<AgeBand, string>>,
  oldest: (span: string) => `terlama ${span}`,
  casesAt: (at: string) => `Menunggu: ${stageOf(at).toLowerCase()}`,
  returns: 'Mengapa warga dikembalikan',
  returnsHelp: '30 hari terakhir, di loket dan oleh kepala desa.',
  noReturns: 'Tidak ada yang dikembalikan dalam 30 hari.',
  otherReason: 'Hal lain',
  byVillage: 'Dikembalikan kepala desa',
  returnsList: 'Pengembalian dan alasannya',
  scanners: 'Sidik jari yang harus diulang',
  scannersHelp: '30 hari terakhir, menurut pemindai.',
  noFingers: 'Belum ada sidik jari yang direkam dalam 30 hari.',
  retried: (retried: number, fingers: number, share: string) =>
    `${retried} dari ${fingers} jari (${share})`,
  columns: {
    ticket: 'Tiket',
    service: 'Keperluan',
    since: 'Menunggu',
    sinceAt: 'Sejak',
    calledAt: 'Dipanggil',
    counter: 'Di loket',
    by: 'Oleh',
    about: 'Tentang',
    reason: 'Alasan',
    at: 'Waktu',
    stage: 'Tahap',
    count: 'Jumlah',
    minute: 'Lama',
    scanner: 'Pemindai',
    fingers: 'Jari',
    retried: 'Diulang',
    tries: 'Percobaan',
  },
  returnedBy: { counter: 'Loket', village: 'Kepala desa' },
}

export type Messages = typeof messages
