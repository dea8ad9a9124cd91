// Register — the record is stored and its packet laid into the outbox, in one transaction: there is
// never the one without the other, and nobody is told «saved» before both are committed.

import type { CaseId } from '#enrollment/events'
import { publicSigningOf } from '#enrollment/keys'
import { readManifest } from '#enrollment/manifest'
import { type Consignment, consignmentOf, consignmentTyp, writePacket } from '#enrollment/packet'
import { seal, signWord } from '#enrollment/seal'
import { assert, present } from '#kit/assert'
import { sha256Hex } from '#kit/sha256'
import type { Actor } from '#staff/audit'
import { findSigningKey } from '#staff/keys'
import { demandStage } from '../cases/at-stage.ts'
import { findForm, indexOf } from '../cases/case-file.ts'
import { recordAct } from '../log/act.ts'
import { actOnCase, appendFact, type OfficeTransaction } from '../log/log.ts'
import { readCapturedFingers, takenFingersOf } from '../records/captured.ts'
import { biodataBytes, readSealedItems } from '../records/items.ts'
import type { Registered } from '../records/wire.ts'
import type { OfficeWorld } from '../world.ts'
import { dropImages, findRegistered, moveTemplate, putIntoOutbox, saveRecord } from './store.ts'

/** Undefined where there is no such case. Asked again, it answers the same. */
export async function registerCase(
  world: OfficeWorld,
  caseId: CaseId,
  by: Actor,
): Promise<Registered | undefined> {
  const registered = await actOnCase(world.db, caseId, async (transaction, log) => {
    const before = await findRegistered(transaction, caseId)
    if (before) return before
    demandStage(log, ['register'])
    return register(world, transaction, caseId, by)
  })
  if (registered) world.wakeLine()
  return registered
}

async function register(
  world: OfficeWorld,
  transaction: OfficeTransaction,
  caseId: CaseId,
  by: Actor,
): Promise<Registered> {
  const { vault, clock } = world
  const form = present(await findForm(transaction, vault, caseId), 'an attested case has its form')
  const packet = await packetOf(world, transaction, caseId, biodataBytes(form.biodata))
  const packetDigest = await sha256Hex(packet)
  const atMs = clock()
  await saveRecord(
    transaction,
    {
      caseId,
      nikIndex: indexOf.nik(vault, form.biodata.nik),
      formVersion: form.version,
      packetDigest,
    },
    atMs,
  )
  for (const { finger, best } of takenFingersOf(await readCapturedFingers(transaction, caseId))) {
    await moveTemplate(transaction, vault, caseId, finger.position, best.nth)
  }
  await putIntoOutbox(transaction, { caseId, packetDigest, packet }, atMs)
  await dropImages(transaction, caseId)
  await appendFact(transaction, caseId, { type: 'registered', packetDigest }, atMs)
  const subject = { caseId, packetDigest }
  await recordAct(transaction, { at: atMs, actor: by, act: 'record.registered', subject })
  return { packetDigest, registeredAtMs: atMs }
}

/** Exactly the items that the operator signed for, consigned by the office. */
async function packetOf(
  { identity }: OfficeWorld,
  transaction: OfficeTransaction,
  caseId: CaseId,
  biodata: Uint8Array,
): Promise<Uint8Array> {
  const row = await transaction
    .selectFrom('attestations')
    .select(['manifest', 'attestation'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const manifestBytes = new Uint8Array(row.manifest)
  await assertAttested(manifestBytes, biodata)
  const { center } = present(identity.center(), 'nothing is captured before the enrollment')
  const fingers = await readCapturedFingers(transaction, caseId)
  const items = await readSealedItems(transaction, caseId, fingers)
  items.set('biodata', await seal(biodata, [center.sealing]))
  const operatorKey = await readOperatorKey(transaction, row.attestation)
  const facts: Consignment = await consignmentOf(caseId, manifestBytes, items, operatorKey)
  const consignment = await signWord(facts, consignmentTyp, identity.keys.signing)
  return writePacket({ manifestBytes, attestation: row.attestation, consignment, items })
}

async function assertAttested(manifestBytes: Uint8Array, biodata: Uint8Array): Promise<void> {
  const manifest = readManifest(manifestBytes)
  assert(manifest.ok, 'a manifest that was signed is whole')
  const listed = manifest.value.items.find(({ name }) => name === 'biodata')?.sha256
  assert(listed === (await sha256Hex(biodata)), 'nobody changed the biodata since they were signed')
}

/** The public key that the signed word names. */
async function readOperatorKey(
  transaction: OfficeTransaction,
  attestation: string,
): Promise<Consignment['operatorKey']> {
  const head = Buffer.from(attestation.split('.')[0] ?? '', 'base64url').toString()
  const { kid } = JSON.parse(head) as { readonly kid: string }
  const key = present(await findSigningKey(transaction, kid), 'a key that signed is kept')
  return publicSigningOf(key.jwk)
}
