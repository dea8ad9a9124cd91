// Routes — the pipeline at a glance, for those who keep it going; no name and no NIK in it.

import type { FastifyRequest } from 'fastify'
import type { HttpApp } from '#kit/node/http-app'
import { languageOf, type Words } from '#kit/node/http-refusal'
import { allow } from '#staff/guard'
import type { CenterWorld } from '../world.ts'
import { listDecisions, listPackets, readCounts } from './store.ts'
import { type PacketRow, PipelineReply } from './wire.ts'

const statusOfType: Readonly<Record<string, string>> = {
  'enroll-failed': 'ENROLL_FAILURE_AT_CENTRAL',
  'search-failed': 'SEARCH_FAILURE_AT_CENTRAL',
}

export function pipelineRoutes(app: HttpApp, { db }: CenterWorld, words: Words): void {
  app.get(
    '/api/pipeline',
    {
      onRequest: allow('adjudicator', 'supervisor', 'administrator'),
      schema: {
        summary: 'What waits, what was set aside and why, what was decided lately',
        response: { 200: PipelineReply },
      },
    },
    async (request): Promise<PipelineReply> => {
      const counts = await readCounts(db)
      const shown = (row: Row) => packetShown(row, request, words)
      const decisions = await listDecisions(db)
      return {
        waitingCount: counts.waiting,
        oldestWaitingAtMs: counts.oldestAtMs,
        refusedCount: counts.refused,
        galleryPeople: counts.galleryPeople,
        adjudicationCount: counts.adjudications,
        stuck: (await listPackets(db, 'waiting')).map(shown),
        refused: (await listPackets(db, 'set-aside')).map(shown),
        decisions: decisions.map((row) => ({
          seq: row.seq,
          caseId: row.case_id,
          officeName: row.name,
          atMs: row.at.getTime(),
          status: row.status ?? statusOfType[row.type] ?? row.type,
        })),
      }
    },
  )
}

type Row = Awaited<ReturnType<typeof listPackets>>[number]

function packetShown(row: Row, request: FastifyRequest, words: Words): PacketRow {
  const language = languageOf(request.headers['accept-language'])
  const { problem: code } = row
  const problem = code === null ? null : { code, message: words({ code }, language) ?? code }
  return {
    caseId: row.case_id,
    officeName: row.name,
    receivedAtMs: row.received_at.getTime(),
    tries: row.tries,
    problem,
  }
}
