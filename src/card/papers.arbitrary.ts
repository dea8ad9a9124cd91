// Papers — made-up words for every paper, for tests; all numbers lie in the kecamatan 160699.

import fc from 'fast-check'
import sharp from 'sharp'
import { readPrintFonts } from '#kit/node/fonts'
import type { CardFields } from './card-fields.ts'
import type { CardPictures } from './card-layer.ts'
import type { ChecklistFields } from './checklist.ts'
import type { FormF1Fields } from './form-f1.ts'
import type { PaperOptions } from './paper.ts'
import type { PosterFields } from './poster.ts'
import type { ReceiptFields } from './receipt.ts'

const head = {
  government: 'Pemerintah Kabupaten Musi Banyuasin',
  office: 'Kecamatan Tungkal Jaya',
  address: 'Jln. Raya Palembang – Jambi KM 148, Desa Peninggalan 30759',
  phone: '0822 8046 1751',
}

export const at = Date.UTC(2026, 2, 14, 2, 41)

export async function sampleOptions(): Promise<PaperOptions> {
  return { fonts: await readPrintFonts(), at, sample: true }
}

export const sampleForm: FormF1Fields = {
  head,
  formVersion: 'F-1.02 · Permendagri 109 Tahun 2019',
  code: 'TJ-7K4M-2Q',
  link: 'https://loket.example/k/TJ-7K4M-2Q',
  fullName: 'SITI NURHALIZAH CONTOH',
  nik: '1606995708090001',
  nomorKk: '1606991203150002',
  purpose: 'new',
  biodata: [
    { label: 'Tempat, tgl lahir', value: 'PENINGGALAN, 17-08-2009' },
    { label: 'Jenis kelamin', value: 'PEREMPUAN' },
    { label: 'Alamat', value: 'DUSUN II' },
    { label: 'RT / RW', value: '003/001' },
  ],
  attachments: [
    { label: 'Fotokopi Kartu Keluarga', isTicked: true },
    { label: 'Ijazah terakhir', isTicked: false },
  ],
  placeAndDate: 'Peninggalan, 14 Maret 2026',
  officer: 'Rina Marlina (contoh)',
  endorsement: { kind: 'digital', office: 'Kepala Desa Peninggalan', name: 'H. Ahmad Contoh' },
}

const fingerNames = ['Jempol', 'Telunjuk', 'Jari tengah', 'Jari manis', 'Kelingking']

export const sampleReceipt: ReceiptFields = {
  head,
  number: 'TBP-2026-000123',
  ticket: 'A-017',
  placeAndTime: 'Peninggalan, 14 Maret 2026, 09.41 WIB',
  stampDay: '14 MAR 2026',
  fullName: 'SITI NURHALIZAH CONTOH',
  nik: '1606 9957 0809 0001',
  service: 'KTP-el baru',
  captured: [
    { label: 'Pas foto', isTicked: true },
    { label: 'Tanda tangan', isTicked: true },
  ],
  fingers: (['kanan', 'kiri'] as const).flatMap((hand) =>
    fingerNames.map((name) => {
      const isCaptured = !(hand === 'kiri' && name === 'Telunjuk')
      return { label: `${name} ${hand}`, hand, isCaptured, reason: isCaptured ? '' : 'luka' }
    }),
  ),
  operator: 'Rina Marlina (contoh)',
  digest: '9f2a 41c0 77de 0b13',
  link: 'https://loket.example/v/TBP-2026-000123',
  code: 'V7K4-M2QX',
  complaints: 'SMS 0822 8046 1751',
}

export const sampleChecklist: ChecklistFields = {
  head,
  ticket: 'A-017',
  service: 'KTP-el baru',
  day: 'Sabtu, 14 Maret 2026',
  requirements: [
    { label: 'Fotokopi Kartu Keluarga', note: 'bawa juga aslinya', isTicked: true },
    { label: 'Ijazah terakhir', note: '', isTicked: false },
  ],
  steps: ['Kepala Desa menandatangani Formulir F-1', 'Anda dipanggil ke Loket I'],
  promise: '10 menit di loket',
  complaints: 'SMS 0822 8046 1751',
  link: 'https://loket.example/s/TJ-7K4M-2Q',
  code: 'TJ-7K4M-2Q',
}

export const samplePoster: PosterFields = {
  head,
  title: 'Standar pelayanan KTP-el',
  decree: 'SK Nomor 56 Tahun 2024',
  requirements: ['Fotokopi Kartu Keluarga', 'Ijazah terakhir'],
  steps: ['Anda menyampaikan keperluan kepada petugas informasi', 'Kartu dicetak'],
  time: '10 menit',
  fee: 'Gratis',
  product: 'Pelayanan KTP-el',
  complaints: ['Kirim SMS: 0822 8046 1751', 'Masukkan saran ke kotak saran'],
  link: 'https://loket.example',
}

export const sampleCard: CardFields = {
  province: 'Provinsi Sumatera Selatan',
  regency: 'Kabupaten Musi Banyuasin',
  nik: '1606995708090001',
  name: 'Siti Nurhalizah Contoh',
  birth: 'Peninggalan, 17-08-2009',
  sex: 'Perempuan',
  bloodType: 'O',
  address: 'Dusun II',
  rtRw: '003/001',
  village: 'Peninggalan',
  kecamatan: 'Tungkal Jaya',
  religion: 'Islam',
  maritalStatus: 'Belum kawin',
  occupation: 'Pelajar/Mahasiswa',
  citizenship: 'WNI',
  validUntil: 'Seumur hidup',
  issuedAt: 'Musi Banyuasin',
  issuedOn: '14-03-2026',
}

/** The longest words the law and the code lists allow, and an address of a hundred letters. */
export const longCard: CardFields = {
  ...sampleCard,
  name: 'RADEN MAS MUHAMMAD ABDURRAHMAN WICAKSONO KUSUMANINGRAT SURYA',
  birth: 'KABUPATEN PENUKAL ABAB LEMATANG ILIR, 31-12-1999',
  bloodType: 'AB+',
  address:
    'JALAN RAYA PALEMBANG JAMBI KILOMETER 148 GANG MASJID BAITURRAHMAN NOMOR 12 BLOK C LANTAI DUA',
  religion: 'KEPERCAYAAN TERHADAP TUHAN YME',
  occupation: 'ANGGOTA LEMBAGA TINGGI LAINNYA',
  issuedAt: 'PENUKAL ABAB LEMATANG ILIR',
}

const words = fc.stringMatching(/^[A-Z]{1,24}( [A-Z]{1,24}){0,5}$/)

/** Cards with values of any length, some of one endless word. */
export const anyCard: fc.Arbitrary<CardFields> = fc
  .record({ name: words, birth: words, address: words, occupation: words, bloodType: words })
  .map((values) => ({ ...sampleCard, ...values }))

export async function samplePictures(): Promise<CardPictures> {
  const gray = { r: 120, g: 120, b: 130 }
  const canvas = { width: 400, height: 600, channels: 3, background: gray } as const
  const photo = await sharp({ create: canvas }).jpeg().toBuffer()
  const stroke =
    '<path d="M20 90q60-80 90-20t60-30 90 30" fill="none" stroke="#000" stroke-width="6"/>'
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="130">${stroke}</svg>`
  const signature = await sharp(Buffer.from(drawing)).png().toBuffer()
  return { photo: new Uint8Array(photo), signature: new Uint8Array(signature) }
}
