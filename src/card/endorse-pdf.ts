// Endorse PDF — a village head's digital signature inside the form, as PAdES baseline B has it.
//
// EN 319 142-1: a CAdES signature over every byte of the file but its own place, the time of
// signing in the signature dictionary, and the signing certificate named in a signed attribute.

import * as pkijs from 'pkijs'
import { assert, present } from '#kit/assert'
import { readCertificate, readPrivateKey } from './certificates.ts'
import { signDetached } from './cms.ts'
import { SIGNATURE_BYTES } from './limits.ts'
import { renderAppearance } from './pdf/appearance.ts'
import {
  appendRevision,
  bodyOf,
  type PdfRevision,
  pageNumbersOf,
  readRevision,
  referenceAfter,
  referencesIn,
  withEntry,
} from './pdf/revision.ts'
import type { PrintFonts } from './pdf/sheet.ts'
import { derBlocksOf } from './pem.ts'

export interface SignatureSpec {
  /** A PDF rendered here, signed before or not. */
  readonly pdf: Uint8Array
  /** The signer's certificate first; further ones towards the authority may follow. */
  readonly certificatePem: string
  /** PKCS #8, EC P-256. */
  readonly privateKeyPem: string
  readonly reason: string
  readonly name: string
  readonly location: string
  /** Epoch milliseconds. */
  readonly signedAt: number
  /** Where and how the signature shows; absent, it does not show on the page. */
  readonly visible?: {
    /** Counted from 0. */
    readonly page: number
    /** `[left, bottom, right, top]` in points from the lower left corner. */
    readonly rect: readonly [number, number, number, number]
    readonly lines: readonly string[]
    readonly fonts: PrintFonts
  }
}

/**
 * The PDF with one more revision that holds the signature (SubFilter ETSI.CAdES.detached, ECDSA
 * P-256 with SHA-256). Bytes signed before stay as they are, so earlier signatures stay valid.
 */
export async function signPdf(spec: SignatureSpec): Promise<Uint8Array> {
  const { pdf, start } = await withPlaceholder(spec)
  const placed = locatePlaceholder(pdf, start)
  const content = Buffer.concat([pdf.subarray(0, placed.from), pdf.subarray(placed.to)])
  const [certificate, ...chain] = certificatesOf(spec.certificatePem)
  const signature = await signDetached(new Uint8Array(content), {
    certificate: present(certificate, 'a signer has a certificate'),
    chain,
    privateKey: await readPrivateKey(spec.privateKeyPem),
  })
  assert(signature.length <= SIGNATURE_BYTES, 'the signature fits the place kept for it')
  const hex = Buffer.from(signature)
    .toString('hex')
    .padEnd(2 * SIGNATURE_BYTES, '0')
  pdf.set(Buffer.from(hex, 'latin1'), placed.from + 1)
  return pdf
}

function certificatesOf(pem: string): pkijs.Certificate[] {
  readCertificate(pem)
  return derBlocksOf('CERTIFICATE', pem).map((der) => pkijs.Certificate.fromBER(der))
}

async function withPlaceholder(spec: SignatureSpec) {
  const revision = readRevision(spec.pdf)
  const signatureNumber = revision.size
  const widgetNumber = signatureNumber + 1
  const page = present(pageNumbersOf(revision)[spec.visible?.page ?? 0], 'the page is in the PDF')
  const objects = new Map([[signatureNumber, signatureDictionary(spec)]])
  const formNumber = await addAppearance(objects, spec, widgetNumber + 1)
  const form = acroFormOf(revision)
  const widget = [
    '<< /Type /Annot /Subtype /Widget /FT /Sig',
    `/T ${textString(`TandaTangan${form.fields.length + 1}`)}`,
    `/TU ${textString(spec.visible?.lines.join('. ') ?? `Tanda tangan ${spec.name}`)}`,
    `/V ${signatureNumber} 0 R /P ${page} 0 R /F ${PRINT_AND_LOCKED}`,
    `/Rect [${(spec.visible?.rect ?? [0, 0, 0, 0]).join(' ')}]`,
    formNumber === undefined ? '' : `/AP << /N ${formNumber} 0 R >>`,
    '>>',
  ]
  objects.set(widgetNumber, widget.join('\n'))
  addField(objects, revision, form, widgetNumber)
  const pageBody = bodyOf(revision, page)
  const annotations = [...referencesIn(pageBody, '/Annots'), widgetNumber]
  objects.set(page, withEntry(pageBody, '/Annots', arrayOf(annotations)))
  const appended = appendRevision(revision, objects)
  const start = present(appended.starts.get(signatureNumber), 'the signature was appended')
  return { pdf: appended.pdf, start }
}

