// Case at — a resident's case led to a stage of the journey by the people whose work it is.

import sharp from 'sharp'
import type { Biodata } from '../../src/resident/biodata.ts'
import type { Reply, TestOffice } from './office.ts'

export type StageLedTo = 'form' | 'village' | 'queue' | 'queued' | 'called' | 'capture'

export interface LedCase {
  readonly caseId: string
  readonly ticket: string
  /** `A-001`, once it was queued. */
  readonly number: string
}

/** A small picture of a paper; another `shade`, other bytes. */
export async function paperScan(shade = 200): Promise<Buffer> {
  const background = { r: shade, g: shade, b: shade }
  return sharp({ create: { width: 60, height: 80, channels: 3, background } })
    .png()
    .toBuffer()
}

/** Leads a case to the stage; every refusal on the way ends the test. */
export async function leadCase(
  office: TestOffice,
  biodata: Biodata,
  to: StageLedTo,
): Promise<LedCase> {
  const opened = await office.call('petugas-informasi', 'POST', '/api/cases', {
    serviceType: 'new',
  })
  const { caseId, ticket } = demand(opened, 201)
  const at = { caseId, ticket, number: '' }
  if (to === 'form') return at
  await fillForm(office, caseId, biodata)
  if (to === 'village') return at
  await endorse(office, caseId)
  if (to === 'queue') return at
  const queued = await office.call('petugas-informasi', 'POST', '/api/queue', { caseId })
  const { number } = demand(queued)
  if (to === 'queued') return { ...at, number }
  const call = { number, jumpReason: 'Dipanggil untuk pengujian ini.' }
  demand(await office.call('petugas-loket', 'POST', '/api/queue/call', call))
  if (to === 'called') return { ...at, number }
  await settle(office, caseId)
  demand(await office.call('petugas-loket', 'POST', `/api/counter/${caseId}/complete`))
  return { ...at, number }
}

/** Types the form and confirms whatever is in doubt; also a new version. */
export async function fillForm(
  office: TestOffice,
  caseId: string,
  biodata: object,
): Promise<number> {
  const url = `/api/cases/${caseId}/form`
  const first = await office.call('petugas-informasi', 'PUT', url, { biodata, confirmed: true })
  if (first.status === 200) return first.body.version
  const doubts: { code: string }[] = first.body.facts?.doubts ?? []
  const confirmedDoubts = doubts.map((it) => it.code)
  const again = { biodata, confirmedDoubts, confirmed: true }
  return demand(await office.call('petugas-informasi', 'PUT', url, again)).version
}

/** With ink: the scan of the signed sheet. */
export async function endorse(office: TestOffice, caseId: string): Promise<void> {
  const url = `/api/cases/${caseId}/wet-endorsement?mediaType=image/png`
  demand(await office.call('petugas-informasi', 'PUT', url, await paperScan(240)))
}

/** Brings every paper that is asked for, and has each requirement accepted. */
export async function settle(office: TestOffice, caseId: string): Promise<void> {
  const view = demand(await office.call('petugas-loket', 'GET', `/api/counter/${caseId}`))
  const requirements: { id: string; kinds: string[] }[] = view.requirements
  for (const { id, kinds } of requirements) {
    if (kinds[0] !== undefined) {
      const url = `/api/cases/${caseId}/documents/${kinds[0]}?mediaType=image/png`
      demand(await office.call('petugas-loket', 'PUT', url, await paperScan()))
    }
    const accept = { requirementId: id }
    demand(await office.call('petugas-loket', 'POST', `/api/counter/${caseId}/accept`, accept))
  }
}

// A test says by its expectations what it takes the body for.
function demand(reply: Reply, status = 200): Reply['body'] {
  if (reply.status === status) return reply.body
  throw new Error(`${reply.status} instead of ${status}: ${JSON.stringify(reply.body)}`)
}
