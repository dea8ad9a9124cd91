// Scan — a picture or PDF of a paper as it was uploaded: believed only once it could be opened.

import sharp from 'sharp'
import { Type } from 'typebox'
import type { IssueWords } from '#kit/issue-words'
import { refuse } from '#kit/node/http-refusal'
import { sha256Hex } from '#kit/sha256'

export const scanBytesMax = 8 * 1024 * 1024
const scanPixelsMax = 40_000_000

const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type ScanMediaType = (typeof mediaTypes)[number]

export const ScanQuery = Type.Object({ mediaType: Type.Enum([...mediaTypes]) })

export interface Scan {
  readonly mediaType: ScanMediaType
  readonly bytes: Buffer
  /** Lower-case hex. */
  readonly sha256: string
}

export const scanIssues: IssueWords = {
  'scan.empty': {
    id: () => 'Berkas ini kosong (0 byte). Pilih atau pindai lagi.',
    en: () => 'This file is empty (0 bytes). Choose or scan again.',
  },
  'scan.torn': {
    id: () => 'Berkas ini rusak atau terpotong, jadi tidak disimpan. Pindai atau foto lagi.',
    en: () => 'This file is damaged or cut off, so it was not kept. Scan or photograph again.',
  },
}

/** The upload as a scan, or the end of the request: an empty or torn file is never kept. */
export async function demandScan(body: unknown, mediaType: ScanMediaType): Promise<Scan> {
  if (!(body instanceof Buffer) || body.length === 0) return refuse(422, { code: 'scan.empty' })
  const isWhole = mediaType === 'application/pdf' ? isWholePdf(body) : await isWholeImage(body)
  if (!isWhole) return refuse(422, { code: 'scan.torn' })
  return { mediaType, bytes: body, sha256: await sha256Hex(body) }
}

/** Decodes every pixel: a header alone may promise what the rest does not hold. */
async function isWholeImage(bytes: Buffer): Promise<boolean> {
  try {
    await sharp(bytes, { failOn: 'warning', limitInputPixels: scanPixelsMax }).stats()
    return true
  } catch {
    return false
  }
}

function isWholePdf(bytes: Buffer): boolean {
  const endBytes = 1_024
  const hasHead = bytes.subarray(0, 5).toString('latin1') === '%PDF-'
  return hasHead && bytes.subarray(-endBytes).toString('latin1').includes('%%EOF')
}
