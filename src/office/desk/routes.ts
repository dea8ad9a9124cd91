// Routes — the information desk: what brings the resident, is he known, and a case with a ticket.

import { Type } from 'typebox'
import { renderChecklist } from '#card/checklist'
import { checklistFieldsOf } from '#card/standard-fields'
import { waitingAt } from '#enrollment/stage'
import { statusHistoryOf, statusOf } from '#enrollment/status'
import { present } from '#kit/assert'
import type { HttpApp } from '#kit/node/http-app'
import { ageOn, calendarDateAt } from '#resident/calendar-date'
import { hasEverMarried } from '#resident/code-lists'
import { longDateWithWeekday } from '#resident/date-words'
import { accountOf, allow } from '#staff/guard'
import { type ApplicantFacts, checklistOf, type ServiceType, serviceStandard } from '#standard'
import { refuseUnknown } from '../cases/at-stage.ts'
import { type CaseFile, findCase, findForm, openCase } from '../cases/case-file.ts'
import { endingOf } from '../cases/ending.ts'
import { findKnownCases, type KnownCase } from '../cases/known-resident.ts'
import { findQueuePlace, placeNumberOf } from '../cases/queue-place.ts'
import { findReturn } from '../cases/returns.ts'
import { recordAct } from '../log/act.ts'
import { appendFact, readLog } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { maskName } from './mask.ts'
import {
  CaseOpened,
  CaseView,
  FindResidentReply,
  FindResidentRequest,
  type KnownResident,
  OpenCaseRequest,
} from './wire.ts'

const Params = Type.Object({ caseId: Type.String() })
const desk = allow('petugas-informasi')
const officers = allow('petugas-informasi', 'petugas-loket', 'operator-ktp', 'supervisor', 'camat')

export function deskRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/cases',
    {
      onRequest: desk,
      schema: {
        summary: 'Open a case; one that is served elsewhere is told where, and closed',
        body: OpenCaseRequest,
        response: { 201: CaseOpened },
      },
    },
    async (request, reply): Promise<CaseOpened> => {
      const serviceType = request.body.serviceType as ServiceType
      const opened = await open(world, serviceType, accountOf(request).accountId)
      reply.code(201)
      return opened
    },
  )

  app.post(
    '/api/residents/find',
    {
      onRequest: officers,
      schema: {
        summary: 'Is this person already recorded here, or in work?',
        body: FindResidentRequest,
        response: { 200: FindResidentReply },
      },
    },
    async (request): Promise<FindResidentReply> => {
      const { by, value } = request.body
      const known = await findKnownCases(world.db, world.vault, by, value)
      return { known: await Promise.all(known.map((it) => knownResidentOf(world, it))) }
    },
  )

  app.get(
    '/api/cases/:caseId',
    {
      onRequest: officers,
      schema: { summary: 'A case as officers see it', params: Params, response: { 200: CaseView } },
    },
    async (request): Promise<CaseView> => {
      const file = (await findCase(world.db, request.params.caseId)) ?? refuseUnknown()
      return viewOf(world, file)
    },
  )

  app.get(
    '/api/cases/:caseId/checklist.pdf',
    { onRequest: officers, schema: { summary: 'Ticket and checklist, on paper', params: Params } },
    async (request, reply) => {
      const file = (await findCase(world.db, request.params.caseId)) ?? refuseUnknown()
      reply.type('application/pdf')
      return Buffer.from(await renderTicket(world, file))
    },
  )
}

async function open(
  world: OfficeWorld,
  serviceType: ServiceType,
  by: ReturnType<typeof accountOf>['accountId'],
): Promise<CaseOpened> {
  const service = serviceStandard.services.find((it) => it.type === serviceType)
  const { elsewhere } = present(service, 'the standard knows all six services')
  const file = await world.db.transaction().execute(async (transaction) => {
    const opened = await openCase(transaction, world, { serviceType, by })
    const { caseId } = opened
    if (elsewhere !== undefined) {
      const closed = { type: 'closed', reason: 'directed-elsewhere' } as const
      await appendFact(transaction, caseId, closed, world.clock())
    }
    const subject = { caseId }
    await recordAct(transaction, { at: world.clock(), actor: by, act: 'case.opened', subject })
    return opened
  })
  const { caseId, ticket, formCode } = file
  return { caseId, ticket, formCode, elsewhere: elsewhere ?? null }
}

async function knownResidentOf(
  { db, vault }: OfficeWorld,
  known: KnownCase,
): Promise<KnownResident> {
  const form = await findForm(db, vault, known.caseId)
  const { caseId, ticket, serviceType, status, sinceMs } = known
  return {
    caseId,
    ticket,
    serviceType,
    waitingAt: known.waitingAt,
    status,
    sinceMs,
    maskedName: form === undefined ? null : maskName(form.biodata.name),
  }
}

async function viewOf(world: OfficeWorld, file: CaseFile): Promise<CaseView> {
  const { db, vault } = world
  const log = await readLog(db, file.caseId)
  const form = await findForm(db, vault, file.caseId)
  const endorsed = log.findLast((event) => event.type === 'endorsed')
  const place = await findQueuePlace(db, file.caseId)
  return {
    ...file,
    waitingAt: waitingAt(log),
    status: statusOf(log),
    history: [...statusHistoryOf(log)],
    resident: form
      ? {
          name: form.biodata.name,
          nik: form.biodata.nik,
          birthDate: form.biodata.birthDate,
          villageCode: form.villageCode,
          formVersion: form.version,
        }
      : null,
    returned: (await findReturn(world, file.caseId, log)) ?? null,
    ending: endingOf(log),
    queuePlace:
      place?.day === calendarDateAt(world.clock()) ? placeNumberOf(place.lane, place.number) : null,
    endorsement:
      endorsed && endorsed.version === form?.version
        ? { kind: endorsed.kind, version: endorsed.version, atMs: endorsed.atMs }
        : null,
  }
}

/** Before the form is there, the checklist is that of a grown-up citizen with a diploma. */
const mostResidents: ApplicantFacts = {
  ageYears: 17,
  everMarried: false,
  citizenship: 'wni',
  hasIjazah: true,
}

async function renderTicket(world: OfficeWorld, file: CaseFile): Promise<Uint8Array> {
  const form = await findForm(world.db, world.vault, file.caseId)
  const today = calendarDateAt(world.clock())
  const facts = form
    ? {
        ...mostResidents,
        ageYears: ageOn(form.biodata.birthDate, today),
        everMarried: hasEverMarried(form.biodata.maritalStatus),
        citizenship: form.biodata.citizenship,
      }
    : mostResidents
  const slip = checklistFieldsOf(
    checklistOf(file.serviceType as ServiceType, facts),
    serviceStandard,
    {
      ticket: file.ticket,
      day: longDateWithWeekday(calendarDateAt(file.openedAtMs), 'id'),
      link: `${world.settings.publicUrl}/lacak`,
      code: file.ticket,
    },
  )
  const { fonts, settings } = world
  return renderChecklist(slip, { fonts, at: file.openedAtMs, sample: !settings.licensed })
}
