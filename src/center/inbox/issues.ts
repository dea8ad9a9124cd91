// Issues — why a packet was not accepted, in words; also for those that were set aside later.

import type { Facts, IssueWords } from '#kit/issue-words'

/** Told where it is known which one; a list of packets tells the code alone. */
const numbered = ({ position }: Facts) => (position === undefined ? '' : ` ${position}`)
const finger = ({ position }: Facts) => (position === undefined ? 'a finger' : `finger ${position}`)

export const packetIssues = {
  'packet.digest-differs': {
    id: () => 'Isi paket tidak sesuai dengan namanya; paket tidak diterima.',
    en: () => 'The packet is not what its name says; it was not accepted.',
  },
  'packet.too-large': {
    id: () => 'Paket terlalu besar.',
    en: () => 'The packet is too large.',
  },
  'packet.unreadable': {
    id: () => 'Paket tidak dapat dibaca.',
    en: () => 'The packet cannot be read.',
  },
  'packet.items-differ': {
    id: () => 'Isi paket tidak sama dengan daftar isinya.',
    en: () => 'The packet does not hold what its list says.',
  },
  'packet.other-office': {
    id: () => 'Paket ini memakai nama kantor lain.',
    en: () => 'The packet bears the name of another office.',
  },
  'packet.tampered': {
    id: () => 'Isi paket berubah setelah ditandatangani; paket tidak diterima.',
    en: () => 'The packet was changed after it was signed; it was not accepted.',
  },
  'packet.not-for-us': {
    id: () => 'Isi paket disegel untuk penerima lain dan tidak dapat dibuka di sini.',
    en: () => 'The packet was sealed to somebody else and cannot be opened here.',
  },
  'packet.item-differs': {
    id: () => 'Salah satu isi paket bukan yang disahkan operator.',
    en: () => 'Something in the packet is not what the operator attested.',
  },
  'manifest.unreadable': {
    id: () => 'Daftar isi paket tidak dapat dibaca.',
    en: () => 'The packet’s list of contents cannot be read.',
  },
  'manifest.too-many-fingers': {
    id: () => 'Daftar isi paket memuat lebih dari sepuluh jari.',
    en: () => 'The packet’s list of contents holds more than ten fingers.',
  },
  'manifest.position-unaccounted': {
    id: ({ position }) =>
      position === undefined
        ? 'Ada jari yang tidak direkam dan tidak dikecualikan.'
        : `Jari nomor ${position} tidak direkam dan tidak dikecualikan.`,
    en: ({ position }) =>
      position === undefined
        ? 'A finger is neither recorded nor excepted.'
        : `Finger number ${position} is neither recorded nor excepted.`,
  },
  'manifest.item-missing': {
    id: ({ name }) => `Daftar isi paket tidak memuat ${name ?? 'semua bagian'}.`,
    en: ({ name }) => `The packet’s list of contents lacks ${name ?? 'a part'}.`,
  },
  'biodata.unreadable': {
    id: () => 'Biodata dalam paket tidak dapat dibaca.',
    en: () => 'The biodata in the packet cannot be read.',
  },
  'finger.unreadable': {
    id: (facts) => `Gambar jari${numbered(facts)} tidak dapat dibaca; perlu direkam ulang.`,
    en: (facts) => `The image of ${finger(facts)} cannot be read; it has to be retaken.`,
  },
  'finger.other-position': {
    id: (facts) => `Gambar jari${numbered(facts)} adalah gambar jari lain.`,
    en: (facts) => `The image of ${finger(facts)} is that of another finger.`,
  },
  'finger.twice': {
    id: () => 'Satu jari yang sama terekam pada beberapa posisi; perlu direkam ulang.',
    en: () => 'One and the same finger was captured at several positions; they have to be retaken.',
  },
  'capture.in-the-future': {
    id: () => 'Waktu perekaman belum terjadi. Periksa jam komputer kantor, lalu rekam ulang.',
    en: () => 'The time of the capture is yet to come. Check the office’s clock and capture again.',
  },
  'capture.too-long-ago': {
    id: () => 'Perekaman terlalu lama lalu. Periksa jam komputer kantor, lalu rekam ulang.',
    en: () => 'The capture was too long ago. Check the office’s clock and capture again.',
  },
  'case.known-already': {
    id: () => 'Permohonan ini sudah pernah diterima.',
    en: () => 'This case was received before.',
  },
  'search.nothing-to-compare': {
    id: () => 'Tidak satu pun sidik jari dapat dibandingkan; perlu direkam ulang.',
    en: () => 'None of the fingerprints can be compared; they have to be retaken.',
  },
  'center.fault': {
    id: () => 'Gangguan di pusat data; dicoba lagi secara otomatis.',
    en: () => 'A fault at the data center; it is tried again by itself.',
  },
} satisfies IssueWords
