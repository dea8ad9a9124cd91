// SK 56/2024 — the published e-KTP standard of Kecamatan Tungkal Jaya; `published.txt` is its text.

import type { ServiceStandard } from '../service-standard.ts'
import { complaints } from './complaints.ts'
import { requirements } from './requirements.ts'
import { services } from './services.ts'
import { steps, stepsByLaw } from './steps.ts'

export const sk56of2024: ServiceStandard = {
  version: 'sk-56-2024',
  title: 'Standar pelayanan E-Ktp',
  decree: { number: '56 Tahun 2024', asPublished: 'No. SK : 56 Tahun 2024' },
  office: {
    name: 'Kecamatan Tungkal Jaya',
    government: 'Pemerintah Kab. Musi Banyuasin',
    addressAsPublished: 'Jln. Raya Palembang - Jambi KM. 148 Desa Peninggalan 30759 082280461751',
    street: 'Jln. Raya Palembang - Jambi KM. 148',
    village: 'Desa Peninggalan',
    kodepos: '30759',
    phone: '082280461751',
  },
  requirements,
  services,
  steps,
  stepsByLaw,
  promise: {
    counterMinutes: 10,
    asPublished: '10 Menit',
    text: {
      id: '10 menit di loket, sejak dipanggil sampai menerima tanda bukti. Pemeriksaan di pusat dan pencetakan kartu memerlukan waktu tersendiri.',
      en: '10 minutes at the counter, from being called to the receipt. The check at the center and the printing of the card take their own time.',
    },
  },
  fee: {
    rupiah: 0,
    asPublished: 'Tidak dipungut biaya',
    text: {
      id: 'Gratis. Tidak ada biaya apa pun (UU 24/2013 Pasal 79A).',
      en: 'Free. There is no charge of any kind (Law 24/2013, article 79A).',
    },
    warning: {
      id: 'Petugas yang memungut biaya diancam pidana penjara paling lama 6 tahun dan/atau denda paling banyak Rp75.000.000 (UU 24/2013 Pasal 95B). Laporkan bila Anda dimintai uang.',
      en: 'An officer who takes a fee faces up to 6 years in prison and/or a fine of up to Rp75,000,000 (Law 24/2013, article 95B). Report it if you are asked for money.',
    },
  },
  products: [
    {
      asPublished: 'Pelayanan E-KTP',
      text: { id: 'Pelayanan KTP-el', en: 'The KTP-el service' },
    },
  ],
  ages: { card: 17, earlyRecording: 16 },
  complaints,
}
