// Status words — the field's status codes as a resident can read them.

import type { Status } from '#enrollment/status'

const indonesian: Readonly<Record<Status, string>> = {
  UNREGISTERED: 'Belum direkam',
  BIO_CAPTURED: 'Sudah direkam',
  PROCESSING: 'Tersimpan, siap dikirim',
  SENT_FOR_ENROLLMENT: 'Dikirim ke pusat data',
  RECEIVED_AT_CENTRAL: 'Diterima pusat data',
  ENROLL_FAILURE_AT_CENTRAL: 'Perlu direkam ulang',
  SEARCH_FAILURE_AT_CENTRAL: 'Pemeriksaan di pusat data terhenti',
  ADJUDICATE_RECORD: 'Sedang diperiksa ahli',
  DUPLICATE_RECORD: 'Sudah pernah tercatat',
  PRINT_READY_RECORD: 'Siap dicetak',
  SENT_FOR_CARD_PRINTING: 'Sedang dicetak',
  CARD_PRINTED: 'Kartu sudah jadi',
  CARD_ISSUED: 'Kartu sudah diserahkan',
}

const english: Readonly<Record<Status, string>> = {
  UNREGISTERED: 'Not recorded yet',
  BIO_CAPTURED: 'Recorded',
  PROCESSING: 'Stored, ready to be sent',
  SENT_FOR_ENROLLMENT: 'Sent to the data center',
  RECEIVED_AT_CENTRAL: 'Received by the data center',
  ENROLL_FAILURE_AT_CENTRAL: 'Has to be recorded again',
  SEARCH_FAILURE_AT_CENTRAL: 'The examination came to a halt',
  ADJUDICATE_RECORD: 'Being examined by an expert',
  DUPLICATE_RECORD: 'Was recorded before',
  PRINT_READY_RECORD: 'Ready to be printed',
  SENT_FOR_CARD_PRINTING: 'Being printed',
  CARD_PRINTED: 'The card is ready',
  CARD_ISSUED: 'The card was handed over',
}

/** A code that this program does not know is told as it is. */
export function statusWord(status: string, language: 'id' | 'en'): string {
  const words: Readonly<Record<string, string>> = language === 'id' ? indonesian : english
  return words[status] ?? status
}
