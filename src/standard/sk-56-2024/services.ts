// Services of SK 56/2024 — the new card is served here to the end; the others are shown their way.

import type { Elsewhere, Service } from '../service.ts'

const dinas = {
  id: 'Dinas Kependudukan dan Pencatatan Sipil (Dukcapil) Kabupaten Musi Banyuasin',
  en: 'The population and civil registration office (Dukcapil) of Musi Banyuasin regency',
}

/** Whose fingers and photo are recorded must not be recorded again: that makes a duplicate. */
const recordedAlready: Elsewhere = {
  place: dinas,
  advice: {
    id: 'Bawa berkas pada daftar ini ke Dinas Dukcapil. Anda tidak perlu direkam ulang: sidik jari dan foto sudah tersimpan. Sebelum berangkat, Anda dapat bertanya di Loket I atau lewat nomor telepon kantor kecamatan. Semua tidak dipungut biaya.',
    en: 'Bring the papers of this list to the Dukcapil office. You need not be recorded again: your fingerprints and photo are kept. Before you travel, you can ask at Loket I or by the phone number of the kecamatan office. All of it is free of charge.',
  },
}

const outsideDomicile: Elsewhere = {
  place: {
    id: 'Dinas Dukcapil terdekat dari tempat Anda sekarang; di daerah ini, Kabupaten Musi Banyuasin',
    en: 'The Dukcapil office nearest to where you are now; around here, that of Musi Banyuasin regency',
  },
  advice: {
    id: 'Kartu dapat dicetak di luar daerah asal bila Anda sudah pernah direkam dan tidak ada data yang berubah. Bila kartunya hilang, bawa juga surat kehilangan dari kepolisian; bila rusak, bawa kartunya.',
    en: 'A card can be printed away from home if you were recorded before and no data have changed. If the card was lost, bring the letter of the police too; if damaged, bring the card.',
  },
}

export const services: readonly Service[] = [
  {
    type: 'new',
    name: { id: 'KTP-el baru', en: 'New KTP-el' },
    explanation: {
      id: 'Untuk yang belum pernah direkam foto, tanda tangan, dan sidik jarinya.',
      en: 'For who never had photo, signature and fingerprints recorded.',
    },
    legalBasis: 'Perpres 96/2018 Pasal 15 dan 16',
  },
  {
    type: 'lost',
    name: { id: 'KTP-el hilang', en: 'Lost KTP-el' },
    explanation: {
      id: 'Kartu sudah pernah dimiliki dan hilang.',
      en: 'You had a card, and it is lost.',
    },
    legalBasis: 'Perpres 96/2018',
    elsewhere: recordedAlready,
  },
  {
    type: 'damaged',
    name: { id: 'KTP-el rusak', en: 'Damaged KTP-el' },
    explanation: {
      id: 'Kartu patah, terkelupas, atau tidak terbaca.',
      en: 'The card is broken, peeling or cannot be read.',
    },
    legalBasis: 'Perpres 96/2018',
    elsewhere: recordedAlready,
  },
  {
    type: 'changed-data',
    name: { id: 'Perubahan data', en: 'Changed data' },
    explanation: {
      id: 'Nama, status perkawinan, agama, pekerjaan, atau alamat pada kartu berubah.',
      en: 'Name, marital status, religion, occupation or address on the card has changed.',
    },
    legalBasis: 'Perpres 96/2018; UU 24/2013 Pasal 64 ayat (8)',
    elsewhere: recordedAlready,
  },
  {
    type: 'moved-in',
    name: { id: 'Pindah datang', en: 'Moved in' },
    explanation: {
      id: 'Baru pindah ke kecamatan ini dari daerah lain atau dari luar negeri.',
      en: 'You moved to this kecamatan from another area or from abroad.',
    },
    legalBasis: 'Perpres 96/2018; Permendagri 108/2019 Pasal 20',
    elsewhere: recordedAlready,
  },
  {
    type: 'outside-domicile',
    name: { id: 'Cetak di luar domisili', en: 'Printing away from home' },
    explanation: {
      id: 'Terdaftar di daerah lain dan memerlukan kartu di sini.',
      en: 'You are registered elsewhere and need the card here.',
    },
    legalBasis: 'Permendagri 8/2016 Pasal 15',
    elsewhere: outsideDomicile,
  },
]
