// Requirements of SK 56/2024 — the four published ones, and what the law asks in the other cases.

import type { Requirement } from '../requirement.ts'
import type { ServiceType } from '../service.ts'

const perpres96 = 'Perpres 96/2018'

/** The four of the published list, in its order. */
const published: readonly Requirement[] = [
  {
    id: 'kk',
    asPublished: 'fotocopy KK',
    text: { id: 'Fotokopi Kartu Keluarga (KK)', en: 'Photocopy of the family card (KK)' },
    explanation: {
      id: 'Bawa fotokopi KK yang terbaru; nama, NIK, dan alamat di dalamnya menjadi dasar KTP-el. Bila ada yang keliru pada KK, beri tahu petugas sebelum perekaman.',
      en: 'Bring a copy of the latest KK; its name, NIK and address are what the card is made from. If something on the KK is wrong, tell the officer before recording.',
    },
    origin: 'national',
    legalBasis: `${perpres96} Pasal 15`,
    document: 'kk',
    requiredFor: everybodyFor('new', 'lost', 'damaged', 'moved-in', 'outside-domicile'),
    waivableBy: 'nobody',
  },
  {
    id: 'age',
    asPublished: 'telah berumur 17 tahun',
    text: {
      id: 'Berusia 17 tahun, atau sudah atau pernah kawin',
      en: 'Seventeen years old, or married, or married before',
    },
    explanation: {
      id: 'Usia dihitung dari tanggal lahir pada KK. Yang berusia 16 tahun sudah dapat direkam; kartunya diserahkan mulai hari ulang tahun ke-17.',
      en: 'Age is counted from the date of birth on the KK. Who is 16 can be recorded already; the card is handed over from the 17th birthday.',
    },
    origin: 'national',
    legalBasis: 'UU 24/2013 Pasal 63 ayat (1)',
    requiredFor: everybodyFor('new'),
    waivableBy: 'nobody',
  },
  {
    id: 'ijazah',
    asPublished: 'ijazah terahir',
    text: { id: 'Ijazah terakhir', en: 'Certificate of the last school finished' },
    explanation: {
      id: 'Bawa fotokopi ijazah terakhir untuk mencocokkan nama dan tanggal lahir. Bila tidak punya ijazah, isi surat pernyataan F-1.04 di loket; permohonan tetap dilayani.',
      en: 'Bring a copy of your last school certificate, to compare name and date of birth. If you have none, fill in the statement F-1.04 at the counter; you are served all the same.',
    },
    origin: 'local',
    legalBasis: 'SK 56/2024; pada aturan nasional diminta untuk biodata (Perpres 96/2018 Pasal 4)',
    document: 'ijazah',
    substitute: 'no-document-statement',
    requiredFor: [{ service: 'new', when: 'citizen' }],
    waivableBy: 'counter-officer',
  },
  {
    id: 'f1',
    asPublished: 'f-1 yang ditandatangani oleh kepala desa',
    text: {
      id: 'Formulir F-1 yang ditandatangani Kepala Desa',
      en: 'Form F-1, signed by the village head',
    },
    explanation: {
      id: 'Isi formulir F-1 di halaman ini atau di kantor, lalu mintakan tanda tangan Kepala Desa. Tanda tangan ini tidak dipungut biaya.',
      en: 'Fill in form F-1 on this page or at the office, then have the village head sign it. The signature is free of charge.',
    },
    origin: 'local',
    legalBasis: 'SK 56/2024; formulirnya F-1.02 (Permendagri 109/2019)',
    document: 'f1',
    requiredFor: everybodyFor('new'),
    waivableBy: 'supervisor',
  },
]

