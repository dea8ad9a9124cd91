// Issues — why a packet was not accepted, in words; also for those that were set aside later.

import type { Facts, IssueWords } from '#kit/issue-words'

const finger = ({ position }: Facts) => position ?? ''

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
  'manifest.position-unaccounted': {
    id: (facts) => `Jari nomor ${finger(facts)} tidak direkam dan tidak dikecualikan.`,
    en: (facts) => `Finger number ${finger(facts)} is neither recorded nor excepted.`,
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
    id: (facts) => `Gambar jari ${finger(facts)} tidak dapat dibaca; perlu direkam ulang.`,
    en: (facts) => `The image of finger ${finger(facts)} cannot be read; it has to be retaken.`,
  },
  'finger.other-position': {
    id: (facts) => `Gambar jari ${finger(facts)} adalah gambar jari lain.`,
    en: (facts) => `The image of finger ${finger(facts)} is that of another finger.`,
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
