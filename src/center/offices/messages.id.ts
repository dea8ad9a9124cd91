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
  key: 'Kunci',
  keyGood: 'Berlaku',
  keyRevoked: 'Dicabut',
  revokedOn: (date: string) => `Dicabut ${date}`,
  revoke: 'Cabut kunci',
  revokeFor: (name: string) => `Cabut kunci ${name}`,
  revokeTitle: (name: string) => `Cabut kunci ${name}?`,
  revokeHelp:
    'Kantor ini tidak dapat lagi mengirim atau menerima kabar; yang sudah diterima tetap diproses. Pencabutan tidak dapat dibatalkan: kantor mendaftar lagi dengan kode baru.',
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
