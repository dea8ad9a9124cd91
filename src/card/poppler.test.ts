// Poppler — what programs that did not make our papers read in them, where they are installed.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderCardLayer } from './card-layer.ts'
import { createAuthority, issueCertificate } from './certificates.ts'
import { renderChecklist } from './checklist.ts'
import { signPdf } from './endorse-pdf.ts'
import { f1EndorsementArea, renderFormF1 } from './form-f1.ts'
import type { PaperOptions } from './paper.ts'
import * as samples from './papers.arbitrary.ts'
import { renderStandardPoster } from './poster.ts'
import { renderReceipt } from './receipt.ts'

const papers = ['form', 'receipt', 'checklist', 'poster', 'card', 'long-card', 'signed'] as const
type Paper = (typeof papers)[number]

let folder: string
let options: PaperOptions
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-papers-'))
  options = await samples.sampleOptions()
  const card = { ...options, ...(await samples.samplePictures()) }
  const form = await renderFormF1(samples.sampleForm, options)
  const pdfs: Record<Paper, Uint8Array> = {
    form,
    receipt: await renderReceipt(samples.sampleReceipt, options),
    checklist: await renderChecklist(samples.sampleChecklist, options),
    poster: await renderStandardPoster(samples.samplePoster, { ...options, sample: false }),
    card: await renderCardLayer(samples.sampleCard, { ...card, sample: false }),
    'long-card': await renderCardLayer(samples.longCard, card),
    signed: await signTwice(form),
  }
  for (const paper of papers) writeFileSync(fileOf(paper), pdfs[paper])
})
afterAll(() => rmSync(folder, { recursive: true }))

async function signTwice(form: Uint8Array): Promise<Uint8Array> {
  const validity = { notBefore: Date.UTC(2026, 0, 1), notAfter: Date.UTC(2027, 0, 1) }
  const office = { commonName: 'Kecamatan Contoh', organization: 'Kabupaten Contoh' }
  const authority = await createAuthority({ ...validity, subject: office })
  const subject = { commonName: 'H. Ahmad Contoh', organization: 'Desa Peninggalan' }
  const signer = await issueCertificate({ ...validity, subject, authority })
  const words = { reason: 'Mengetahui', name: subject.commonName, location: 'Peninggalan' }
  const lines = ['Ditandatangani secara elektronik', subject.commonName]
  const visible = { ...f1EndorsementArea, lines, fonts: options.fonts }
  const spec = { ...signer, ...words, signedAt: samples.at }
  const once = await signPdf({ ...spec, pdf: form, visible })
  return signPdf({ ...spec, pdf: once })
}

const fileOf = (paper: Paper) => join(folder, `${paper}.pdf`)
const isInstalled = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((it) => existsSync(join(it, program)))
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const textOf = (paper: Paper) => run('pdftotext', '-raw', fileOf(paper), '-')

interface Word {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly text: string
}

function wordsOf(paper: Paper): Word[] {
  const pattern = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g
  const found = run('pdftotext', '-bbox', fileOf(paper), '-').matchAll(pattern)
  return Array.from(found, ([, ...it]) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = it.map(Number)
    return { left, top, right, bottom, text: it[4] ?? '' }
  })
}

if (isInstalled('pdfinfo') && isInstalled('pdftotext') && isInstalled('pdffonts')) {
  describe('every paper', () => {
    test.each(papers)('%s is one tagged page with a title', (paper) => {
      const info = run('pdfinfo', fileOf(paper))
      expect(info).toMatch(/^Pages: +1$/m)
      expect(info).toMatch(/^Tagged: +yes$/m)
      expect(info).toMatch(/^Title: +\S/m)
    })

    test.each(papers)('%s embeds its fonts, cut down to the letters used', (paper) => {
      const rows = run('pdffonts', fileOf(paper)).trim().split('\n').slice(2)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows)
        expect(row).toMatch(/^[A-Z]{6}\+(PlusJakartaSans|JetBrainsMono)-\w+ .* yes yes yes /)
    })

    test.each(papers)('%s keeps every word on the page', (paper) => {
      const [, width = 0, height = 0] = (
        /Page size: +([\d.]+) x ([\d.]+)/.exec(run('pdfinfo', fileOf(paper))) ?? []
      ).map(Number)
      expect(wordsOf(paper).length).toBeGreaterThan(10)
      for (const word of wordsOf(paper)) {
        expect(Math.min(word.left, word.top)).toBeGreaterThanOrEqual(0)
        expect(word.right).toBeLessThanOrEqual(width)
        expect(word.bottom).toBeLessThanOrEqual(height)
      }
    })
  })

  test('the card layer has the size of the card, the papers theirs', () => {
    const sizeOf = (paper: Paper) => /Page size: +(.*)/.exec(run('pdfinfo', fileOf(paper)))?.[1]
    expect(sizeOf('card')).toBe('242.646 x 153.014 pts')
    expect(sizeOf('form')).toMatch(/\(A4\)$/)
    expect(sizeOf('receipt')).toBe('419.528 x 595.276 pts')
  })

  test.each(['card', 'long-card'] as const)('no value of the %s runs into the photo', (paper) => {
    const photoLeft = 183
    const values = wordsOf(paper).filter((it) => it.top > 38 && it.left < 170 && !isWatermark(it))
    const overhanging = values.filter((it) => it.right > photoLeft - 1)
    expect(values.length).toBeGreaterThan(20)
    expect(overhanging).toEqual([])
  })

  const isWatermark = (word: Word) => word.bottom - word.top > 12

  test('the card says its words in the official order, in capitals', () => {
    const text = textOf('card')
    const order = ['PROVINSI', 'KABUPATEN', 'NIK', 'SITI', 'PENINGGALAN,', 'PEREMPUAN', 'DUSUN']
    const rest = ['003/001', 'TUNGKAL', 'ISLAM', 'BELUM', 'PELAJAR', 'WNI', 'SEUMUR', '14-03-2026']
    const places = [...order, ...rest].map((word) => text.indexOf(word))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('a made-up NIK marks its card although nobody asked for it', () => {
    expect(run('pdfinfo', fileOf('card'))).toMatch(/^Title: .*CONTOH$/m)
  })

  test('the form is read in order and the NIK as one number', () => {
    const text = textOf('form')
    const order = ['CONTOH', 'KECAMATAN', 'FORMULIR', 'DATA PEMOHON', '1606995708090001']
    const rest = ['JENIS', 'BIODATA', 'PERSYARATAN', 'Mengetahui', 'gratis']
    const places = [...order, ...rest].map((word) => text.indexOf(word))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('the receipt counts the fingers and names the exception', () => {
    const text = textOf('receipt')
    expect(text).toContain('Sidik jari: 9 dari 10 jari')
    expect(text).toContain('Tidak direkam – Telunjuk kiri: luka.')
    expect(text).toContain('Permohonan tidak dipungut biaya (gratis).')
    expect(text).toContain('SMS 0822 8046 1751')
  })
}

if (isInstalled('pdfsig')) {
  test('both signatures of a form signed twice are valid, the second over all of it', () => {
    const report = run('pdfsig', '-nocert', fileOf('signed'))
    expect(report.match(/Signature is Valid/g)).toHaveLength(2)
    expect(report.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2)
    expect(report.match(/Not total document signed/g)).toHaveLength(1)
    expect(report).toContain('Signer Certificate Common Name: H. Ahmad Contoh')
  })
}
