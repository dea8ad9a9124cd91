// Issues — what is said about a form that cannot be saved yet.

import type { IssueWords } from '#kit/issue-words'

const tickets = (known: unknown) =>
  Array.isArray(known) ? known.map((it: { ticket?: unknown }) => String(it.ticket)).join(', ') : ''

export const formIssues: IssueWords = {
  'form.invalid': {
    id: ({ issues }) =>
      `Ada ${Array.isArray(issues) ? issues.length : ''} isian yang perlu diperbaiki.`,
    en: ({ issues }) => `${Array.isArray(issues) ? issues.length : ''} entries need correction.`,
  },
  'form.doubts': {
    id: () => 'Ada data yang tampak tidak cocok. Tanyakan kepada pemohon, lalu tegaskan.',
    en: () => 'Some data seem to disagree. Ask the resident, then confirm.',
  },
  'form.other-kecamatan': {
    id: () =>
      'Alamat ini di luar Kecamatan Tungkal Jaya. Permohonan KTP-el baru diajukan di kecamatan tempat tinggal.',
    en: () =>
      'This address is outside Kecamatan Tungkal Jaya. A new card is asked for where one lives.',
  },
  'form.none': {
    id: () => 'Formulir untuk permohonan ini belum diisi.',
    en: () => 'No form has been filled in for this application yet.',
  },
  'form.not-found': {
    id: () => 'Tidak ada formulir dengan kode dan tanggal lahir ini.',
    en: () => 'There is no form with this code and birth date.',
  },
  'resident.known': {
    id: ({ known }) =>
      `NIK ini sudah ada di kantor ini, tiket ${tickets(known)}. Periksa dahulu; bila memang perlu, lanjutkan dengan menegaskan.`,
    en: ({ known }) =>
      `This NIK is already known at this office, ticket ${tickets(known)}. Look first; confirm to go on.`,
  },
}