/** Asked of some, by national rule. */
const byLaw: readonly Requirement[] = [
  {
    id: 'marriage-proof',
    text: { id: 'Bukti perkawinan', en: 'Proof of marriage' },
    explanation: {
      id: 'Belum 17 tahun tetapi sudah atau pernah kawin: bawa buku nikah atau akta perkawinan. Bila perkawinan belum tercatat, bawa surat pernyataan F-1.05.',
      en: 'Under 17 but married, or married before: bring the marriage book or certificate. If the marriage is not registered yet, bring the statement F-1.05.',
    },
    origin: 'national',
    legalBasis: 'UU 24/2013 Pasal 63 ayat (1)',
    document: 'marriage-proof',
    requiredFor: [{ service: 'new', when: 'married-before-card-age' }],
    waivableBy: 'supervisor',
  },
  {
    id: 'accompanying-adult',
    text: { id: 'Didampingi orang tua atau wali', en: 'Accompanied by a parent or guardian' },
    explanation: {
      id: 'Yang belum 17 tahun datang bersama orang tua atau wali. Namanya dicatat karena data yang direkam adalah data anak.',
      en: 'Who is under 17 comes with a parent or guardian. The name is noted, because what is recorded are the data of a child.',
    },
    origin: 'national',
    legalBasis: 'UU 27/2022 Pasal 25',
    requiredFor: [{ service: 'new', when: 'unmarried-before-card-age' }],
    waivableBy: 'nobody',
  },
  {
    id: 'travel-document',
    text: { id: 'Dokumen perjalanan', en: 'Travel document' },
    explanation: {
      id: 'Paspor yang masih berlaku.',
      en: 'A passport that is still valid.',
    },
    origin: 'national',
    legalBasis: `${perpres96} Pasal 16; Permendagri 108/2019 Pasal 20`,
    document: 'travel-document',
    requiredFor: [
      { service: 'new', when: 'foreigner' },
      { service: 'moved-in', when: 'foreigner' },
      { service: 'moved-in', when: 'citizen-moved-from-abroad' },
    ],
    waivableBy: 'nobody',
  },
  {
    id: 'itap-card',
    text: { id: 'Kartu izin tinggal tetap (ITAP)', en: 'Permanent stay permit card (ITAP)' },
    explanation: {
      id: 'Orang asing memiliki KTP-el selama ITAP-nya berlaku; bawa kartu ITAP yang asli.',
      en: 'A foreigner holds a KTP-el as long as the ITAP is valid; bring the ITAP card itself.',
    },
    origin: 'national',
    legalBasis: `${perpres96} Pasal 16; Permendagri 108/2019 Pasal 20 ayat (5)`,
    document: 'itap-card',
    requiredFor: [
      { service: 'new', when: 'foreigner' },
      { service: 'moved-in', when: 'foreigner' },
    ],
    waivableBy: 'nobody',
  },
  {
    id: 'police-letter',
    text: {
      id: 'Surat keterangan kehilangan dari kepolisian',
      en: 'Letter of loss from the police',
    },
    explanation: {
      id: 'Dari kantor polisi terdekat. Kehilangan dilaporkan paling lambat 14 hari.',
      en: 'From the nearest police station. A loss is reported within 14 days.',
    },
    origin: 'national',
    legalBasis: perpres96,
    document: 'police-letter',
    requiredFor: everybodyFor('lost'),
    waivableBy: 'nobody',
  },
  {
    id: 'damaged-card',
    text: { id: 'KTP-el yang rusak', en: 'The damaged KTP-el' },
    explanation: {
      id: 'Bawa kartunya, serusak apa pun; kartu lama ditarik saat yang baru diserahkan.',
      en: 'Bring the card, however damaged; it is kept when the new one is handed over.',
    },
    origin: 'national',
    legalBasis: perpres96,
    document: 'damaged-card',
    requiredFor: everybodyFor('damaged'),
    waivableBy: 'nobody',
  },
  {
    id: 'old-card',
    text: { id: 'KTP-el lama', en: 'The old KTP-el' },
    explanation: {
      id: 'Kartu lama ditarik dan dimusnahkan oleh Dinas saat yang baru diterbitkan.',
      en: 'The old card is withdrawn and destroyed by the regency office when the new one is issued.',
    },
    origin: 'national',
    legalBasis: perpres96,
    document: 'old-card',
    requiredFor: [
      ...everybodyFor('changed-data'),
      { service: 'moved-in', when: 'foreigner-moved-within-the-country' },
    ],
    waivableBy: 'nobody',
  },
  {
    id: 'event-proof',
    text: {
      id: 'Surat keterangan atau bukti perubahan',
      en: 'Proof of the event that changed the data',
    },
    explanation: {
      id: 'Misalnya buku nikah, akta cerai, ijazah, surat keterangan pemuka agama, atau penetapan pengadilan, sesuai data yang berubah.',
      en: 'For example a marriage book, a divorce certificate, a school certificate, a letter on a change of religion or a court order, according to what changed.',
    },
    origin: 'national',
    legalBasis: perpres96,
    document: 'event-proof',
    requiredFor: everybodyFor('changed-data'),
    waivableBy: 'nobody',
  },
  {
    id: 'move-letter',
    text: { id: 'Surat keterangan pindah (SKPWNI)', en: 'Letter of moving (SKPWNI)' },
    explanation: {
      id: 'Dari Dinas Dukcapil daerah asal.',
      en: 'From the Dukcapil office of where you lived before.',
    },
    origin: 'national',
    legalBasis: perpres96,
    document: 'move-letter',
    requiredFor: [{ service: 'moved-in', when: 'citizen-moved-within-the-country' }],
    waivableBy: 'nobody',
  },
  {
    id: 'move-letter-abroad',
    text: {
      id: 'Surat keterangan pindah luar negeri (SKPLN)',
      en: 'Letter of moving abroad (SKPLN)',
    },
    explanation: {
      id: 'Surat yang diterbitkan saat Anda pindah ke luar negeri.',
      en: 'The letter that was issued when you moved abroad.',
    },
    origin: 'national',
    legalBasis: 'Permendagri 108/2019 Pasal 20 ayat (4)',
    document: 'move-letter-abroad',
    requiredFor: [{ service: 'moved-in', when: 'citizen-moved-from-abroad' }],
    waivableBy: 'nobody',
  },
]

export const requirements: readonly Requirement[] = [...published, ...byLaw]

function everybodyFor(...services: readonly ServiceType[]): Requirement['requiredFor'] {
  return services.map((service) => ({ service, when: 'everybody' }))
}
