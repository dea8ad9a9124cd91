// Words of the tracker — in Indonesian.

import type { Step } from './journey.ts'

export const messages = {
  title: 'Lacak permohonan',
  lead: 'Nomor tiket ada pada tiket Anda, diawali TJ.',
  back: 'Halaman depan',
  ticket: 'Nomor tiket',
  ticketHelp: 'Misalnya TJ-261122-017.',
  ticketMissing: 'Isi nomor tiket lebih dahulu.',
  birthDate: 'Tanggal lahir pemohon',
  birthDateMissing: 'Isi tanggal lahir lebih dahulu.',
  look: 'Lihat permohonan',
  another: 'Lacak tiket lain',
  titleOf: (ticket: string) => `Tiket ${ticket}`,
  asOf: (time: string) => `Keadaan pukul ${time}`,
  lookAgain: 'Perbarui',
  journey: 'Perjalanan permohonan',
  steps: {
    opened: 'Permohonan dibuka',
    form: 'Formulir F-1 diisi',
    village: 'Disetujui kepala desa',
    counter: 'Berkas diperiksa di Loket I',
    capture: 'Foto, tanda tangan, dan sidik jari direkam',
    receipt: 'Tanda bukti perekaman',
    sent: 'Dikirim ke pusat data',
    examined: 'Diperiksa pusat data',
    printed: 'Kartu dicetak',
    issued: 'Kartu diserahkan',
  } satisfies Record<Step, string>,
  /** Who must act next, by what the case waits for. */
  turns: {
    form: 'Giliran Anda: lengkapi formulir F-1 di meja informasi kantor kecamatan.',
    village: 'Giliran kepala desa. Anda tidak perlu melakukan apa-apa.',
    queue: 'Giliran Anda: datang ke kantor dengan berkas, minta nomor antrean di meja informasi.',
    called: 'Giliran Anda: Anda dipanggil ke Loket I.',
    capture: 'Giliran Anda: perekaman di kantor.',
    attestation: 'Giliran operator: memeriksa dan memberi cap tanda bukti.',
    register: 'Giliran operator: menyimpan perekaman.',
    outbox: 'Dikirim dengan sendirinya begitu jaringan tersambung. Anda tidak perlu menunggu.',
    center: 'Giliran pusat data. Anda tidak perlu menunggu di kantor.',
    adjudication: 'Giliran ahli di pusat data: sidik jari diperiksa oleh seorang ahli.',
    printing: 'Giliran kantor: mencetak kartu, menurut urutan dan tersedianya blangko.',
    printer: 'Kartu sedang dicetak.',
    handover: 'Giliran Anda: ambil kartu di kantor. Datang sendiri, sidik jari dicocokkan.',
    done: 'Selesai. Kartu sudah Anda terima.',
    failed:
      'Perlu tindak lanjut. Datang ke kantor kecamatan; petugas membantu. Tidak dipungut biaya.',
    closed: 'Permohonan ini ditutup. Tanyakan di meja informasi bila ada yang kurang jelas.',
  } as Readonly<Record<string, string>>,
  returnedBy: {
    village: 'Dikembalikan kepala desa',
    counter: 'Dikembalikan petugas loket',
  },
  returnedNext: {
    village: 'Datang ke meja informasi dengan KK; petugas memperbaiki formulir bersama Anda.',
    counter: 'Lengkapi yang disebut di atas, lalu datang lagi. Anda tidak mulai dari awal.',
  },
  clocks: 'Waktu pelayanan',
  clockNames: {
    counter: 'Di loket',
    center: 'Pemeriksaan di pusat data',
    card: 'Sampai kartu diserahkan',
  },
  promised: (minutes: number) => `janji ${minutes} menit`,
  running: 'masih berjalan',
  notYet: 'belum dimulai',
  free: 'Semua layanan ini tidak dipungut biaya.',
  complain: 'Sampaikan pengaduan',
}

export type Messages = typeof messages
