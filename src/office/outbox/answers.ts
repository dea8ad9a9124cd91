// Answers — what the center says became of the cases, believed by its signature, written down once.

import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { type CaseId, parseCaseId } from '#enrollment/events'
import { answersMax } from '#enrollment/limits'
import { CenterNotices, noticesTyp } from '#enrollment/notices'
import { open, verifyWord } from '#enrollment/seal'
import { type AnswerFact, answerTyp } from '#enrollment/transfer'
import { fail, ok, type Result } from '#kit/result'
import { listenGraceMs } from '../limits.ts'
import { appendFact, type OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { type Call, callCenter, type LineIssue } from './center-line.ts'
import { keepNotices, readLine } from './store.ts'

const Page = Type.Object({
  notices: Type.Optional(Type.String({ maxLength: 200_000 })),
  answers: Type.Array(Type.String({ maxLength: 6_000_000 }), { maxItems: answersMax }),
  next: Type.Integer({ minimum: 0 }),
})

const CaseIdText = Type.String({ pattern: '^[0-9a-f-]{36}$' })
const Code = Type.String({ maxLength: 80 })

const Fact = Type.Union([
  Type.Object({ type: Type.Literal('received') }),
  Type.Object({ type: Type.Literal('enroll-failed'), code: Code }),
  Type.Object({ type: Type.Literal('search-failed'), code: Code }),
  Type.Object({
    type: Type.Literal('decided'),
    decision: Type.Union([
      Type.Object({ status: Type.Literal('PRINT_READY_RECORD') }),
      Type.Object({ status: Type.Literal('ADJUDICATE_RECORD') }),
      Type.Object({ status: Type.Literal('DUPLICATE_RECORD') }),
    ]),
  }),
])

const Answer = Type.Object({
  seq: Type.Integer({ minimum: 1 }),
  caseId: CaseIdText,
  atMs: Type.Integer({ minimum: 0 }),
  fact: Fact,
  sealed: Type.Optional(Type.Object({ photo: Type.String(), signature: Type.String() })),
})
type Answer = Static<typeof Answer>

export type AnswerNeeds = Pick<
  OfficeWorld,
  'db' | 'fetch' | 'clock' | 'identity' | 'settings' | 'vault'
>

/** To wait at the center for the next entry; `signal` ends it. */
export interface Waiting {
  readonly waitMs: number
  readonly signal: AbortSignal
}

/** Asks once; answers how many entries were new. Asking again changes nothing. */
export async function fetchAnswers(
  needs: AnswerNeeds,
  waiting?: Waiting,
): Promise<Result<number, LineIssue>> {
  const { lastSeq, noticesVersion } = await readLine(needs.db)
  const path = `/v1/answers?after=${lastSeq}&notices=${noticesVersion}`
  const page = await callCenter(needs, callOf(path, waiting), Page)
  if (!page.ok) return page
  const notices = await readNotices(needs, page.value.notices)
  if (notices === undefined && page.value.notices !== undefined) {
    return fail({ code: 'center.unintelligible' })
  }
  const answers: Answer[] = []
  for (const word of page.value.answers) {
    const answer = await readAnswer(needs, word)
    if (answer === undefined) return fail({ code: 'center.unintelligible' })
    answers.push(answer)
  }
  return ok(await writeAnswers(needs, answers, notices))
}

function callOf(path: string, waiting: Waiting | undefined): Call {
  if (waiting === undefined) return { method: 'GET', path }
  const { waitMs, signal } = waiting
  const timeoutMs = waitMs + listenGraceMs
  return { method: 'GET', path: `${path}&waitMs=${waitMs}`, timeoutMs, signal }
}

async function readAnswer(needs: AnswerNeeds, word: string): Promise<Answer | undefined> {
  const facts = await readWord(needs, word, answerTyp)
  return Value.Check(Answer, facts) ? facts : undefined
}

async function readNotices(
  needs: AnswerNeeds,
  word: string | undefined,
): Promise<CenterNotices | undefined> {
  const facts = word === undefined ? undefined : await readWord(needs, word, noticesTyp)
  return Value.Check(CenterNotices, facts) ? facts : undefined
}

/** What the center said, if it was the center that said it. */
async function readWord(needs: AnswerNeeds, word: string, typ: string): Promise<unknown> {
  const center = needs.identity.center()?.center
  if (center === undefined) return undefined
  const verified = await verifyWord(word, typ, (kid) =>
    kid === center.signing.kid ? center.signing : undefined,
  )
  return verified.ok ? verified.value.facts : undefined
}

async function writeAnswers(
  needs: AnswerNeeds,
  answers: readonly Answer[],
  notices: CenterNotices | undefined,
): Promise<number> {
  return needs.db.transaction().execute(async (transaction) => {
    const { last_answer_seq: lastSeq } = await transaction
      .selectFrom('center_line')
      .select('last_answer_seq')
      .forUpdate()
      .executeTakeFirstOrThrow()
    const fresh = answers.filter((answer) => answer.seq > lastSeq)
    for (const answer of fresh) await writeAnswer(needs, transaction, answer)
    if (notices !== undefined) await keepNotices(transaction, notices)
    await transaction
      .updateTable('center_line')
      .set({
        last_answer_seq: fresh.at(-1)?.seq ?? lastSeq,
        last_heard_at: new Date(needs.clock()),
        last_problem: null,
      })
      .execute()
    return fresh.length
  })
}

async function writeAnswer(
  needs: AnswerNeeds,
  transaction: OfficeTransaction,
  answer: Answer,
): Promise<void> {
  const caseId = parseCaseId(answer.caseId)
  const known = caseId && (await isRegistered(transaction, caseId))
  // An office restored from an older backup may be told of a case that it no longer knows.
  if (caseId === undefined || !known) return
  await appendFact(transaction, caseId, ownFactOf(answer.fact), answer.atMs)
  if (answer.sealed) await keepPrintMaterials(needs, transaction, caseId, answer.sealed)
}

/** What concerns this case alone: whoever else a center might name is not kept here. */
function ownFactOf(fact: Answer['fact']): AnswerFact {
  if (fact.type !== 'decided') return fact
  return { type: 'decided', decision: { status: fact.decision.status } }
}

/** Opens what was sealed to this office, and seals it again in its own vault until the card is out. */
async function keepPrintMaterials(
  { identity, vault, clock }: AnswerNeeds,
  transaction: OfficeTransaction,
  caseId: CaseId,
  sealed: { readonly photo: string; readonly signature: string },
): Promise<void> {
  const reseal = async (name: 'photo' | 'signature') => {
    const plain = await open(Buffer.from(sealed[name], 'base64'), identity.keys.sealing)
    if (!plain.ok) throw new Error('The center sealed its answer to another key')
    return vault.seal(plain.value, `print_materials/${name}/${caseId}`)
  }
  await transaction
    .insertInto('print_materials')
    .values({
      case_id: caseId,
      sealed_photo: await reseal('photo'),
      sealed_signature: await reseal('signature'),
      came_at: new Date(clock()),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function isRegistered(transaction: OfficeTransaction, caseId: CaseId): Promise<boolean> {
  const row = await transaction
    .selectFrom('records')
    .select('case_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row !== undefined
}
