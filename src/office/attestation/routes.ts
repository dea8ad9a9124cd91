// Routes — attestation: sign and stamp, the receipt on paper, and its check by anyone.

import { Type } from 'typebox'
import { parseCaseId } from '#enrollment/events'
import { present } from '#kit/assert'
import type { HttpApp } from '#kit/node/http-app'
import { refuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { serviceStandard } from '#standard'
import { demandStage, refuseUnknown } from '../cases/at-stage.ts'
import { parseFormCode } from '../cases/ticket.ts'
import { actOnCase } from '../log/log.ts'
import { Attested } from '../records/wire.ts'
import type { OfficeWorld } from '../world.ts'
import { attest } from './attestation.ts'
import { groupedDigest, readReceiptToken } from './receipt-token.ts'
import { findAttested, findReceiptPaper, findTokenByCode } from './store.ts'
import { ReceiptVerdict, VerifyReceiptRequest } from './wire.ts'

const Params = Type.Object({ caseId: Type.String() })
const readers = allow('operator-ktp', 'petugas-loket', 'supervisor')
const checksPerMinute = 30

export function attestationRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/attestations/:caseId',
    {
      onRequest: allow('operator-ktp'),
      schema: {
        summary: 'Sign all that was captured with the operator’s key, and stamp the receipt',
        params: Params,
        response: { 200: Attested },
      },
    },
    async (request): Promise<Attested> => {
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      const account = accountOf(request)
      const attested = await actOnCase(world.db, caseId, async (transaction, log) => {
        const before = await findAttested(transaction, caseId)
        if (before) return before
        demandStage(log, ['attestation'])
        const captured = log.findLast((event) => event.type === 'captured')
        await attest(world, transaction, present(captured, 'it waits after a capture'), account)
        return present(await findAttested(transaction, caseId), 'it was just written')
      })
      return attested ?? refuseUnknown()
    },
  )

  app.get(
    '/api/attestations/:caseId',
    {
      onRequest: readers,
      schema: {
        summary: 'The attestation of a case',
        params: Params,
        response: { 200: Attested },
      },
    },
    async (request): Promise<Attested> => {
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      return (await findAttested(world.db, caseId)) ?? refuse(404, { code: 'receipt.none' })
    },
  )

  app.get(
    '/api/attestations/:caseId/receipt.pdf',
    { onRequest: readers, schema: { summary: 'The stamped receipt, on paper', params: Params } },
    async (request, reply) => {
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      const paper = await findReceiptPaper(world.db, world.vault, caseId)
      reply.type('application/pdf')
      return paper ?? refuse(404, { code: 'receipt.none' })
    },
  )

  app.post(
    '/api/receipts/verify',
    {
      schema: {
        summary: 'Is this receipt genuine? For anyone who holds one',
        body: VerifyReceiptRequest,
        response: { 200: ReceiptVerdict },
      },
      config: { rateLimit: { max: checksPerMinute, timeWindow: 60_000 } },
    },
    (request) => verify(world, request.body.token),
  )
}

async function verify({ db, identity }: OfficeWorld, typed: string): Promise<ReceiptVerdict> {
  // A scanned QR is the whole link; what counts stands behind the last #.
  const text = typed.trim().split('#').at(-1) ?? ''
  const code = parseFormCode(text)
  const token = code === undefined ? text : await findTokenByCode(db, code)
  const read = await readReceiptToken(token ?? '', identity.keys.signing)
  if (!read.ok) return { valid: false, receipt: null }
  const { digest, ...facts } = read.value
  const officeName = serviceStandard.office.name
  return { valid: true, receipt: { ...facts, officeName, digest: groupedDigest(digest) } }
}
