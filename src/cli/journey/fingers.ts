// Fingers — the ten fingers over the scanner: three tries each, then what the supervisor allows.

import { type FingerPosition, type Slap, slaps } from '#enrollment/fingers'
import { Refused } from './person.ts'
import type { Scanner } from './scanner.ts'
import { approve, type Staff } from './staff.ts'

interface FingerView {
  readonly position: FingerPosition
  readonly standing: 'empty' | 'retry' | 'weak' | 'good' | 'accepted' | 'excepted'
  readonly tries: number
}

interface CaptureView {
  readonly fingers: readonly FingerView[]
  readonly triesMax: number
}

interface Needs {
  readonly staff: Staff
  readonly scanner: Scanner
}

/** A finger that the scanner cannot find is missing; one that stays weak is accepted as it is. */
export async function captureFingersOf(needs: Needs, caseId: string): Promise<void> {
  for (const slap of Object.keys(slaps) as Slap[]) {
    let positions = await positionsLeft(needs, caseId, slap)
    const { triesMax } = await look(needs, caseId)
    for (let nth = 0; nth < triesMax && positions.length > 0; nth++) {
      await press(needs, caseId, slap, positions)
      positions = await positionsLeft(needs, caseId, slap)
    }
    await settle(needs, caseId, slap)
  }
}

async function press(
  { staff, scanner }: Needs,
  caseId: string,
  slap: Slap,
  positions: readonly FingerPosition[],
): Promise<void> {
  const path = `/api/captures/${caseId}/fingers`
  const asked = await staff.operator.post<{ transactionId: string; request: unknown }>(
    `${path}/transaction`,
    { slap, positions, deviceId: scanner.deviceId },
  )
  const { transactionId } = asked
  const response = await scanner.capture(asked.request)
  const taken = await staff.operator.tryPost(path, { transactionId, response })
  // The device took no finger at all: what is missing is settled with the supervisor.
  if (taken instanceof Refused && taken.code !== 'sbi.error') throw taken
}

/** Fingers of the slap that were taken and need another try, or were not asked for yet. */
async function positionsLeft(
  needs: Needs,
  caseId: string,
  slap: Slap,
): Promise<readonly FingerPosition[]> {
  const { fingers, triesMax } = await look(needs, caseId)
  return fingers
    .filter((it) => slaps[slap].includes(it.position))
    .filter((it) => it.standing === 'empty' || it.standing === 'retry')
    .filter((it) => it.tries < triesMax)
    .map((it) => it.position)
}

async function settle({ staff, ...rest }: Needs, caseId: string, slap: Slap): Promise<void> {
  const { fingers } = await look({ staff, ...rest }, caseId)
  for (const { position, standing, tries } of fingers) {
    if (!slaps[slap].includes(position)) continue
    if (standing === 'good' || standing === 'accepted' || standing === 'excepted') continue
    if (tries === 0) {
      const subject = { kind: 'missing-finger', position, exception: 'missing' }
      const approvalId = await approve(staff, caseId, subject)
      await staff.operator.post(`/api/captures/${caseId}/exceptions`, { position, approvalId })
    } else {
      const approvalId = await approve(staff, caseId, { kind: 'low-quality', position })
      await staff.operator.post(`/api/captures/${caseId}/accept-quality`, { position, approvalId })
    }
  }
}

async function look({ staff }: Needs, caseId: string): Promise<CaptureView> {
  return staff.operator.get<CaptureView>(`/api/captures/${caseId}`)
}