/** ISO 32000-1, 12.5.3: bits 3 and 8. */
const PRINT_AND_LOCKED = 132

async function addAppearance(
  objects: Map<number, string>,
  spec: SignatureSpec,
  firstNumber: number,
): Promise<number | undefined> {
  if (spec.visible === undefined) return undefined
  const { rect, lines, fonts } = spec.visible
  const [left, bottom, right, top] = rect
  const size = { width: right - left, height: top - bottom }
  assert(size.width > 0 && size.height > 0, 'a visible signature takes some room')
  const appearance = await renderAppearance(
    { ...size, lines, fonts, at: spec.signedAt },
    firstNumber,
  )
  for (const [number, body] of appearance.objects) objects.set(number, body)
  return appearance.formNumber
}

interface AcroForm {
  /** The number of the form's object, if the PDF has a form. */
  readonly number: number | undefined
  readonly fields: readonly number[]
}

function acroFormOf(revision: PdfRevision): AcroForm {
  const number = referenceAfter(bodyOf(revision, revision.rootNumber), '/AcroForm')
  if (number === undefined) return { number, fields: [] }
  return { number, fields: referencesIn(bodyOf(revision, number), '/Fields') }
}

function addField(
  objects: Map<number, string>,
  revision: PdfRevision,
  form: AcroForm,
  widgetNumber: number,
): void {
  const fields = arrayOf([...form.fields, widgetNumber])
  if (form.number !== undefined) {
    objects.set(form.number, withEntry(bodyOf(revision, form.number), '/Fields', fields))
    return
  }
  const number = Math.max(...objects.keys()) + 1
  objects.set(number, `<< /SigFlags 3\n/Fields ${fields}\n>>`)
  const root = bodyOf(revision, revision.rootNumber)
  objects.set(revision.rootNumber, withEntry(root, '/AcroForm', `${number} 0 R`))
}

const BYTE_RANGE = `/ByteRange [${' '.repeat(40)}]`

function signatureDictionary(spec: SignatureSpec): string {
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    BYTE_RANGE,
    `/Contents <${'0'.repeat(2 * SIGNATURE_BYTES)}>`,
    `/M (${pdfDate(spec.signedAt)})`,
    `/Name ${textString(spec.name)}`,
    `/Reason ${textString(spec.reason)}`,
    `/Location ${textString(spec.location)}`,
    '>>',
  ].join('\n')
}

/** Finds the hole for the signature, brackets included, and writes its byte range into the file. */
function locatePlaceholder(pdf: Uint8Array, start: number): { from: number; to: number } {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset + start, 4096).toString('latin1')
  const from = start + text.indexOf('<', text.indexOf('/Contents'))
  const to = from + 2 * SIGNATURE_BYTES + 2
  const range = `0 ${from} ${to} ${pdf.length - to}`.padEnd(40)
  const rangeStart = start + text.indexOf(BYTE_RANGE) + '/ByteRange ['.length
  pdf.set(Buffer.from(range, 'latin1'), rangeStart)
  return { from, to }
}

/** ISO 32000-1, 7.9.4, in universal time. */
function pdfDate(epochMs: number): string {
  return `D:${new Date(epochMs).toISOString().replace(/\D/g, '').slice(0, 14)}Z`
}

/** A text string in UTF-16 (ISO 32000-1, 7.9.2.2), written in hexadecimal: nothing to escape. */
function textString(text: string): string {
  const littleEndian = Buffer.from(text, 'utf16le')
  return `<feff${littleEndian.swap16().toString('hex')}>`
}

function arrayOf(numbers: readonly number[]): string {
  return `[${numbers.map((it) => `${it} 0 R`).join(' ')}]`
}
