// Messages — words of the receipt's public check, in Indonesian.

export const messages = {
  title: 'Periksa tanda bukti',
  lead: 'Pindai kode QR pada tanda bukti perekaman, atau ketik kode di bawahnya.',
  code: 'Kode pada tanda bukti',
  codeHelp: 'Delapan huruf dan angka di bawah kode QR, misalnya 7K3M-9QXD. Isi QR juga boleh.',
  check: 'Periksa',
  empty: 'Ketik kodenya dahulu.',
  checking: 'Sedang diperiksa…',
  valid: 'Tanda bukti ini asli',
  validHelp: (office: string) => `Dibuat dan ditandatangani ${office}.`,
  invalid: 'Tanda bukti ini tidak asli, atau kodenya keliru',
  invalidHelp:
    'Periksa lagi kodenya huruf demi huruf. Bila tetap tidak cocok, tanda bukti ini tidak dibuat kantor ini atau sudah diubah; tanyakan ke loket.',
  number: 'Nomor',
  when: 'Ditandatangani',
  office: 'Kantor',
  fingers: 'Sidik jari terekam',
  fingersCount: (count: number) => `${count} jari`,
  digest: 'Sidik data',
  digestHelp: 'Cocokkan dengan sidik data yang tercetak di dekat nama operator.',
  privacy: 'Halaman ini tidak menampilkan nama atau NIK siapa pun.',
  another: 'Periksa yang lain',
}

export type Messages = typeof messages
