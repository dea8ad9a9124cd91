// Attestation — the operator's own key signs the digest of all that was captured, and the receipt is
// stamped: «this is what I recorded, of the person in front of me».

import type { EventOf } from '#enrollment/events'
import { type Manifest, writeManifest } from '#enrollment/manifest'
import { type Attestation, attestationTyp } from '#enrollment/packet'
import { signWordBy } from '#enrollment/seal'
import { present } from '#kit/assert'
import { refuse } from '#kit/node/http-refusal'
import { sha256Hex } from '#kit/sha256'
import { calendarDateAt } from '#resident/calendar-date'
import type { Account } from '#staff/account'
import { listSigningKeys, signAs } from '#staff/keys'
import { serviceStandard } from '#standard'
import { type CaseFile, findCase, findForm } from '../cases/case-file.ts'
import { formCodeOf } from '../cases/ticket.ts'
import { recordAct } from '../log/act.ts'
import { appendFact, type OfficeTransaction } from '../log/log.ts'
import { type CapturedFinger, readCapturedFingers, takenFingersOf } from '../records/captured.ts'
import { manifestItemsOf } from '../records/items.ts'
import type { OfficeWorld } from '../world.ts'
import { type ReceiptParts, renderReceiptPaper } from './receipt.ts'
import { nextReceiptNumber } from './receipt-number.ts'
import { writeReceiptToken } from './receipt-token.ts'
import { saveAttestation } from './store.ts'

const shortDigestLength = 16

/** Signs, stamps and writes it all down; the case must wait for it. */
export async function attest(
  world: OfficeWorld,
  transaction: OfficeTransaction,
  captured: EventOf<'captured'>,
  operator: Account,
): Promise<void> {
  const { caseId } = captured
  const file = present(await findCase(transaction, caseId), 'a locked case is on file')
  const form = present(
    await findForm(transaction, world.vault, caseId),
    'a captured case has its form',
  )
  const fingers = await readCapturedFingers(transaction, caseId)
  const items = await manifestItemsOf(transaction, caseId, form.biodata, fingers)
  const manifest = writeManifest(manifestOf(world, file, captured, fingers, items))
  const manifestSha256 = await sha256Hex(manifest)
  const attestedAtMs = world.clock()
  const receiptNumber = await nextReceiptNumber(transaction, calendarDateAt(attestedAtMs))
  const signed = { caseId, manifestSha256, operator: operator.accountId, attestedAtMs }
  const attestation = await signByOperator(world, transaction, { ...signed, receiptNumber })
  const stamped = { file, form, fingers, receiptNumber, operatorName: operator.displayName }
  const receipt = await stampReceipt(world, { ...stamped, manifestSha256, atMs: attestedAtMs })
  await saveAttestation(transaction, world.vault, {
    ...{ caseId, receiptNumber, manifest, manifestSha256, attestation, attestedAtMs },
    ...{ ...receipt, attestedBy: operator.accountId },
  })
  await appendFact(transaction, caseId, { type: 'attested', receiptNumber }, attestedAtMs)
  await recordAct(transaction, {
    at: attestedAtMs,
    actor: operator.accountId,
    act: 'attestation.signed',
    subject: { caseId, receiptNumber },
  })
}

/** The paper, and by what anyone checks it. */
async function stampReceipt(
  world: OfficeWorld,
  parts: Omit<ReceiptParts, 'receiptToken' | 'receiptCode' | 'digest'> & {
    readonly manifestSha256: string
  },
) {
  const digest = parts.manifestSha256.slice(0, shortDigestLength)
  const receiptToken = await writeReceiptToken(
    {
      receiptNumber: parts.receiptNumber,
      attestedAtMs: parts.atMs,
      fingers: takenFingersOf(parts.fingers).length,
      digest,
    },
    world.identity.keys.signing,
  )
  const receiptCode = formCodeOf(world.randomBytes)
  const paper = await renderReceiptPaper(world, { ...parts, receiptToken, receiptCode, digest })
  return { receiptToken, receiptCode, paper }
}

function manifestOf(
  { identity }: OfficeWorld,
  file: CaseFile,
  captured: EventOf<'captured'>,
  fingers: readonly CapturedFinger[],
  items: Manifest['items'] | readonly Manifest['items'][number][],
): Manifest {
  const { officeId } = present(identity.center(), 'nothing is captured before the enrollment')
  return {
    version: 1,
    caseId: file.caseId,
    officeId,
    serviceType: file.serviceType,
    standardVersion: serviceStandard.version,
    capturedAtMs: captured.atMs,
    sentOn: captured.sentOn,
    items: [...items],
    fingers: takenFingersOf(fingers).map(({ finger, best }) => ({
      position: finger.position,
      quality: best.quality,
      tries: finger.tries.length,
      accepted: finger.accepted,
    })),
    exceptions: fingers.flatMap(({ position, exception: kind }) =>
      kind === undefined ? [] : [{ position, kind }],
    ),
  }
}

async function signByOperator(
  { vault }: OfficeWorld,
  transaction: OfficeTransaction,
  facts: Attestation,
): Promise<string> {
  const accountId = facts.operator as Account['accountId']
  const keys = await listSigningKeys(transaction, accountId)
  const key = keys.find((it) => it.retiredAt === null)
  if (key === undefined) return refuse(409, { code: 'key.none' })
  return signWordBy(facts, attestationTyp, key.keyId, async (bytes) => {
    const signed = await signAs(transaction, { vault }, accountId, bytes)
    return signed.ok ? signed.value.signature : refuse(409, signed.issue)
  })
}
