// Messages — what is said about accounts, sign-in and the audit log, in Indonesian.

import type { StaffMessages } from './issues.ts'
import { isRole, roleName } from './roles.ts'

const wait = (seconds: number) =>
  seconds < 60 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`

export const staffMessagesId: StaffMessages = {
  'account.name': ({ min, max }) =>
    `Nama akun terdiri dari ${min} sampai ${max} huruf kecil atau angka, boleh dengan titik, strip atau garis bawah di tengahnya.`,
  'account.display-name': ({ max }) => `Isi nama petugas, paling banyak ${max} huruf.`,
  'account.role': () => 'Pilih salah satu peran yang ada di aplikasi ini.',
  'account.village-needed': () => 'Pilih desa yang dipimpin kepala desa ini.',
  'account.village-unexpected': ({ role }) =>
    `Peran ${roleName(role, 'id')} tidak terikat pada satu desa. Kosongkan pilihan desa.`,
  'account.village': ({ villageCode }) => `Kode desa ${villageCode} tidak dikenal.`,
  'account.name-taken': ({ name }) => `Nama akun ${name} sudah dipakai. Pilih nama lain.`,
  'account.too-many': ({ max }) => `Sudah ada ${max} akun; tidak dapat dibuat lebih banyak.`,
  'account.unknown': () => 'Akun ini tidak ditemukan. Muat ulang daftar akun.',
  'account.last-administrator': () =>
    'Ini administrator aktif yang terakhir. Aktifkan atau buat administrator lain dahulu.',
  'administrator.exists': () =>
    'Sudah ada administrator. Mintalah akun kepadanya melalui halaman administrasi.',
  'audit.broken': ({ seq }) =>
    `Catatan nomor ${seq} hilang atau telah diubah. Jangan hapus apa pun; laporkan kepada pimpinan.`,
  'key.none': () => 'Akun ini belum mempunyai kunci tanda tangan. Hubungi administrator.',
  'origin.foreign': () => 'Permintaan ini datang dari halaman lain dan ditolak.',
  'password.long': ({ max }) => `Kata sandi paling panjang ${max} huruf.`,
  'password.name': () => 'Kata sandi tidak boleh memuat nama akun.',
  'password.same': () => 'Kata sandi baru harus berbeda dari yang lama.',
  'password.short': ({ length, min }) =>
    `Kata sandi paling sedikit ${min} huruf; yang diketik ${length}.`,
  'password.wrong': () => 'Kata sandi yang sekarang tidak cocok.',
  'role.not-allowed': ({ role }) =>
    `Halaman ini bukan untuk peran ${isRole(role) ? roleName(role, 'id') : role}. Masuklah dengan akun yang berwenang.`,
  'session.none': () => 'Anda belum masuk, atau waktu masuk Anda sudah habis. Silakan masuk lagi.',
  'session.password-first': () => 'Ganti dahulu kata sandi sekali pakai Anda.',
  'session.too-many': ({ waitSeconds }) =>
    `Terlalu banyak percobaan. Coba lagi setelah ${wait(waitSeconds)}.`,
  'session.wrong': () => 'Nama akun atau kata sandi tidak cocok.',
}
