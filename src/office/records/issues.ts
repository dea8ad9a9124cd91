// Issues — what is said when a scanner's answer is not believed.

import type { IssueWords } from '#kit/issue-words'
import type { ScannerIssue } from './scanner.ts'
import type { SlapIssue } from './slaps.ts'

const notBelieved = {
  id: () =>
    'Jawaban pemindai tidak dapat dipercaya, jadi tidak disimpan. Ambil lagi; bila terulang, hubungi administrator.',
  en: () =>
    'The scanner’s answer cannot be trusted, so it was not kept. Take it again; if it happens again, call the administrator.',
}

const deviceSaysId: Readonly<Record<string, string>> = {
  '101': 'Tidak ada jari di atas kaca. Letakkan jari, lalu ambil lagi.',
  '106': 'Pemindai yang diminta tidak ditemukan. Cari pemindai lagi.',
  '107': 'Sertifikat pemindai sudah habis masa berlakunya. Hubungi administrator.',
  '110': 'Pemindai belum siap. Tunggu sebentar lalu ambil lagi.',
  '111': 'Pemindai sedang dipakai. Tunggu sebentar lalu ambil lagi.',
  '701': 'Waktu pengambilan habis. Letakkan jari, lalu ambil lagi.',
}

const deviceSaysEn: Readonly<Record<string, string>> = {
  '101': 'There is no finger on the glass. Place the fingers and take them again.',
  '106': 'The scanner asked for was not found. Look for the scanner again.',
  '107': 'The scanner’s certificate has expired. Call the administrator.',
  '110': 'The scanner is not ready yet. Wait a moment and take them again.',
  '111': 'The scanner is in use. Wait a moment and take them again.',
  '701': 'The time for taking the fingers ran out. Place the fingers and take them again.',
}

export const scannerIssues: IssueWords<ScannerIssue['code'] | SlapIssue['code']> = {
  'sbi.signature': notBelieved,
  'sbi.answer': notBelieved,
  'sbi.digital-id': notBelieved,
  'sbi.purpose': notBelieved,
  'sbi.position': notBelieved,
  'sbi.record': notBelieved,
  'sbi.hash-chain': notBelieved,
  'sbi.transaction': {
    id: () => 'Jawaban pemindai ini untuk pengambilan lain. Ambil lagi.',
    en: () => 'This answer of the scanner is for another capture. Take it again.',
  },
  'sbi.untrusted-device': {
    id: () =>
      'Pemindai ini belum terdaftar di kantor ini, jadi hasilnya ditolak. Administrator perlu mendaftarkan sertifikatnya.',
    en: () =>
      'This scanner is not registered at this office, so its result was refused. The administrator has to register its certificate.',
  },
  'sbi.device-expired': {
    id: () =>
      'Sertifikat pemindai tidak berlaku hari ini. Periksa jam komputer atau hubungi administrator.',
    en: () =>
      'The scanner’s certificate is not valid today. Check the clock or call the administrator.',
  },
  'sbi.environment': {
    id: () => 'Pemindai ini untuk lingkungan lain (uji coba atau resmi). Hubungi administrator.',
    en: () =>
      'This scanner is for another environment (trial or official). Call the administrator.',
  },
  'sbi.stale': {
    id: () => 'Hasil pemindai ini sudah lama, atau jam komputer tidak tepat. Ambil lagi.',
    en: () =>
      'This result is too old, or the clock of the scanner’s computer is wrong. Take it again.',
  },
  'sbi.error': {
    id: ({ errorCode }) =>
      deviceSaysId[String(errorCode)] ?? `Pemindai tidak berhasil (kode ${errorCode}). Ambil lagi.`,
    en: ({ errorCode }) =>
      deviceSaysEn[String(errorCode)] ?? `The scanner failed (code ${errorCode}). Take it again.`,
  },
  'finger.unreadable': {
    id: () => 'Gambar sidik jari dari pemindai rusak, jadi tidak disimpan. Ambil lagi.',
    en: () => 'The finger image from the scanner is damaged, so it was not kept. Take it again.',
  },
  'slap.unknown': {
    id: () => 'Pengambilan ini sudah tidak berlaku karena ada yang lebih baru. Ambil lagi.',
    en: () => 'This capture is no longer valid because a newer one was begun. Take it again.',
  },
}
