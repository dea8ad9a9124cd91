// Routes — the pipeline at a glance, for those who keep it going, no name and no NIK in it; and what
// a supervisor may do about it.

import type { FastifyRequest } from 'fastify'
import type { HttpApp } from '#kit/node/http-app'
import { languageOf, valueOrRefuse, type Words } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { changeMode, readControl } from '../work/control.ts'
import { countOpenAdjudications, countSetAside, countStages } from '../work/counts.ts'
import { tryAgain } from '../work/try-again.ts'
import type { CenterWorld } from '../world.ts'
import {
  countGalleryPeople,
  listDecisions,
  listPackets,
  listRefused,
  readThroughput,
} from './store.ts'
import { ModeRequest, type PacketRow, PipelineReply, TryAgainRequest } from './wire.ts'

const readers = { onRequest: allow('adjudicator', 'supervisor', 'administrator') }
const supervisors = { onRequest: allow('supervisor') }
const response = { 200: PipelineReply }

interface Needs {
  readonly world: CenterWorld
  readonly words: Words
  /** There is work: the pipeline of this process need not find it by itself. */
  readonly wake: () => void
}

export function pipelineRoutes(app: HttpApp, { world, words, wake }: Needs): void {
  const { db, clock } = world
  const shownTo = (request: FastifyRequest) =>
    pipelineShown(world, words, languageOf(request.headers['accept-language']))

  app.get(
    '/api/pipeline',
    {
      ...readers,
      schema: { summary: 'What waits, what was set aside and why, what was decided', response },
    },
    shownTo,
  )

  app.post(
    '/api/pipeline/mode',
    {
      ...supervisors,
      schema: { summary: 'Pause, drain or resume the pipeline', body: ModeRequest, response },
    },
    async (request) => {
      const actor = accountOf(request).accountId
      await changeMode(db, request.body.mode, { actor, atMs: clock() })
      wake()
      return shownTo(request)
    },
  )

  app.post(
    '/api/pipeline/again',
    {
      ...supervisors,
      schema: { summary: 'Try a packet again that was set aside', body: TryAgainRequest, response },
    },
    async (request) => {
      const actor = accountOf(request).accountId
      valueOrRefuse(await tryAgain(db, request.body.digest, { actor, atMs: clock() }), 409)
      wake()
      return shownTo(request)
    },
  )
}

const statusOfType: Readonly<Record<string, string>> = {
  'enroll-failed': 'ENROLL_FAILURE_AT_CENTRAL',
  'search-failed': 'SEARCH_FAILURE_AT_CENTRAL',
}

async function pipelineShown(
  { db, clock }: CenterWorld,
  words: Words,
  language: ReturnType<typeof languageOf>,
): Promise<PipelineReply> {
  const atMs = clock()
  const { mode, changedAtMs, inHandCount } = await readControl(db, atMs)
  const problemOf = (code: string) => ({ code, message: words({ code }, language) ?? code })
  const shown = (row: Row) => packetShown(row, problemOf)
  const decisions = await listDecisions(db)
  return {
    mode,
    modeSinceMs: changedAtMs,
    inHandCount,
    stages: await countStages(db),
    setAsideCount: await countSetAside(db),
    galleryPeople: await countGalleryPeople(db),
    adjudicationCount: await countOpenAdjudications(db),
    throughput: await readThroughput(db, atMs),
    stuck: (await listPackets(db, 'waiting')).map(shown),
    setAside: (await listPackets(db, 'set-aside')).map(shown),
    refused: (await listRefused(db)).map((row) => ({
      officeName: row.name,
      problem: problemOf(row.code),
      count: Number(row.count),
      lastAtMs: row.last_at.getTime(),
    })),
    decisions: decisions.map((row) => ({
      seq: row.seq,
      caseId: row.case_id,
      officeName: row.name,
      atMs: row.at.getTime(),
      status: row.status ?? statusOfType[row.type] ?? row.type,
      problem: row.code === null ? null : problemOf(row.code),
    })),
  }
}

type Row = Awaited<ReturnType<typeof listPackets>>[number]

function packetShown(row: Row, problemOf: (code: string) => PacketRow['problem']): PacketRow {
  const { problem: code } = row
  return {
    digest: row.packet_digest,
    caseId: row.case_id,
    officeName: row.name,
    receivedAtMs: row.received_at.getTime(),
    tries: row.tries,
    problem: code === null ? null : problemOf(code),
  }
}
