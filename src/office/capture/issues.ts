// Issues — what is said when a capture cannot go on, and what to do instead.

import type { IssueWords } from '#kit/issue-words'
import type { CaptureIssue, KeepIssue, TakeIssue } from './capture.ts'
import type { GuardFinding } from './guards.ts'
import type { ImageIssue } from './images.ts'
import type { InCaptureIssue } from './in-capture.ts'

type Code =
  | CaptureIssue['code']
  | ImageIssue['code']
  | InCaptureIssue['code']
  | KeepIssue['code']
  | TakeIssue['code']
  | `guard.${GuardFinding['guard']}`
  | 'capture.keep'
  | 'office.not-enrolled'
  | 'operator.other'
  | 'operator.unknown'

const fingersId = 'jempol telunjuk tengah manis kelingking'.split(' ')
const fingersEn = 'thumb,index finger,middle finger,ring finger,little finger'.split(',')

/** `telunjuk kanan, manis kiri`. */
function namesId(positions: unknown): string {
  return listOf(positions, (i, right) => `${fingersId[i]} ${right ? 'kanan' : 'kiri'}`)
}

function namesEn(positions: unknown): string {
  return listOf(positions, (i, right) => `${right ? 'right' : 'left'} ${fingersEn[i]}`)
}

function listOf(positions: unknown, name: (i: number, right: boolean) => string): string {
  const all = Array.isArray(positions) ? positions.map(Number) : [Number(positions)]
  return all.map((position) => name((position - 1) % 5, position <= 5)).join(', ')
}

const parts = {
  id: { biodata: 'penegasan biodata', photo: 'foto', signature: 'tanda tangan' },
  en: { biodata: 'confirmed biodata', photo: 'the photo', signature: 'the signature' },
} as const

function partsOf(missing: unknown, language: 'id' | 'en'): string {
  const words: Readonly<Record<string, string>> = parts[language]
  return (Array.isArray(missing) ? missing : []).map((it) => words[String(it)] ?? it).join(', ')
}

export const captureIssues: IssueWords<Code> = {
  'office.not-enrolled': {
    id: () =>
      'Kantor ini belum tersambung ke pusat data, jadi perekaman belum bisa dimulai. Administrator perlu mendaftarkannya dengan kode dari pusat data.',
    en: () =>
      'This office is not connected to the data center yet, so no capture can begin. The administrator has to enroll it with a code from the center.',
  },
  'capture.not-started': {
    id: () => 'Perekaman ini belum dimulai. Buka dari daftar perekaman.',
    en: () => 'This capture has not begun. Open it from the list.',
  },
  'capture.other-operator': {
    id: () => 'Perekaman ini sedang dikerjakan operator lain. Ambil alih lebih dahulu.',
    en: () => 'Another operator is taking this capture. Take it over first.',
  },
  'capture.incomplete': {
    id: ({ missing }) => `Belum lengkap: ${partsOf(missing, 'id')}.`,
    en: ({ missing }) => `Not complete yet: ${partsOf(missing, 'en')}.`,
  },
  'capture.fingers-missing': {
    id: ({ positions }) =>
      `Jari ini belum selesai: ${namesId(positions)}. Ambil lagi, atau minta persetujuan supervisor.`,
    en: ({ positions }) =>
      `These fingers are not settled: ${namesEn(positions)}. Take them again, or ask a supervisor.`,
  },
  'capture.other-slap': {
    id: ({ positions }) => `Jari ini bukan bagian dari tekanan ini: ${namesId(positions)}.`,
    en: ({ positions }) => `These fingers do not belong to this press: ${namesEn(positions)}.`,
  },
  'capture.excepted': {
    id: ({ positions }) => `Jari ini sudah dikecualikan: ${namesId(positions)}.`,
    en: ({ positions }) => `These fingers are done without: ${namesEn(positions)}.`,
  },
  'capture.tries-used': {
    id: ({ positions }) =>
      `Sudah tiga kali diambil: ${namesId(positions)}. Hasil terbaik dipakai; di bawah batas mutu, minta persetujuan supervisor.`,
    en: ({ positions }) =>
      `Taken three times already: ${namesEn(positions)}. The best counts; below the quality gate, ask a supervisor.`,
  },
  'capture.tries-left': {
    id: ({ position }) => `Masih boleh diambil lagi: ${namesId(position)}.`,
    en: ({ position }) => `There are tries left: ${namesEn(position)}.`,
  },
  'capture.nothing-to-keep': {
    id: ({ position }) => `Tidak ada yang perlu disetujui untuk ${namesId(position)}.`,
    en: ({ position }) => `There is nothing to accept for the ${namesEn(position)}.`,
  },
  'capture.keep': {
    id: ({ positions }) =>
      `Hasil ini tidak perlu dihapus: ${namesId(positions)}. Yang bisa diulang dari awal hanya jari yang diperingatkan atau dikecualikan.`,
    en: ({ positions }) =>
      `There is no reason to drop these: ${namesEn(positions)}. Only fingers with a warning or done without start anew.`,
  },
  'image.unreadable': {
    id: () => 'Gambar ini rusak atau terpotong, jadi tidak disimpan. Ambil lagi.',
    en: () => 'This picture is damaged or cut off, so it was not kept. Take it again.',
  },
  'photo.too-small': {
    id: ({ widthMin, heightMin }) =>
      `Foto terlalu kecil: paling sedikit ${widthMin} × ${heightMin} piksel setelah dipotong 3:4.`,
    en: ({ widthMin, heightMin }) =>
      `The photo is too small: at least ${widthMin} × ${heightMin} pixels once cut to 3:4.`,
  },
  'signature.blank': {
    id: () => 'Belum ada tanda tangan pada kotak ini.',
    en: () => 'There is no signature here yet.',
  },
  'signature.not-a-line': {
    id: () => 'Ini bukan goresan tanda tangan. Hapus lalu minta menandatangani lagi.',
    en: () => 'This is not a signature’s stroke. Clear it and ask for the signature again.',
  },
  'guard.finger-twice': {
    id: ({ positions }) =>
      `Satu jari tampak terekam di lebih dari satu tempat: ${namesId(positions)}. Ambil ulang jari-jari itu.`,
    en: ({ positions }) =>
      `One finger seems to stand in more than one place: ${namesEn(positions)}. Take those fingers again.`,
  },
  'guard.operator-finger': {
    id: ({ positions }) =>
      `Jari operator ikut terekam pada: ${namesId(positions)}. Ambil ulang jari itu dengan jari pemohon.`,
    en: ({ positions }) =>
      `An operator’s finger got into: ${namesEn(positions)}. Take that finger again, the resident’s own.`,
  },
  'guard.already-recorded': {
    id: ({ ticket }) =>
      `Sidik jari ini sudah terekam di kantor ini dengan tiket ${ticket}. Periksa bersama supervisor; ia dapat mengirimkannya agar pusat data yang memutuskan.`,
    en: ({ ticket }) =>
      `These fingers are recorded at this office already, ticket ${ticket}. Look into it with a supervisor, who may send it on for the center to decide.`,
  },
  'operator.other': {
    id: () => 'Anda hanya dapat mendaftarkan jari Anda sendiri.',
    en: () => 'You can only register your own fingers.',
  },
  'operator.unknown': {
    id: () => 'Tidak ada operator KTP dengan akun ini.',
    en: () => 'There is no KTP operator with this account.',
  },
}
