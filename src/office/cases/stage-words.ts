// Stage words — what a case waits for, as a sentence goes on: «permohonan ini menunggu …».

import type { WaitingAt } from '#enrollment/stage'

const indonesian: Readonly<Record<WaitingAt, string>> = {
  form: 'menunggu formulir F-1 diisi',
  village: 'menunggu persetujuan kepala desa',
  queue: 'menunggu antrean ke Loket I',
  called: 'sedang diperiksa di Loket I',
  capture: 'menunggu perekaman',
  attestation: 'menunggu tanda tangan dan cap operator',
  register: 'menunggu disimpan',
  outbox: 'menunggu dikirim ke pusat data',
  center: 'sedang diperiksa di pusat data',
  adjudication: 'sedang diperiksa ahli di pusat data',
  printing: 'menunggu dicetak',
  printer: 'sedang dicetak',
  handover: 'menunggu diserahkan',
  done: 'sudah selesai',
  failed: 'tidak dapat dilanjutkan dan perlu tindak lanjut',
  closed: 'sudah ditutup',
}

const english: Readonly<Record<WaitingAt, string>> = {
  form: 'is waiting for form F-1 to be filled in',
  village: 'is waiting for the village head',
  queue: 'is waiting in the queue to Loket I',
  called: 'is being examined at Loket I',
  capture: 'is waiting to be captured',
  attestation: 'is waiting for the operator’s signature and stamp',
  register: 'is waiting to be stored',
  outbox: 'is waiting to be sent to the data centre',
  center: 'is being examined at the data centre',
  adjudication: 'is being examined by an expert at the data centre',
  printing: 'is waiting to be printed',
  printer: 'is being printed',
  handover: 'is waiting to be handed over',
  done: 'is finished',
  failed: 'cannot go on and needs attention',
  closed: 'is closed',
}

/** Whatever the server called a stage; one that this program does not know is told as it is. */
export function stageWords(waitingAt: unknown, language: 'id' | 'en'): string {
  const words: Readonly<Record<string, string>> = language === 'id' ? indonesian : english
  return words[String(waitingAt)] ?? String(waitingAt)
}

/** The same at the beginning of a line. */
export function stageLine(waitingAt: unknown, language: 'id' | 'en'): string {
  const words = stageWords(waitingAt, language)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
