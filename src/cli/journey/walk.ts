// Walk — one resident through all stages, as a story: each line is somebody's act over HTTP.

import type { Biodata } from '#resident/biodata'
import { photoBackgroundOf } from '#resident/photo-background'
import { captureFingersOf } from './fingers.ts'
import { Refused } from './person.ts'
import { sampleDocument, samplePhoto, sampleSignature } from './sample-papers.ts'
import type { Scanner, Standing } from './scanner.ts'
import { approve, reason, type Staff } from './staff.ts'
import type { Stopwatch } from './stopwatch.ts'

export interface Journey {
  readonly staff: Staff
  readonly scanner: Scanner
  readonly resident: Biodata
  /** Who stands at the scanner at capture, and later at the hand-over. */
  readonly atCapture: Standing
  readonly atHandover: Standing
  readonly watch: Stopwatch
}

export interface CaseView {
  readonly caseId: string
  readonly status: string
  readonly waitingAt: string
  readonly history: readonly { readonly status: string; readonly atMs: number }[]
}

const centerMsMax = 120_000
const askEveryMs = 150

export interface Walked {
  readonly caseId: string
  /** The printed layer, fetched before the hand-over: the office then forgets it. */
  readonly card: Uint8Array | undefined
}

/** Ends at the first status that a machine cannot carry on from. */
export async function walk(journey: Journey): Promise<Walked> {
  const { watch } = journey
  const caseId = await watch.time('desk', () => openCase(journey))
  const version = await watch.time('form', () => fillInForm(journey, caseId))
  await watch.time('village', () => endorse(journey, caseId, version))
  await watch.time('queue', () => queueAndCall(journey, caseId))
  await watch.time('counter', () => examine(journey, caseId))
  await watch.time('capture', () => capture(journey, caseId))
  await watch.time('attestation', () => attest(journey, caseId))
  await watch.time('register', () => register(journey, caseId))
  const decided = await watch.time('center', () => waitForCenter(journey, caseId))
  if (decided !== 'PRINT_READY_RECORD') return { caseId, card: undefined }
  await watch.time('printing', () => print(journey, caseId))
  const card = await journey.staff.operator.getBytes(`/api/printing/${caseId}/card.pdf`)
  await watch.time('handover', () => handOver(journey, caseId))
  return { caseId, card }
}

async function openCase({ staff }: Journey): Promise<string> {
  const opened = await staff.desk.post<{ caseId: string }>('/api/cases', { serviceType: 'new' })
  return opened.caseId
}

/** The officer types the form, and confirms what the service finds odd. */
async function fillInForm({ staff, resident }: Journey, caseId: string): Promise<number> {
  const path = `/api/cases/${caseId}/form`
  const confirmedDoubts: string[] = []
  let confirmed = false
  for (let asked = 0; asked < 4; asked++) {
    try {
      const typed = { biodata: resident, confirmedDoubts, confirmed }
      return (await staff.desk.put<{ version: number }>(path, typed)).version
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.code === 'form.doubts') confirmedDoubts.push(...doubtsOf(error))
      else if (error.code === 'resident.known') confirmed = true
      else throw error
    }
  }
  throw new Error('The form could not be saved')
}

function doubtsOf({ facts }: Refused): readonly string[] {
  return (facts.doubts as readonly { readonly code: string }[]).map((it) => it.code)
}

async function endorse({ staff }: Journey, caseId: string, version: number): Promise<void> {
  await staff.villageHead.post(`/api/village/forms/${caseId}/endorse`, { version })
}

async function queueAndCall({ staff }: Journey, caseId: string): Promise<void> {
  const { number } = await staff.desk.post<{ number: string }>('/api/queue', { caseId })
  await staff.counter.post('/api/queue/call', { number, jumpReason: reason })
}

interface CounterView {
  readonly requirements: readonly {
    readonly id: string
    readonly state: string
    readonly by: string
    readonly kinds: readonly string[]
  }[]
}

async function examine({ staff }: Journey, caseId: string): Promise<void> {
  const view = await staff.counter.get<CounterView>(`/api/counter/${caseId}`)
  for (const { id, state, by, kinds } of view.requirements) {
    if (state !== 'open') continue
    const [kind] = kinds
    if (by === 'document' && kind !== undefined) {
      const scan = await sampleDocument(kind.toUpperCase())
      const path = `/api/cases/${caseId}/documents/${kind}?mediaType=image/png`
      const { documentId } = await staff.counter.put<{ documentId: string }>(path, scan)
      await staff.counter.post(`/api/counter/${caseId}/accept`, { requirementId: id, documentId })
    } else {
      await staff.counter.post(`/api/counter/${caseId}/accept`, { requirementId: id })
    }
  }
  await staff.counter.post(`/api/counter/${caseId}/complete`)
}

