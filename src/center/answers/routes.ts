// Routes — the office asks what became of its cases; each answer is signed, photos are sealed to it.
//
// An office that has everything may wait here for the next entry, so that it hears of a decision
// within a moment; whether it waits or not, it is told the same, from the last entry that it has.

import { type Static, Type } from 'typebox'
import { answersMax, answersWaitMsMax } from '#enrollment/limits'
import { type CenterNotices, noticesTyp } from '#enrollment/notices'
import { readPacket } from '#enrollment/packet'
import { open, seal, signWord } from '#enrollment/seal'
import { type Answer, type AnswersPage, answerTyp } from '#enrollment/transfer'
import { assert, present } from '#kit/assert'
import type { HttpApp } from '#kit/node/http-app'
import { answersBytesMax } from '../limits.ts'
import { type CenterEvent, readOfficeLog } from '../log/log.ts'
import type { Office } from '../offices/store.ts'
import type { CenterWorld } from '../world.ts'
import { createWatch } from './watch.ts'

const Query = Type.Object({
  after: Type.Integer({ minimum: 0 }),
  /** The version of the notices that the office has. */
  notices: Type.Optional(Type.Integer({ minimum: 0 })),
  waitMs: Type.Optional(Type.Integer({ minimum: 0, maximum: answersWaitMsMax })),
})
type Query = Static<typeof Query>

export interface AnswerNeeds {
  readonly world: CenterWorld
  readonly callingOffice: (request: import('fastify').FastifyRequest) => Promise<Office>
  /** What the center tells of itself. */
  readonly readNotices: () => Promise<CenterNotices>
}

export function answerRoutes(app: HttpApp, needs: AnswerNeeds): void {
  const { world, callingOffice } = needs
  const watch = createWatch(world.db)
  // The server ends when the last call has ended.
  app.addHook('preClose', async () => watch.stop())
  app.get(
    '/v1/answers',
    {
      schema: {
        summary: 'What became of the office’s cases since entry `after`; waits if asked to',
        querystring: Query,
      },
    },
    async (request): Promise<AnswersPage> => {
      const office = await callingOffice(request)
      const { query } = request
      const now = await pageFor(needs, office, query)
      const { waitMs = 0 } = query
      if (waitMs === 0 || now.answers.length > 0 || now.notices !== undefined) return now
      await watch.untilNews(office.officeId, { notices: undefined, ...query }, waitMs)
      return pageFor(needs, office, query)
    },
  )
}

async function pageFor(needs: AnswerNeeds, office: Office, query: Query): Promise<AnswersPage> {
  const { world } = needs
  const { after } = query
  const events = await readOfficeLog(world.db, office.officeId, after, answersMax)
  const answers: string[] = []
  let next = after
  let bytes = 0
  for (const event of events) {
    const answer = await answerTo(world, office, event)
    const word = await signWord(answer, answerTyp, world.keys.signing)
    answers.push(word)
    next = event.seq
    bytes += word.length
    // Faces are large and the line is thin: the rest comes at the next asking.
    if (bytes >= answersBytesMax) break
  }
  const notices = query.notices === undefined ? undefined : await needs.readNotices()
  if (notices === undefined || notices.version === query.notices) return { answers, next }
  return { answers, next, notices: await signWord(notices, noticesTyp, world.keys.signing) }
}

async function answerTo(world: CenterWorld, office: Office, event: CenterEvent): Promise<Answer> {
  const { fact } = event
  if (fact.type !== 'decided') return event
  switch (fact.decision.status) {
    case 'PRINT_READY_RECORD':
      return { ...event, sealed: await resealFaces(world, office, event) }
    // Nothing of the other person leaves the center, not even the number of their case.
    case 'DUPLICATE_RECORD':
      return { ...event, fact: { ...fact, decision: { status: 'DUPLICATE_RECORD' } } }
    default:
      return event
  }
}

/** What the card shows, opened from the packet and sealed anew: now to the office alone. */
async function resealFaces(world: CenterWorld, office: Office, { caseId }: CenterEvent) {
  const { packet: bytes } = await world.db
    .selectFrom('enrollments')
    .innerJoin('inbox', 'inbox.packet_digest', 'enrollments.packet_digest')
    .select('inbox.packet')
    .where('enrollments.case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const packet = readPacket(present(bytes, 'a packet that was enrolled lies in the database'))
  assert(packet.ok, 'a packet that was enrolled could be read')

  const reseal = async (name: 'photo' | 'signature') => {
    const plain = await open(packet.value.items.get(name) ?? new Uint8Array(), world.keys.sealing)
    assert(plain.ok, 'a packet that was enrolled could be opened')
    return Buffer.from(await seal(plain.value, [office.sealingRecipient])).toString('base64')
  }
  return { photo: await reseal('photo'), signature: await reseal('signature') }
}
