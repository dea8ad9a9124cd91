// Messages, Indonesian — what a resident or an officer reads of this room.

import { longDate } from './date-words.ts'
import type { FieldLabels, ResidentMessages } from './message-catalog.ts'

const listNames: Readonly<Record<string, string>> = {
  sex: 'jenis kelamin',
  'blood-type': 'golongan darah',
  religion: 'agama',
  'marital-status': 'status perkawinan',
  'card-marital-status': 'status perkawinan',
  shdk: 'hubungan dalam keluarga',
  education: 'pendidikan',
  disability: 'disabilitas',
  citizenship: 'kewarganegaraan',
  occupation: 'pekerjaan',
  'accompanying-relation': 'hubungan pendamping',
}

export const messages: ResidentMessages = {
  'field.missing': () => 'Bagian ini belum diisi.',
  'field.not-text': () => 'Isian ini tidak terbaca. Silakan ketik ulang.',
  'field.not-a-group': () => 'Isian bagian ini tidak terbaca. Silakan isi ulang.',

  'nik.length': ({ length }) => `NIK terdiri dari 16 angka; yang diketik ${length}.`,
  'nik.not-a-digit': ({ index }) =>
    `NIK hanya berisi angka; tanda ke-${index + 1} bukan angka. Huruf O sering tertukar dengan angka 0.`,
  'nik.day': ({ written }) =>
    `Angka ke-7 dan ke-8 NIK (${written}) bukan tanggal lahir: 01–31 untuk laki-laki, 41–71 untuk perempuan. Mohon periksa lagi pada KK.`,
  'nik.month': ({ written }) =>
    `Angka ke-9 dan ke-10 NIK (${written}) bukan bulan. Mohon periksa lagi pada KK.`,
  'nik.serial-zero': () =>
    'Empat angka terakhir NIK tidak mungkin 0000. Mohon periksa lagi pada KK.',
  'nik.other-sex': ({ written }) =>
    `Menurut NIK, jenis kelaminnya ${written === 'male' ? 'laki-laki' : 'perempuan'}. Mohon cocokkan dengan KK; NIK tetap berlaku walau berbeda.`,
  'nik.other-birth-date': ({ day, month, yearOfCentury }) =>
    `Menurut NIK, tanggal lahirnya ${two(day)}-${two(month)}-..${two(yearOfCentury)}. Mohon cocokkan dengan KK; NIK tetap berlaku walau berbeda.`,
  'nik.area-unknown': ({ wilayah }) =>
    `Kode wilayah ${wilayah} pada NIK tidak ada dalam daftar 2015–2025. Mohon cocokkan dengan KK; NIK lama dapat memakai kode yang sudah dihapus.`,

  'nomor-kk.length': ({ length }) => `Nomor KK terdiri dari 16 angka; yang diketik ${length}.`,
  'nomor-kk.not-a-digit': ({ index }) =>
    `Nomor KK hanya berisi angka; tanda ke-${index + 1} bukan angka.`,
  'nomor-kk.day': ({ written }) =>
    `Angka ke-7 dan ke-8 nomor KK (${written}) bukan tanggal. Mungkin yang diketik adalah NIK.`,
  'nomor-kk.month': ({ written }) =>
    `Angka ke-9 dan ke-10 nomor KK (${written}) bukan bulan. Mohon periksa lagi pada KK.`,
  'nomor-kk.serial-zero': () =>
    'Empat angka terakhir nomor KK tidak mungkin 0000. Mohon periksa lagi pada KK.',

  'name.empty': () => 'Nama belum diisi.',
  'name.length': ({ length, lengthMax }) =>
    `Nama paling panjang ${lengthMax} huruf termasuk spasi; yang diketik ${length}.`,
  'name.not-a-letter': ({ written }) =>
    `Nama ditulis dengan huruf Latin; tanda “${written}” tidak dapat dipakai.`,
  'name.one-word': () => 'Nama hanya satu kata. Mohon pastikan sesuai KK; nama lama tetap berlaku.',
  'name.punctuation': () =>
    'Nama memakai tanda baca. Mohon pastikan sesuai KK; nama lama tetap berlaku.',
  'name.abbreviated': () => 'Ada bagian nama yang disingkat. Mohon pastikan sesuai KK.',

  'birth-place.length': ({ length, lengthMax }) =>
    `Tempat lahir paling panjang ${lengthMax} huruf; yang diketik ${length}.`,
  'birth-place.not-a-letter': ({ written }) =>
    `Tempat lahir ditulis dengan huruf; tanda “${written}” tidak dapat dipakai.`,

  'date.form': () => 'Tanggal ditulis hari-bulan-tahun, misalnya 22-11-2009.',
  'date.month': () => 'Bulan ditulis 01 sampai 12.',
  'date.day': ({ daysInMonth }) => `Bulan itu hanya sampai tanggal ${daysInMonth}.`,
  'birth-date.future': ({ today }) =>
    `Tanggal lahir tidak mungkin sesudah hari ini (${longDate(today, 'id')}).`,
  'birth-date.too-long-ago': ({ age }) =>
    `Menurut tanggal ini usianya ${age} tahun. Mohon periksa lagi tahun lahirnya.`,

  'code-list.unknown': ({ list, written }) =>
    `“${written}” tidak ada dalam daftar ${listNames[list] ?? 'pilihan'}. Silakan pilih dari daftar.`,

  'wilayah.village-form': () =>
    'Kode desa/kelurahan terdiri dari 10 angka, misalnya 16.06.12.2001. Silakan pilih dari daftar.',
  'wilayah.village-kind': () =>
    'Kode ini bukan kode desa atau kelurahan. Silakan pilih dari daftar.',
  'wilayah.kecamatan-form': () =>
    'Kode kecamatan terdiri dari 6 angka, misalnya 16.06.12. Silakan pilih dari daftar.',

  'address.street-length': ({ length, lengthMax }) =>
    `Alamat paling panjang ${lengthMax} huruf; yang diketik ${length}.`,
  'address.rt-form': () => 'RT ditulis dengan angka, paling banyak tiga, misalnya 003.',
  'address.rw-form': () => 'RW ditulis dengan angka, paling banyak tiga, misalnya 001.',
  'address.kodepos-form': () => 'Kode pos terdiri dari 5 angka, misalnya 30756.',
  'address.rt-zero': () => 'RT 000. Mohon pastikan sesuai KK.',
  'address.rw-zero': () => 'RW 000. Mohon pastikan sesuai KK.',

  'phone.form': () => 'Nomor telepon hanya berisi angka, misalnya 0812-3456-7890.',
  'phone.not-mobile': () => 'Mohon isi nomor HP yang dapat menerima SMS, diawali 08 atau +62.',
  'phone.length': ({ digits }) =>
    `Nomor HP terdiri dari 10 sampai 13 angka; yang diketik ${digits}.`,
  'email.form': () => 'Alamat email ini tidak lengkap, misalnya nama@contoh.id.',

  'itap.missing': () => 'Orang asing memerlukan ITAP untuk memiliki KTP-el. Mohon isi data ITAP.',
  'itap.number': () => 'Nomor ITAP terdiri dari huruf dan angka. Mohon periksa lagi pada kartunya.',
  'itap.expired': ({ validUntil }) =>
    `ITAP ini berlaku sampai ${longDate(validUntil, 'id')}. Mohon perpanjang dahulu di kantor imigrasi.`,
  'accompanying-adult.missing': ({ age }) =>
    `Pemohon berusia ${age} tahun. Mohon isi nama orang tua atau wali yang mendampingi.`,

  'biodata.very-old': ({ age }) => `Usianya ${age} tahun. Mohon pastikan tahun lahir sesuai KK.`,
  'biodata.married-young': ({ age }) =>
    `Sudah atau pernah kawin pada usia ${age} tahun. Mohon lihat buku nikah, akta perkawinan, atau surat pernyataan F-1.05.`,
  'biodata.nomor-kk-is-nik': () =>
    'Nomor KK sama dengan NIK. Keduanya nomor yang berbeda; mohon periksa pada KK.',
  'biodata.accompanying-adult-is-resident': () =>
    'NIK pendamping sama dengan NIK pemohon. Mohon isi NIK orang yang mendampingi.',
  'biodata.alone-under-eighteen': ({ age }) =>
    `Pemohon berusia ${age} tahun dan tanpa pendamping. Bila ada orang tua atau wali yang ikut, catat namanya; bila tidak, layanan tetap berjalan.`,
  'biodata.village-unknown': ({ village }) =>
    `Kode desa/kelurahan ${village} tidak ada dalam daftar. Mohon cocokkan dengan KK.`,
  'biodata.other-kecamatan': ({ village }) =>
    `Alamat (${village}) di luar kecamatan ini. Mohon pastikan apakah pemohon sudah pindah datang.`,

  'eligibility.by-age': ({ age }) => `Usia ${age} tahun: wajib memiliki KTP-el.`,
  'eligibility.by-marriage': () => 'Sudah atau pernah kawin: wajib memiliki KTP-el.',
  'eligibility.recorded-early': ({ age, cardFrom }) =>
    `Usia ${age} tahun: sudah dapat direkam sekarang. Kartu diserahkan mulai ${longDate(cardFrom, 'id')}, saat berusia 17 tahun.`,
  'eligibility.too-young': ({ recordedFrom, cardFrom }) =>
    `Belum dapat direkam. Perekaman dapat dilakukan mulai ${longDate(recordedFrom, 'id')} (16 tahun), dan kartu diserahkan mulai ${longDate(cardFrom, 'id')} (17 tahun). Bila sudah kawin, mohon tunjukkan buktinya.`,
}

export const labels: FieldLabels = {
  biodata: 'Formulir',
  nik: 'NIK',
  nomorKk: 'Nomor KK',
  name: 'Nama lengkap',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  bloodType: 'Golongan darah',
  religion: 'Agama',
  maritalStatus: 'Status perkawinan',
  occupation: 'Pekerjaan',
  education: 'Pendidikan terakhir',
  citizenship: 'Kewarganegaraan',
  address: 'Alamat',
  'address.street': 'Jalan atau dusun',
  'address.rt': 'RT',
  'address.rw': 'RW',
  'address.village': 'Desa/Kelurahan',
  'address.kodepos': 'Kode pos',
  phone: 'Nomor HP',
  email: 'Email',
  disability: 'Disabilitas',
  shdk: 'Hubungan dalam keluarga',
  itap: 'ITAP',
  'itap.number': 'Nomor ITAP',
  'itap.validUntil': 'ITAP berlaku sampai',
  accompanyingAdult: 'Pendamping',
  'accompanyingAdult.name': 'Nama pendamping',
  'accompanyingAdult.relation': 'Hubungan pendamping',
  'accompanyingAdult.nik': 'NIK pendamping',
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
