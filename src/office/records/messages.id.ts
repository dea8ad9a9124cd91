// Messages — words about the scanner at an officer's computer, in Indonesian.

export const messages = {
  looking: 'Mencari pemindai sidik jari di komputer ini…',
  none: 'Pemindai sidik jari belum ditemukan',
  noneHelp: (first: number, last: number) =>
    `Periksa kabelnya dan pastikan program pemindai (SBI) berjalan di komputer ini, pada port ${first}–${last}. Bila peramban menanyakan izin akses jaringan lokal, pilih “Izinkan”. Hasil yang sudah ada tetap tersimpan.`,
  again: 'Cari lagi',
  found: (name: string) => `Pemindai siap: ${name}`,
  silent: 'Pemindai tidak menjawab. Periksa kabelnya, lalu coba lagi.',
}

export type Messages = typeof messages
