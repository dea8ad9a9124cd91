// Routes — form F-1: filled in on a phone, typed by an officer, read, printed.

import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { qrSvg } from '#card/qr'
import type { CaseId } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import { equalBytes } from '#kit/bytes'
import type { HttpApp } from '#kit/node/http-app'
import { languageOf, refuse } from '#kit/node/http-refusal'
import type { Result } from '#kit/result'
import type { Biodata } from '#resident/biodata'
import { calendarDateAt, parseCalendarDate } from '#resident/calendar-date'
import { messageOf } from '#resident/messages'
import { accountOf, allow } from '#staff/guard'
import { actAt, refuseUnknown } from '../cases/at-stage.ts'
import { type CaseFile, findCase, findForm, indexOf, openCase } from '../cases/case-file.ts'
import { renderForm } from '../cases/form-paper.ts'
import { findOthersOfNik } from '../cases/known-resident.ts'
import { parseFormCode } from '../cases/ticket.ts'
import { recordAct } from '../log/act.ts'
import type { OfficeWorld } from '../world.ts'
import { type CheckedForm, checkForm, type FormIssue } from './form.ts'
import { saveForm } from './store.ts'
import {
  FormOpened,
  FormReply,
  FormSaved,
  OfficerFormRequest,
  PrintFormRequest,
  ResidentFormRequest,
} from './wire.ts'

const Params = Type.Object({ caseId: Type.String() })
const Code = Type.Object({ formCode: Type.String({ maxLength: 40 }) })
const residentTriesPerMinute = 20
const readers = allow('petugas-informasi', 'petugas-loket', 'operator-ktp', 'supervisor')

