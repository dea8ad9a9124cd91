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
import { recordAct } from '#staff/audit'
import { listSigningKeys, signAs } from '#staff/keys'
import { serviceStandard } from '#standard'
import { type CaseFile, findCase, findForm } from '../cases/case-file.ts'
import { formCodeOf } from '../cases/ticket.ts'
import { appendFact, type OfficeTransaction } from '../log/log.ts'
import { type CapturedFinger, readCapturedFingers, takenFingersOf } from '../records/captured.ts'
import { manifestItemsOf } from '../records/items.ts'
import type { OfficeWorld } from '../world.ts'
import { renderReceiptPaper } from './receipt.ts'
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
  const form = await findForm(transaction, world.vault, caseId)
  const fingers = await readCapturedFingers(transaction, caseId)
  const biodata = present(form, 'a captured case has its form').biodata
  const items = await manifestItemsOf(transaction, caseId, biodata, fingers)
  const manifest = writeManifest(manifestOf(world, file, captured, fingers, items))
  const manifestSha256 = await sha256Hex(manifest)

  const atMs = world.clock()
  const receiptNumber = await nextReceiptNumber(transaction, calendarDateAt(atMs))
  const attestation = await signByOperator(world, transaction, {
    caseId,
    manifestSha256,
    operator: operator.accountId,
    attestedAtMs: atMs,
    receiptNumber,
  })
  const digest = manifestSha256.slice(0, shortDigestLength)
  const receiptToken = await writeReceiptToken(
    { receiptNumber, attestedAtMs: atMs, fingers: takenFingersOf(fingers).length, digest },
    world.identity.keys.signing,
  )
  const receiptCode = formCodeOf(world.randomBytes)
  const paper = await renderReceiptPaper(world, {
    file,
    form: present(form, 'a captured case has its form'),
    operatorName: operator.displayName,
    ...{ fingers, receiptNumber, receiptToken, receiptCode, digest, atMs },
  })
  await saveAttestation(transaction, world.vault, {
    ...{ caseId, receiptNumber, manifest, manifestSha256, attestation, receiptToken, receiptCode },
    ...{ paper, attestedBy: operator.accountId, attestedAtMs: atMs },
  })
  await appendFact(transaction, caseId, { type: 'attested', receiptNumber }, atMs)
  const subject = { caseId, receiptNumber }
  const act = { at: atMs, actor: operator.accountId, act: 'attestation.signed', subject }
  await recordAct(transaction, act)
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
