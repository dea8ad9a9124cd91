// Steps of SK 56/2024 — the eleven published lines, what each means, and who acts where.

import type { Step, StepByLaw } from '../service-standard.ts'

export const steps: readonly Step[] = [
  {
    line: 1,
    asPublished: 'Prosedur dan Tata Cara penerbitan e-KTP adalah sebagai berikut',
    text: { id: 'Tata cara penerbitan KTP-el', en: 'How a KTP-el is issued' },
  },
  {
    line: 2,
    asPublished:
      'Pemohon/pelanggan mengutarakan maksud dan tujuan jenis pelayanan yang dibutuhkan kepada petugas informasi',
    text: {
      id: 'Anda menyampaikan keperluan kepada petugas informasi',
      en: 'You tell the information officer what you need',
    },
    act: { actor: 'resident', stage: 'desk' },
  },
  {
    line: 3,
    asPublished: 'Petugas informasi memberikan Formulir (F-1) untuk diisi oleh pemohon',
    text: {
      id: 'Anda menerima dan mengisi Formulir F-1, di sini atau di kertas',
      en: 'You receive and fill in form F-1, here or on paper',
    },
    act: { actor: 'information-officer', stage: 'form' },
  },
  {
    line: 4,
    asPublished:
      'Pemohon membawa Formulir (F-1) yang telah diisi untuk ditanda tangani Kepala Desa/Lurah, sebelum diserahkan kembali',
    text: {
      id: 'Kepala Desa menandatangani Formulir F-1',
      en: 'The village head signs form F-1',
    },
    act: { actor: 'village-head', stage: 'village' },
  },
  {
    line: 5,
    asPublished: 'Loker I Pelayanan Kecamatan',
    text: {
      id: 'Anda dipanggil ke Loket I Pelayanan Kecamatan',
      en: 'You are called to Loket I, the service counter of the kecamatan',
    },
    act: { actor: 'counter-officer', stage: 'queue' },
  },
  {
    line: 6,
    asPublished:
      'Petugas pelayanan di kecamatan menerima dan meneliti kelengkapan berkas persyaratan',
    text: {
      id: 'Petugas menerima dan memeriksa kelengkapan berkas',
      en: 'The officer receives your papers and checks that they are complete',
    },
    act: { actor: 'counter-officer', stage: 'counter' },
  },
  {
    line: 7,
    asPublished:
      'Petugas operator KTP melakukan pengambilan dan perekaman pas photo, tanda tangan, dan sidik jari penduduk',
    text: {
      id: 'Operator merekam foto, tanda tangan, dan sidik jari Anda',
      en: 'The operator records your photo, signature and fingerprints',
    },
    act: { actor: 'operator', stage: 'capture' },
  },
  {
    line: 8,
    asPublished: 'Petugas operator membubuhkan tanda tangan dan stempel pada saat pendataan',
    text: {
      id: 'Operator menandatangani dan membubuhkan stempel; Anda menerima tanda bukti perekaman',
      en: 'The operator signs and stamps; you receive the receipt of recording',
    },
    act: { actor: 'operator', stage: 'attestation' },
  },
  {
    line: 9,
    asPublished:
      'Petugas operator melakukan penyimpanan biodata penduduk ke dalam data base KTP Kecamatan',
    text: {
      id: 'Rekaman disimpan dalam basis data KTP kecamatan',
      en: 'The recording is stored in the kecamatan’s database',
    },
    act: { actor: 'operator', stage: 'register' },
  },
  {
    line: 10,
    asPublished:
      'Database dikirim melalui jaringan komunikasi data ke server Automated Fingerprint Identification System di Data Center Kementerian Dalam Negeri',
    text: {
      id: 'Rekaman dikirim ke pusat data Kementerian Dalam Negeri, yang memastikan sidik jari Anda hanya terdaftar satu kali',
      en: 'The recording is sent to the data center of the Ministry of Home Affairs, which makes sure that your fingerprints are registered only once',
    },
    act: { actor: 'system', stage: 'outbox' },
  },
  {
    line: 11,
    asPublished: 'Pencetakan KTP Elektronik',
    text: { id: 'Kartu dicetak', en: 'The card is printed' },
    act: { actor: 'operator', stage: 'printing' },
  },
]

export const stepsByLaw: readonly StepByLaw[] = [
  {
    text: {
      id: 'Anda mengambil kartu sendiri; sidik jari Anda dicocokkan, lalu kartu aktif',
      en: 'You collect the card yourself; your finger is compared, and the card is active',
    },
    act: { actor: 'operator', stage: 'handover' },
    legalBasis: 'Permendagri 8/2016 Pasal 5 ayat (1)',
  },
]
