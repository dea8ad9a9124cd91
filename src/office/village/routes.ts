// Routes — the village head: the forms of his own village, endorsed or returned; and ink on paper.

import { Type } from 'typebox'
import type { CaseId } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import type { HttpApp } from '#kit/node/http-app'
import { refuse } from '#kit/node/http-refusal'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type VillageCode } from '#resident/wilayah'
import type { Account, AccountId } from '#staff/account'
import { accountOf, allow } from '#staff/guard'
import { actAt, demandStage, refuseUnknown } from '../cases/at-stage.ts'
import { findCase, findForm } from '../cases/case-file.ts'
import { demandScan, ScanQuery, scanBytesMax } from '../cases/scan.ts'
import { type OfficeAct, recordAct } from '../log/act.ts'
import { type OfficeTransaction, readLog } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { openAuthority } from './authority.ts'
import { renderEndorsed } from './endorse.ts'
import {
  findEndorsement,
  listWaitingForms,
  saveEndorsement,
  saveReturn,
  type WaitingForm,
} from './store.ts'
import {
  Acted,
  EndorseRequest,
  ReturnRequest,
  type VillageForm,
  VillageFormsReply,
} from './wire.ts'

const Params = Type.Object({ caseId: Type.String() })
const head = allow('kepala-desa')

export function villageRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/village/forms',
    {
      onRequest: head,
      schema: { summary: 'The forms of one’s own village', response: { 200: VillageFormsReply } },
    },
    async (request): Promise<VillageFormsReply> => {
      const villageCode = accountOf(request).villageCode ?? ''
      const village = findVillage(tungkalJayaTables, villageCode as VillageCode)
      const waiting = await listWaitingForms(world, villageCode)
      return { villageCode, villageName: village?.name ?? '', forms: waiting.map(villageFormOf) }
    },
  )

  app.post(
    '/api/village/forms/:caseId/endorse',
    {
      onRequest: head,
      schema: {
        summary: 'Endorse a form: it is signed inside the PDF with one’s own certificate',
        params: Params,
        body: EndorseRequest,
        response: { 200: Acted },
      },
    },
    async (request): Promise<Acted> => {
      const account = accountOf(request)
      const { caseId: caseIdText } = request.params
      const { version } = request.body
      const { file, form } = await demandOwnForm(world, caseIdText, account, version)
      const paper = await renderEndorsed(world, file, form, account)
      const by = account.accountId
      return actOnForm(world, caseIdText, by, 'form.endorsed', async (transaction, caseId) => {
        const newest = await findForm(transaction, world.vault, caseId)
        if (newest?.version !== version) refuse(409, { code: 'village.other-version' })
        const mediaType = 'application/pdf'
        const endorsement = { caseId, version, kind: 'digital', by, mediaType, paper } as const
        await saveEndorsement(transaction, world, endorsement)
        return version
      })
    },
  )

  app.post(
    '/api/village/forms/:caseId/return',
    {
      onRequest: head,
      schema: {
        summary: 'Return a form with a reason that the resident can read',
        params: Params,
        body: ReturnRequest,
        response: { 200: Acted },
      },
    },
    async (request): Promise<Acted> => {
      const account = accountOf(request)
      const { caseId: caseIdText } = request.params
      const { version, reason } = request.body
      await demandOwnForm(world, caseIdText, account, version)
      const by = account.accountId
      return actOnForm(world, caseIdText, by, 'form.returned', async (transaction, caseId) => {
        await saveReturn(transaction, world, { caseId, version, reason, by })
        return version
      })
    },
  )

  app.put(
    '/api/cases/:caseId/wet-endorsement',
    {
      onRequest: allow('petugas-informasi', 'petugas-loket'),
      schema: {
        summary: 'A sheet signed with ink: its scan, and who looked at it',
        params: Params,
        querystring: ScanQuery,
        response: { 200: Acted },
      },
      bodyLimit: scanBytesMax,
    },
    async (request): Promise<Acted> => {
      const scan = await demandScan(request.body, request.query.mediaType)
      const by = accountOf(request).accountId
      const { caseId: caseIdText } = request.params
      const act = 'form.wet-endorsement-checked'
      return actOnForm(world, caseIdText, by, act, async (transaction, caseId) => {
        const form = await findForm(transaction, world.vault, caseId)
        const version = form?.version ?? refuse(409, { code: 'form.none' })
        const endorsement = { caseId, version, kind: 'wet', by, ...scan } as const
        await saveEndorsement(transaction, world, { ...endorsement, paper: scan.bytes })
        return version
      })
    },
  )

  app.get(
    '/api/cases/:caseId/endorsement',
    {
      onRequest: allow('petugas-informasi', 'petugas-loket', 'operator-ktp', 'supervisor'),
      schema: { summary: 'The signed PDF, or the scan of the signed sheet', params: Params },
    },
    async (request, reply) => {
      const file = (await findCase(world.db, request.params.caseId)) ?? refuseUnknown()
      const found = await findEndorsement(world, file.caseId)
      if (found === undefined) return refuse(404, { code: 'village.no-endorsement' })
      reply.type(found.mediaType)
      return found.paper
    },
  )

  app.get(
    '/api/village/authority.pem',
    { schema: { summary: 'The certificate that endorsements are checked against' } },
    async (_request, reply) => {
      reply.type('application/x-pem-file')
      return (await openAuthority(world)).certificatePem
    },
  )
}

/** Acts on a version of a form that waits for the village, which the act answers; on record. */
function actOnForm(
  { db, clock }: OfficeWorld,
  caseIdText: string,
  by: AccountId,
  act: OfficeAct,
  change: (transaction: OfficeTransaction, caseId: CaseId) => Promise<number>,
): Promise<Acted> {
  return actAt(db, caseIdText, ['village'], async (transaction, caseId) => {
    const subject = { caseId, version: await change(transaction, caseId) }
    await recordAct(transaction, { at: clock(), actor: by, act, subject })
    return { caseId, waitingAt: waitingAt(await readLog(transaction, caseId)) }
  })
}

/** A form of another village is not there for this head; one that moved on says where it is. */
async function demandOwnForm(
  { db, vault }: OfficeWorld,
  caseIdText: string,
  account: Account,
  version: number,
): Promise<WaitingForm> {
  const file = (await findCase(db, caseIdText)) ?? refuseUnknown()
  const form = await findForm(db, vault, file.caseId)
  if (form === undefined || form.villageCode !== account.villageCode) return refuseUnknown()
  demandStage(await readLog(db, file.caseId), ['village'])
  if (form.version !== version) refuse(409, { code: 'village.other-version' })
  return { file, form }
}

function villageFormOf({ file, form }: WaitingForm): VillageForm {
  const { biodata } = form
  return {
    caseId: file.caseId as CaseId,
    ticket: file.ticket,
    formCode: file.formCode,
    version: form.version,
    savedAtMs: form.savedAtMs,
    name: biodata.name,
    nik: biodata.nik,
    nomorKk: biodata.nomorKk,
    birthPlace: biodata.birthPlace,
    birthDate: biodata.birthDate,
    sex: biodata.sex,
    street: biodata.address.street,
    rt: biodata.address.rt,
    rw: biodata.address.rw,
    doubts: [...form.doubts],
  }
}
