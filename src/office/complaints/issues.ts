// Issues — what is said when a complaint cannot be filed, found or answered.

import type { IssueWords } from '#kit/issue-words'

export const complaintIssues: IssueWords = {
  'complaint.empty': {
    id: () => 'Tulis dulu isi pengaduan, paling sedikit beberapa kata.',
    en: () => 'Write the complaint first, at least a few words.',
  },
  'complaint.ticket-unknown': {
    id: () => 'Nomor tiket ini tidak kami kenal. Periksa tiketnya, atau kosongkan bila tidak ada.',
    en: () => 'We do not know this ticket. Check it, or leave it empty if you have none.',
  },
  'complaint.officer-unknown': {
    id: () => 'Petugas yang dipilih tidak ada di kantor ini. Pilih lagi dari daftar.',
    en: () => 'The officer chosen is not at this office. Choose from the list again.',
  },
  'complaint.box-by-others': {
    id: () => 'Isi kotak saran dicatat oleh petugas informasi atau camat.',
    en: () => 'Notes from the suggestion box are entered by the information officer or the camat.',
  },
  'complaint.unknown': {
    id: () => 'Pengaduan ini tidak ada di daftar Anda.',
    en: () => 'This complaint is not on your list.',
  },
  'complaint.not-found': {
    id: () =>
      'Tidak ada pengaduan dengan nomor dan kode ini. Periksa keduanya pada bukti pengaduan Anda.',
    en: () => 'There is no complaint with this number and code. Check both on what you were given.',
  },
  'complaint.closed': {
    id: () => 'Pengaduan ini sudah selesai dijawab.',
    en: () => 'This complaint has been answered and closed.',
  },
}
