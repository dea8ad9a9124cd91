// Replies — what an SMS is answered: one message each where it can be, no NIK, no name; Indonesian.

import type { WaitingAt } from '#enrollment/stage'
import type { CalendarDate } from '#resident/calendar-date'
import { paperDate } from '#resident/date-words'

const free = 'e-KTP GRATIS.'

const waiting: Readonly<Record<WaitingAt, string>> = {
  form: 'menunggu formulir F-1 diisi atau diperbaiki',
  village: 'menunggu persetujuan kepala desa',
  queue: 'formulir sudah disetujui, silakan datang ke loket kecamatan',
  called: 'sedang dipanggil ke loket',
  capture: 'berkas diterima, menunggu perekaman',
  attestation: 'perekaman selesai, menunggu tanda bukti',
  register: 'perekaman selesai, sedang dicatat',
  outbox: 'menunggu dikirim ke pusat',
  center: 'sedang diperiksa di pusat',
  adjudication: 'sedang diperiksa petugas ahli di pusat',
  printing: 'data sudah tunggal, menunggu kartu dicetak',
  printer: 'kartu sedang dicetak',
  handover: 'kartu SUDAH JADI. Silakan ambil sendiri di kecamatan, sidik jari akan dicocokkan',
  done: 'kartu sudah diserahkan',
  failed: 'tidak dapat dilanjutkan. Silakan datang ke kecamatan',
  closed: 'permohonan sudah ditutup',
}

export const replies = {
  help: `Ketik ADUAN <isi pengaduan>, atau STATUS <nomor tiket>. Contoh: STATUS TJ-261122-017. Kec. Tungkal Jaya. ${free}`,
  filed: (number: string, dueOn: string, code: string) =>
    `Pengaduan ${number} diterima. Dijawab lewat SMS paling lambat ${paperDate(dueOn as CalendarDate)}. Kode ${code}. Cek: ketik STATUS ${number}`,
  caseStatus: (ticket: string, at: WaitingAt) => `${ticket}: ${waiting[at]}. ${free}`,
  complaintOpen: (number: string, dueOn: string) =>
    `${number} sedang ditangani, dijawab paling lambat ${paperDate(dueOn as CalendarDate)}.`,
  complaintAnswer: (number: string, text: string) => `Jawaban ${number}: ${text}`,
  unknown: 'Nomor ini tidak kami temukan. Periksa nomor pada tiket atau bukti pengaduan Anda.',
}