async function capture(journey: Journey, caseId: string): Promise<void> {
  const { staff, scanner, resident } = journey
  const path = `/api/captures/${caseId}`
  await staff.operator.post(`${path}/start`)
  await staff.operator.post(`${path}/biodata-confirmed`)
  const background = photoBackgroundOf(resident.birthDate)
  await staff.operator.put(`${path}/photo?mediaType=image/jpeg`, await samplePhoto(background))
  await staff.operator.put(`${path}/signature?mediaType=image/png`, await sampleSignature())
  await scanner.stand(journey.atCapture)
  await captureFingersOf(journey, caseId)
  await complete(journey, caseId)
}

/** Where a guard found an earlier record, the supervisor sends on: the center decides. */
async function complete({ staff }: Journey, caseId: string): Promise<void> {
  const path = `/api/captures/${caseId}/complete`
  const first = await staff.operator.tryPost(path)
  if (!(first instanceof Refused)) return
  if (!first.code.startsWith('guard.')) throw first
  const { guards } = await staff.operator.get<{ guards: readonly { guard: string }[] | null }>(
    `/api/captures/${caseId}`,
  )
  const found = [...new Set((guards ?? []).map((it) => it.guard))]
  const approvalId = await approve(staff, caseId, { kind: 'send-on', guards: found })
  await staff.operator.post(path, { approvalId })
}

async function attest({ staff }: Journey, caseId: string): Promise<void> {
  await staff.operator.post(`/api/attestations/${caseId}`)
}

async function register({ staff }: Journey, caseId: string): Promise<void> {
  await staff.operator.post(`/api/register/${caseId}`)
}

const ends = [
  'PRINT_READY_RECORD',
  'DUPLICATE_RECORD',
  'ADJUDICATE_RECORD',
  'ENROLL_FAILURE_AT_CENTRAL',
  'SEARCH_FAILURE_AT_CENTRAL',
]

async function waitForCenter({ staff, watch }: Journey, caseId: string): Promise<string> {
  const deadline = watch.now() + centerMsMax
  for (;;) {
    const { status } = await staff.operator.get<CaseView>(`/api/cases/${caseId}`)
    if (ends.includes(status)) return status
    if (watch.now() > deadline)
      throw new Error(`The center has not decided; it stands at ${status}`)
    await watch.pause(askEveryMs)
  }
}

async function print({ staff }: Journey, caseId: string): Promise<void> {
  const start = () =>
    staff.operator.tryPost<{ jobId: string }>(`/api/printing/${caseId}`, { reason })
  let started = await start()
  if (started instanceof Refused && started.code === 'blangko.none') {
    await staff.supervisor.post('/api/blangko', { kind: 'received', count: 100, note: reason })
    started = await start()
  }
  if (started instanceof Refused) throw started
  await staff.operator.post(`/api/printing/jobs/${started.jobId}/printed`)
}

interface HandoversView {
  readonly waiting: readonly { readonly caseId: string; readonly positions: readonly number[] }[]
}

/** The index fingers are asked for first; a finger that does not match is followed by another. */
async function handOver(journey: Journey, caseId: string): Promise<void> {
  const { staff, scanner } = journey
  const { waiting } = await staff.operator.get<HandoversView>('/api/handovers')
  const positions = waiting.find((it) => it.caseId === caseId)?.positions ?? []
  const preferred = [2, 7, 1, 6, 3, 8, 4, 9, 5, 10].filter((it) => positions.includes(it))
  await scanner.stand(journey.atHandover)
  for (const position of preferred) {
    const path = `/api/handovers/${caseId}`
    const asked = await staff.operator.post<{ transactionId: string; request: unknown }>(
      `${path}/transaction`,
      { position, deviceId: scanner.deviceId },
    )
    const response = await scanner.capture(asked.request)
    const { transactionId } = asked
    const taken = await staff.operator.tryPost<{ outcome: string }>(path, {
      transactionId,
      response,
    })
    if (!(taken instanceof Refused) && taken.outcome === 'issued') return
  }
}
