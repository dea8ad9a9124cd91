// Complaints of SK 56/2024 — the four published ways, and the deadlines usual in such standards.

import type { ComplaintPromise } from '../complaint-promise.ts'

export const complaints: ComplaintPromise = {
  rightAsPublished:
    'Pemohon/ masyarakat yang merasa tidak puas dan dirugikan atas jasa pelayanan yang diberikan oleh para petugas pelayanan, memiliki hak melakukan pengaduan dengan cara :',
  right: {
    id: 'Bila Anda tidak puas atau dirugikan oleh pelayanan kami, Anda berhak mengadu.',
    en: 'If you are not satisfied with our service, or were wronged by it, you have the right to complain.',
  },
  channels: [
    {
      id: 'sms',
      letter: 'a',
      asPublished: 'Melalui SMS yang telah disediakan khusus dalam program pelayanan',
      text: { id: 'Kirim SMS', en: 'Send an SMS' },
      number: '082280461751',
    },
    {
      id: 'officer',
      letter: 'b',
      asPublished: 'Melakukan konfirmasi kepada petugas pelayanan',
      text: { id: 'Sampaikan kepada petugas pelayanan', en: 'Tell an officer at the counter' },
    },
    {
      id: 'leader',
      letter: 'c',
      asPublished: 'Melaporkan langsung kepada pimpinan/atasan petugas pelayanan',
      text: {
        id: 'Laporkan langsung kepada pimpinan petugas pelayanan',
        en: 'Report directly to the officer’s superior',
      },
    },
    {
      id: 'suggestion-box',
      letter: 'c',
      asPublished: 'Memasukan saran pendapat ke kotak saran yang telah disediakan',
      text: {
        id: 'Masukkan saran ke kotak saran',
        en: 'Put a note into the suggestion box',
      },
    },
  ],
  classes: [
    {
      id: 'light',
      text: {
        id: 'Pengaduan ringan yang dapat diselesaikan di tempat',
        en: 'A light complaint that can be settled on the spot',
      },
      deadlineWorkingDays: 2,
    },
    {
      id: 'information',
      text: {
        id: 'Pengaduan normatif atau permintaan informasi',
        en: 'A question of rules, or a request for information',
      },
      deadlineWorkingDays: 5,
    },
    {
      id: 'no-oversight',
      text: {
        id: 'Pengaduan tidak berkadar pengawasan',
        en: 'A complaint that needs no inquiry by the inspectorate',
      },
      deadlineWorkingDays: 14,
    },
    {
      id: 'oversight',
      text: {
        id: 'Pengaduan berkadar pengawasan yang perlu pemeriksaan lapangan',
        en: 'A complaint that needs an inquiry by the inspectorate',
      },
      deadlineWorkingDays: 60,
    },
  ],
  subjects: [
    {
      id: 'pungli',
      text: { id: 'Dimintai uang (pungutan liar)', en: 'Asked for money' },
      routedTo: 'camat',
      usualClass: 'oversight',
    },
    {
      id: 'abuse-of-authority',
      text: { id: 'Penyalahgunaan wewenang', en: 'Abuse of authority' },
      routedTo: 'camat',
      usualClass: 'oversight',
    },
    {
      id: 'discrimination',
      text: { id: 'Diskriminasi atau antrean diserobot', en: 'Discrimination, or a jumped queue' },
      routedTo: 'leader',
      usualClass: 'no-oversight',
    },
    {
      id: 'procedure',
      text: { id: 'Prosedur tidak diikuti', en: 'The procedure was not followed' },
      routedTo: 'leader',
      usualClass: 'no-oversight',
    },
    {
      id: 'quality',
      text: { id: 'Pelayanan lambat atau hasil keliru', en: 'Slow service, or a faulty result' },
      routedTo: 'leader',
      usualClass: 'light',
    },
    {
      id: 'conduct',
      text: { id: 'Sikap petugas', en: 'Conduct of an officer' },
      routedTo: 'leader',
      usualClass: 'no-oversight',
    },
    {
      id: 'facilities',
      text: { id: 'Sarana dan prasarana', en: 'Facilities' },
      routedTo: 'leader',
      usualClass: 'light',
    },
    {
      id: 'suggestion',
      text: { id: 'Saran atau pertanyaan', en: 'Suggestion or question' },
      routedTo: 'leader',
      usualClass: 'information',
    },
  ],
  national: { name: 'SP4N-LAPOR!', web: 'https://www.lapor.go.id', sms: '1708' },
}
