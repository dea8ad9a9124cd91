// Words of the offices page — in Indonesian.

export const messages = {
  title: 'Kantor',
  lead: 'Kantor yang terhubung, dan kode sekali pakai untuk kantor baru.',
  offices: 'Kantor terdaftar',
  none: 'Belum ada kantor yang terdaftar',
  noneHelp: 'Buat kode, lalu berikan kepada petugas kantor yang baru.',
  name: 'Nama kantor',
  enrolled: 'Terdaftar sejak',
  last: 'Kiriman terakhir',
  never: 'Belum pernah',
  packets: 'Kiriman',
  newCode: 'Kode untuk kantor baru',
  madeFor: 'Nama kantor yang akan memakai kode ini',
  make: 'Buat kode',
  codeTitle: (name: string) => `Kode untuk ${name}`,
  codeHelp: (when: string) =>
    `Berlaku sekali, sampai ${when}. Kode ini hanya ditampilkan sekarang: catat, lalu sampaikan langsung.`,
  openCodes: 'Kode yang belum dipakai',
  until: (when: string) => `berlaku sampai ${when}`,
}

export type Messages = typeof messages
