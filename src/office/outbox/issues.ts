// Issues — what can be wrong with the line to the center, or with what was sent, in words.

import type { IssueWords } from '#kit/issue-words'

export const outboxIssues = {
  'center.unreachable': {
    id: () => 'Pusat data tidak terjangkau. Kiriman tersimpan di sini dan dicoba lagi sendiri.',
    en: () =>
      'The data center cannot be reached. What waits is kept here and tried again by itself.',
  },
  'center.unintelligible': {
    id: () => 'Jawaban pusat data tidak dapat dipastikan keasliannya, jadi tidak dipercaya.',
    en: () => 'The data center’s answer could not be verified, so it was not believed.',
  },
  'center.not-enrolled': {
    id: () => 'Kantor ini belum terdaftar di pusat data. Minta kode pendaftaran.',
    en: () => 'This office is not enrolled at the data center yet. Ask for an enrollment code.',
  },
  'center.refused': {
    id: ({ reason }) => `Pusat data menolak kiriman (${reason ?? 'tanpa sebab'}).`,
    en: ({ reason }) => `The data center refused it (${reason ?? 'no reason given'}).`,
  },
  'packet.tampered': {
    id: () => 'Isi paket berubah setelah ditandatangani. Hubungi administrator.',
    en: () => 'The packet was changed after it was signed. Call the administrator.',
  },
  'packet.digest-differs': {
    id: () => 'Paket rusak di perjalanan. Dikirim lagi dari awal.',
    en: () => 'The packet was damaged on the way. It is sent again from the beginning.',
  },
  'signature.invalid': {
    id: () => 'Tanda tangan kantor ini tidak diterima pusat data. Hubungi administrator.',
    en: () => 'The data center does not accept this office’s signature. Call the administrator.',
  },
  'signature.unknown-key': {
    id: () => 'Kunci kantor ini tidak dikenal di pusat data. Daftarkan kantor kembali.',
    en: () => 'The data center does not know this office’s key. Enroll the office again.',
  },
  'pass.stale': {
    id: () => 'Jam komputer kantor berbeda dengan pusat data. Betulkan tanggal dan jamnya.',
    en: () => 'This computer’s clock differs from the data center’s. Set its date and time.',
  },
  'office.too-many-requests': {
    id: () => 'Pusat data meminta kantor ini menunggu sebentar. Dilanjutkan sendiri.',
    en: () => 'The data center asks this office to wait a moment. It goes on by itself.',
  },
  'office.too-many-bytes': {
    id: () => 'Pusat data meminta kantor ini mengirim lebih pelan. Dilanjutkan sendiri.',
    en: () => 'The data center asks this office to send more slowly. It goes on by itself.',
  },
  'upload.too-many-open': {
    id: () => 'Terlalu banyak kiriman kantor ini yang belum selesai. Dilanjutkan sendiri.',
    en: () => 'Too many of this office’s uploads are unfinished. It goes on by itself.',
  },
  'upload.busy': {
    id: () => 'Bagian sebelumnya masih diterima pusat data. Dilanjutkan sendiri.',
    en: () => 'The data center is still receiving the part before. It goes on by itself.',
  },
  'upload.cut': {
    id: () => 'Sambungan terputus di tengah kiriman. Dilanjutkan dari tempat terputus.',
    en: () => 'The line dropped in the middle. It goes on from where it dropped.',
  },
} satisfies IssueWords
