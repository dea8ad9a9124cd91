// Words — what the center says about any issue: to offices in short, to its own people in full.

import { type IssueWords, wordsOf } from '#kit/issue-words'
import type { Issue, Language } from '#kit/node/http-refusal'
import { staffWords } from '#staff/words'
import { adjudicationIssues } from './adjudication/issues.ts'
import { packetIssues } from './inbox/issues.ts'
import { metricsIssues } from './metrics/issues.ts'
import { noticeIssues } from './notices/issues.ts'
import { workIssues } from './work/issues.ts'

const lineIssues: IssueWords = {
  'pass.missing': {
    id: () => 'Kantor harus memperkenalkan diri dengan surat jalan yang ditandatangani.',
    en: () => 'An office has to show a signed pass.',
  },
  'pass.elsewhere': {
    id: () => 'Surat jalan ini dibuat untuk panggilan lain.',
    en: () => 'This pass was made for another call.',
  },
  'pass.stale': {
    id: () => 'Surat jalan ini sudah lewat waktunya. Periksa jam komputer kantor.',
    en: () => 'This pass is out of date. Check the clock of the office’s computer.',
  },
  'signature.invalid': {
    id: () => 'Tanda tangan tidak sah.',
    en: () => 'The signature is not valid.',
  },
  'signature.unknown-key': {
    id: () => 'Tanda tangan dibuat dengan kunci yang tidak dikenal di sini.',
    en: () => 'The signature was made with a key that is not known here.',
  },
  'signature.revoked-key': {
    id: () => 'Kunci kantor ini sudah dicabut. Hubungi administrator pusat data.',
    en: () => 'The key of this office was revoked. Ask the data centre’s administrator.',
  },
  'office.unknown': {
    id: () => 'Kantor ini tidak terdaftar.',
    en: () => 'No such office is enrolled here.',
  },
  'office-code.invalid': {
    id: () => 'Kode pendaftaran kantor salah, sudah dipakai, atau sudah lewat waktunya.',
    en: () => 'The enrollment code is wrong, was used already, or has expired.',
  },
  'office.key-known': {
    id: () => 'Kunci kantor ini sudah terdaftar.',
    en: () => 'This office’s key is enrolled already.',
  },
  'office.too-many-requests': {
    id: () => 'Kantor ini bertanya terlalu sering. Tunggu sebentar.',
    en: () => 'This office asks too often. Wait a moment.',
  },
  'office.too-many-bytes': {
    id: () => 'Kantor ini mengirim terlalu banyak sekaligus. Tunggu sebentar.',
    en: () => 'This office sends too much at once. Wait a moment.',
  },
  'upload.too-many-open': {
    id: ({ openMax }) => `Kantor ini sudah membuka ${openMax} kiriman. Selesaikan dahulu.`,
    en: ({ openMax }) => `This office has ${openMax} uploads open. Finish those first.`,
  },
  'upload.announced-otherwise': {
    id: () => 'Paket dengan nama ini sudah diumumkan dengan ukuran atau kantor lain.',
    en: () => 'A packet of this name was announced with another size or by another office.',
  },
  'upload.not-announced': {
    id: () => 'Paket ini belum diumumkan.',
    en: () => 'This packet was not announced.',
  },
  'upload.offset-differs': {
    id: ({ offset }) => `Kiriman harus dilanjutkan dari byte ${offset}.`,
    en: ({ offset }) => `The upload has to go on from byte ${offset}.`,
  },
  'upload.longer-than-announced': {
    id: ({ bytes }) => `Kiriman lebih panjang daripada ${bytes} byte yang diumumkan.`,
    en: ({ bytes }) => `The upload is longer than the ${bytes} bytes announced.`,
  },
  'upload.busy': {
    id: () => 'Bagian lain dari paket ini sedang diterima.',
    en: () => 'Another part of this packet is being received.',
  },
  'upload.cut': {
    id: () => 'Kiriman terputus; yang sudah tiba tersimpan.',
    en: () => 'The upload was cut; what arrived is kept.',
  },
}

const own = wordsOf(
  ...[lineIssues, packetIssues, adjudicationIssues],
  ...[noticeIssues, workIssues, metricsIssues],
)

export function centerWords(issue: Issue, language: Language): string | undefined {
  return own(issue, language) ?? staffWords(issue, language)
}
