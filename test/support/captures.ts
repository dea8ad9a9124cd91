// Captures — a resident's capture led to its parts and its end, over the same routes as the screen.

import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { type FingerPosition, type Slap, slaps } from '../../src/enrollment/fingers.ts'
import { generateKeys, type PrivateKeys, publicKeysOf } from '../../src/enrollment/keys.ts'
import type { Biodata } from '../../src/resident/biodata.ts'
import { leadCase } from './case-at.ts'
import type { Reply, TestOffice } from './office.ts'
import type { TestScanner } from './scanner.ts'

/** Enrolls the office at a center that a test plays; answers that center's own keys. */
export async function enrollOffice(office: TestOffice): Promise<PrivateKeys> {
  const center = await generateKeys(`center-${randomUUID()}`)
  await office.world.identity.enroll({ officeId: 'office-1', center: await publicKeysOf(center) })
  return center
}

/** A figure before a plain ground. */
export async function portrait(width = 720, height = 960): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4" width="${width}" height="${height}">
    <rect width="3" height="4" fill="#1552b0"/><ellipse cx="1.5" cy="1.7" rx=".7" ry=".9" fill="#dcb596"/>
    </svg>`
  return sharp(Buffer.from(svg)).jpeg().toBuffer()
}

export async function signature(
  stroke = 'M60 150c40-110 90-110 70 0s60 20 90-40',
): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240">
    <path d="${stroke}" fill="none" stroke="#101820" stroke-width="7"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** Leads a case to its capture, which is begun, with biodata, photo and signature. */
export async function beginCapture(office: TestOffice, biodata: Biodata): Promise<string> {
  const { caseId } = await leadCase(office, biodata, 'capture')
  const path = `/api/captures/${caseId}`
  demand(await office.call('operator-ktp', 'POST', `${path}/start`))
  demand(await office.call('operator-ktp', 'POST', `${path}/biodata-confirmed`))
  const photo = await portrait()
  demand(await office.call('operator-ktp', 'PUT', `${path}/photo?mediaType=image/jpeg`, photo))
  const signed = await signature()
  demand(await office.call('operator-ktp', 'PUT', `${path}/signature?mediaType=image/png`, signed))
  return caseId
}

/** One press, asked for and handed in; the reply is whatever it is. */
export async function takeSlap(
  office: TestOffice,
  scanner: TestScanner,
  caseId: string,
  slap: Slap,
  positions?: readonly FingerPosition[],
): Promise<Reply> {
  const path = `/api/captures/${caseId}/fingers`
  const body = { slap, ...(positions ? { positions } : {}) }
  const asked = await office.call('operator-ktp', 'POST', `${path}/transaction`, body)
  if (asked.status !== 200) return asked
  const { transactionId, request } = asked.body
  const response = await scanner.capture(request)
  return office.call('operator-ktp', 'POST', path, { transactionId, response })
}

export async function takeAllSlaps(
  office: TestOffice,
  scanner: TestScanner,
  caseId: string,
): Promise<void> {
  for (const slap of Object.keys(slaps) as Slap[]) {
    demand(await takeSlap(office, scanner, caseId, slap))
  }
}

/** Asks a supervisor, who decides at once; answers the approval's id. */
export async function approve(
  office: TestOffice,
  caseId: string,
  subject: object,
  granted = true,
): Promise<string> {
  const reason = 'Diperiksa bersama untuk pengujian ini.'
  const ask = { caseId, reason, ...subject }
  const { approvalId } = demand(await office.call('operator-ktp', 'POST', '/api/approvals', ask))
  const url = `/api/approvals/${approvalId}/decision`
  demand(await office.call('supervisor', 'POST', url, { granted, reason }))
  return approvalId
}

/** Does without a finger, by a supervisor's leave. */
export async function except(
  office: TestOffice,
  caseId: string,
  position: FingerPosition,
): Promise<void> {
  const subject = { kind: 'missing-finger', position, exception: 'missing' }
  const approvalId = await approve(office, caseId, subject)
  const url = `/api/captures/${caseId}/exceptions`
  demand(await office.call('operator-ktp', 'POST', url, { position, approvalId }))
}

// A test says by its expectations what it takes the body for.
export function demand(reply: Reply, status = 200): Reply['body'] {
  if (reply.status === status) return reply.body
  throw new Error(`${reply.status} instead of ${status}: ${JSON.stringify(reply.body)}`)
}
