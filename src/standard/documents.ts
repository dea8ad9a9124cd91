// Documents — what each kind of paper is called, on a list and beside its scan.

import type { Bilingual } from './bilingual.ts'
import type { DocumentKind } from './requirement.ts'

export const documentNames: Readonly<Record<DocumentKind, Bilingual>> = {
  kk: { id: 'Kartu Keluarga (KK)', en: 'Family card (KK)' },
  ijazah: { id: 'Ijazah terakhir', en: 'Last school certificate' },
  'no-document-statement': {
    id: 'Surat pernyataan F-1.04 (tidak memiliki dokumen)',
    en: 'Statement F-1.04 (of having no document)',
  },
  f1: {
    id: 'Formulir F-1 yang ditandatangani Kepala Desa',
    en: 'Form F-1, signed by the village head',
  },
  'marriage-proof': {
    id: 'Buku nikah, akta perkawinan, atau pernyataan F-1.05',
    en: 'Marriage book, marriage certificate or statement F-1.05',
  },
  'travel-document': { id: 'Paspor', en: 'Passport' },
  'itap-card': { id: 'Kartu ITAP', en: 'ITAP card' },
  'police-letter': { id: 'Surat kehilangan dari kepolisian', en: 'Letter of loss from the police' },
  'damaged-card': { id: 'KTP-el yang rusak', en: 'The damaged KTP-el' },
  'old-card': { id: 'KTP-el lama', en: 'The old KTP-el' },
  'event-proof': { id: 'Bukti perubahan', en: 'Proof of the change' },
  'move-letter': { id: 'Surat keterangan pindah (SKPWNI)', en: 'Letter of moving (SKPWNI)' },
  'move-letter-abroad': {
    id: 'Surat keterangan pindah luar negeri (SKPLN)',
    en: 'Letter of moving abroad (SKPLN)',
  },
}