export function formRoutes(app: HttpApp, world: OfficeWorld): void {
  const { db, vault, clock } = world

  app.post(
    '/api/forms',
    {
      schema: {
        summary: 'A resident hands in form F-1 from a phone; opens a case',
        body: ResidentFormRequest,
        response: { 201: FormOpened },
      },
      config: { rateLimit: { max: residentTriesPerMinute, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const typed = { biodata: request.body.biodata, confirmedDoubts: [] }
      const today = calendarDateAt(clock())
      const form = valueOrTell(request, checkForm(typed, { today, by: 'resident' }))
      const file = await db.transaction().execute(async (transaction) => {
        const opened = await openCase(transaction, world, { serviceType: 'new', by: 'resident' })
        await saveForm(transaction, world, opened.caseId, form, 'resident')
        const { caseId } = opened
        await recordAct(transaction, {
          at: clock(),
          actor: 'resident',
          act: 'form.saved',
          subject: { caseId },
        })
        return opened
      })
      reply.code(201)
      return { caseId: file.caseId, ticket: file.ticket, formCode: file.formCode }
    },
  )

  app.put(
    '/api/cases/:caseId/form',
    {
      onRequest: allow('petugas-informasi', 'petugas-loket'),
      schema: {
        summary: 'An officer types the form; a new version has to be endorsed anew',
        params: Params,
        body: OfficerFormRequest,
        response: { 200: FormSaved },
      },
    },
    async (request): Promise<FormSaved> => {
      const { biodata, confirmedDoubts = [], confirmed = false } = request.body
      const by = accountOf(request).accountId
      const today = calendarDateAt(clock())
      const checked = checkForm({ biodata, confirmedDoubts }, { today, by: 'officer' })
      const form = valueOrTell(request, checked)
      const stages = ['form', 'village', 'queue', 'called'] as const
      const version = await actAt(
        db,
        request.params.caseId,
        stages,
        async (transaction, caseId, log) => {
          const newest = await findForm(transaction, vault, caseId)
          // Sent again, or saved without a change: what was endorsed stays endorsed.
          const isUnchanged = newest !== undefined && isSameForm(newest.biodata, form.biodata)
          if (isUnchanged && waitingAt(log) !== 'form') return newest.version
          const known = await findOthersOfNik(transaction, vault, form.biodata.nik, caseId)
          if (known.length > 0 && !confirmed) {
            const found = known.map(({ ticket, waitingAt, status }) => ({
              ticket,
              waitingAt,
              status,
            }))
            refuse(409, { code: 'resident.known', known: found })
          }
          const saved = await saveForm(transaction, world, caseId, form, by)
          const subject = { caseId, version: saved }
          await recordAct(transaction, { at: clock(), actor: by, act: 'form.saved', subject })
          return saved
        },
      )
      return { version, doubts: form.doubts.map(({ code, field }) => ({ code, field })) }
    },
  )

  app.get(
    '/api/cases/:caseId/form',
    {
      onRequest: readers,
      schema: {
        summary: 'The newest version of a form',
        params: Params,
        response: { 200: FormReply },
      },
    },
    async (request): Promise<FormReply> => {
      const { form } = await demandForm(world, request.params.caseId)
      return { ...form, doubts: [...form.doubts] }
    },
  )

  app.get(
    '/api/cases/:caseId/form.pdf',
    { onRequest: readers, schema: { summary: 'The form as a sheet of A4', params: Params } },
    async (request, reply) => {
      const { file, form } = await demandForm(world, request.params.caseId)
      reply.type('application/pdf')
      return Buffer.from(await renderForm(world, file, form, { kind: 'wet', name: '' }))
    },
  )

  app.get(
    '/api/forms/:formCode/qr.svg',
    { schema: { summary: 'The QR of a form’s code, whether or not it is in use', params: Code } },
    async (request, reply) => {
      const formCode = parseFormCode(request.params.formCode)
      if (formCode === undefined) return refuse(404, { code: 'form.not-found' })
      reply.type('image/svg+xml')
      return qrSvg(`${world.settings.publicUrl}/formulir/${formCode}`, formCode)
    },
  )

  app.post(
    '/api/forms/print',
    {
      schema: { summary: 'A resident prints his own form', body: PrintFormRequest },
      config: { rateLimit: { max: residentTriesPerMinute, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const { file, form } = await findOwnForm(world, request.body)
      reply.type('application/pdf')
      return Buffer.from(await renderForm(world, file, form, { kind: 'wet', name: '' }))
    },
  )
}

/** Both were read by the same table, which writes the fields in its own order. */
function isSameForm(one: Biodata, other: Biodata): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The checked form, or the end of the request with every slip in the reader's language. */
function valueOrTell(
  request: FastifyRequest,
  checked: Result<CheckedForm, FormIssue>,
): CheckedForm {
  if (checked.ok) return checked.value
  const language = languageOf(request.headers['accept-language'])
  const tell = <It extends Parameters<typeof messageOf>[0] & { readonly field: string }>(
    it: It,
  ) => ({
    field: it.field,
    code: it.code,
    message: messageOf(it, language),
  })
  const { issue } = checked
  if (issue.code === 'form.invalid') refuse(422, { ...issue, issues: issue.issues.map(tell) })
  if (issue.code === 'form.doubts') refuse(422, { ...issue, doubts: issue.doubts.map(tell) })
  return refuse(422, { ...issue })
}

async function demandForm(world: OfficeWorld, caseIdText: string) {
  const file = (await findCase(world.db, caseIdText)) ?? refuseUnknown()
  const form = await findForm(world.db, world.vault, file.caseId)
  return { file, form: form ?? refuse(404, { code: 'form.none' }) }
}

/** A wrong birth date and an unknown code get the same answer. */
async function findOwnForm(
  { db, vault }: OfficeWorld,
  typed: { readonly formCode: string; readonly birthDate: string },
): Promise<{ file: CaseFile; form: NonNullable<Awaited<ReturnType<typeof findForm>>> }> {
  const formCode = parseFormCode(typed.formCode)
  const birthDate = parseCalendarDate(typed.birthDate)
  const file = formCode === undefined ? undefined : await findCase(db, formCode)
  const proof =
    file &&
    (await db
      .selectFrom('cases')
      .select('birth_date_index')
      .where('case_id', '=', file.caseId)
      .executeTakeFirst())
  const form = file && (await findForm(db, vault, file.caseId as CaseId))
  const isOwn =
    file !== undefined &&
    birthDate.ok &&
    proof?.birth_date_index != null &&
    equalBytes(proof.birth_date_index, indexOf.birthDate(vault, file.caseId, birthDate.value))
  return isOwn && form ? { file, form } : refuse(404, { code: 'form.not-found' })
}
