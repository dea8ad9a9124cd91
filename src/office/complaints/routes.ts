// Routes — complaints: filed by anybody, taken down by officers, read by whom they do not concern.

import { Type } from 'typebox'
import type { CaseId } from '#enrollment/events'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { calendarDateAt } from '#resident/calendar-date'
import { dialedPhone, parsePhone } from '#resident/phone'
import { accountOf, allow } from '#staff/guard'
import { findCase } from '../cases/case-file.ts'
import { recordAct } from '../log/act.ts'
import type { OfficeWorld } from '../world.ts'
import { answerComplaint, reclassifyComplaint } from './answer.ts'
import { subjectOfText } from './complaint.ts'
import { complaintTextMin } from './limits.ts'
import { findOwnComplaint } from './public.ts'
import { type Filed, fileComplaint, listOfficers } from './register.ts'
import { countComplaints, findComplaint, isSmsOn, listComplaints } from './store.ts'
import {
  AnswerRequest,
  ComplaintDetail,
  ComplaintRequest,
  ComplaintStatusReply,
  ComplaintStatusRequest,
  ComplaintsReply,
  EnteredComplaint,
  FiledReply,
  OfficersReply,
  ReclassifyRequest,
  WaysReply,
} from './wire.ts'

const Params = Type.Object({ complaintId: Type.String({ format: 'uuid' }) })
const officers = allow('petugas-informasi', 'petugas-loket', 'operator-ktp', 'supervisor', 'camat')
const leaders = allow('supervisor', 'camat')
const filedPerTenMinutes = 10
const triesPerMinute = 30

export function complaintRoutes(app: HttpApp, world: OfficeWorld): void {
  publicRoutes(app, world)
  waysRoute(app, world)
  enteringRoutes(app, world)
  readingRoutes(app, world)
  answeringRoutes(app, world)
}

function publicRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/complaints',
    {
      schema: {
        summary: 'File a complaint; its number and code open the answer later',
        body: ComplaintRequest,
        response: { 201: FiledReply },
      },
      config: { rateLimit: { max: filedPerTenMinutes, timeWindow: 10 * 60_000 } },
    },
    async (request, reply): Promise<FiledReply> => {
      const { leaderOnly = false } = request.body
      const told = await demandTold(world, request.body)
      reply.code(201)
      const channel = leaderOnly ? 'leader' : 'portal'
      return filedReplyOf(
        await world.db
          .transaction()
          .execute((transaction) =>
            fileComplaint(transaction, world, { ...told, channel, leaderOnly, by: 'resident' }),
          ),
      )
    },
  )

  app.post(
    '/api/complaints/status',
    {
      schema: {
        summary: 'Where a complaint stands and its answer, for who has its number and code',
        body: ComplaintStatusRequest,
        response: { 200: ComplaintStatusReply },
      },
      config: { rateLimit: { max: triesPerMinute, timeWindow: 60_000 } },
    },
    async (request): Promise<ComplaintStatusReply> => {
      const { number, code } = request.body
      const found = await findOwnComplaint(world.db, world, number, { code })
      // An unknown number and a wrong code get the same answer.
      return found ?? refuse(404, { code: 'complaint.not-found' })
    },
  )
}

function waysRoute(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/complaints/ways',
    { schema: { summary: 'The number for SMS, and if it works', response: { 200: WaysReply } } },
    async (): Promise<WaysReply> => ({
      smsNumber: world.settings.smsNumber,
      smsOn: await isSmsOn(world.db),
    }),
  )
}

function enteringRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/complaints/officers',
    {
      onRequest: officers,
      schema: { summary: 'Whom a complaint may be about', response: { 200: OfficersReply } },
    },
    async (): Promise<OfficersReply> => {
      const found = await listOfficers(world.db)
      return { officers: found.map(({ accountId, displayName }) => ({ accountId, displayName })) }
    },
  )

  app.post(
    '/api/complaints/entered',
    {
      onRequest: officers,
      schema: {
        summary: 'Take down a complaint for a resident, or a slip from the suggestion box',
        body: EnteredComplaint,
        response: { 201: FiledReply },
      },
    },
    async (request, reply): Promise<FiledReply> => {
      const { accountId, role } = accountOf(request)
      const { channel, concernsId, leaderOnly = false } = request.body
      if (channel === 'box' && role !== 'petugas-informasi' && role !== 'camat') {
        return refuse(403, { code: 'complaint.box-by-others' })
      }
      const told = await demandTold(world, request.body)
      const isKnown = (await listOfficers(world.db)).some((it) => it.accountId === concernsId)
      if (concernsId !== undefined && !isKnown) {
        return refuse(422, { code: 'complaint.officer-unknown' })
      }
      const filing = { ...told, channel, concernsId, by: accountId }
      reply.code(201)
      return filedReplyOf(
        await world.db.transaction().execute((transaction) =>
          fileComplaint(transaction, world, {
            ...filing,
            leaderOnly: leaderOnly || channel === 'leader',
          }),
        ),
      )
    },
  )
}

function readingRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/complaints',
    {
      onRequest: officers,
      schema: {
        summary: 'The complaints one may know of: never those about oneself',
        response: { 200: ComplaintsReply },
      },
    },
    async (request): Promise<ComplaintsReply> => {
      const reader = accountOf(request)
      return {
        today: calendarDateAt(world.clock()),
        counts: await countComplaints(world, reader),
        complaints: [...(await listComplaints(world, reader))],
      }
    },
  )

  app.get(
    '/api/complaints/:complaintId',
    {
      onRequest: officers,
      schema: {
        summary: 'One complaint with its answers; that it was read is recorded',
        params: Params,
        response: { 200: ComplaintDetail },
      },
    },
    async (request): Promise<ComplaintDetail> => {
      const reader = accountOf(request)
      const { complaintId } = request.params
      return world.db.transaction().execute(async (transaction) => {
        const found = await findComplaint(world, transaction, complaintId, reader)
        if (found === undefined) return refuse(404, { code: 'complaint.unknown' })
        await recordAct(transaction, {
          at: world.clock(),
          actor: reader.accountId,
          act: 'complaint.read',
          subject: { complaintId },
        })
        const isLeader = reader.role === 'camat' || reader.role === 'supervisor'
        return {
          ...found,
          contact: found.contact === undefined ? null : dialedPhone(found.contact),
          named: found.named ?? null,
          concerns: [...found.concerns],
          ticket: found.ticket ?? null,
          enteredBy: found.enteredBy ?? null,
          answers: [...found.answers],
          mayAnswer: isLeader && found.state !== 'closed',
        }
      })
    },
  )
}

function answeringRoutes(app: HttpApp, world: OfficeWorld): void {
  const Done = Type.Object({ complaintId: Type.String() })
  app.post(
    '/api/complaints/:complaintId/answer',
    {
      onRequest: leaders,
      schema: {
        summary: 'Answer a complaint; it goes out by SMS where there is a number',
        params: Params,
        body: AnswerRequest,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { complaintId } = request.params
      const text = request.body.text.trim()
      if (text.length < complaintTextMin) return refuse(422, { code: 'complaint.empty' })
      const answer = { ...request.body, text }
      await answerComplaint(world, complaintId, accountOf(request), answer)
      return { complaintId }
    },
  )

  app.post(
    '/api/complaints/:complaintId/class',
    {
      onRequest: leaders,
      schema: {
        summary: 'Say what a complaint is about; its deadline follows',
        params: Params,
        body: ReclassifyRequest,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { complaintId } = request.params
      await reclassifyComplaint(world, complaintId, accountOf(request), request.body)
      return { complaintId }
    },
  )
}

/** What was told, checked: a slip refuses the whole and nothing is written. */
async function demandTold(world: OfficeWorld, body: ComplaintRequest) {
  const text = body.text.trim()
  if (text.length < complaintTextMin) return refuse(422, { code: 'complaint.empty' })
  const typedContact = body.contact?.trim() ?? ''
  const contact = typedContact === '' ? undefined : valueOrRefuse(parsePhone(typedContact))
  const concernsName = body.concernsName?.trim() || undefined
  const subject = body.subject ?? subjectOfText(text)
  const caseId = await demandCase(world, body.ticket?.trim() ?? '')
  return { requestId: body.requestId, text, contact, concernsName, subject, caseId }
}

async function demandCase({ db }: OfficeWorld, ticket: string): Promise<CaseId | undefined> {
  if (ticket === '') return undefined
  const file = await findCase(db, ticket)
  return file?.caseId ?? refuse(422, { code: 'complaint.ticket-unknown', field: 'ticket' })
}

function filedReplyOf({ number, accessCode, dueOn }: Filed): FiledReply {
  return { number, accessCode, dueOn }
}
