// Wire — what the page of the pipeline is told: how much waits, what was set aside, what was decided.

import { type Static, Type } from 'typebox'

const Nullable = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) =>
  Type.Union([of, Type.Null()])

const Packet = Type.Object({
  caseId: Type.String(),
  officeName: Type.String(),
  receivedAtMs: Type.Integer(),
  tries: Type.Integer(),
  /** A code, and the same in the reader's language. */
  problem: Nullable(Type.Object({ code: Type.String(), message: Type.String() })),
})
export type PacketRow = Static<typeof Packet>

export const PipelineReply = Type.Object({
  waitingCount: Type.Integer(),
  oldestWaitingAtMs: Nullable(Type.Integer()),
  refusedCount: Type.Integer(),
  galleryPeople: Type.Integer(),
  adjudicationCount: Type.Integer(),
  /** Only those that were tried in vain; newest first. */
  stuck: Type.Array(Packet),
  refused: Type.Array(Packet),
  decisions: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      caseId: Type.String(),
      officeName: Type.String(),
      atMs: Type.Integer(),
      /** The field's status code, e.g. 'PRINT_READY_RECORD'. */
      status: Type.String(),
    }),
  ),
})
export type PipelineReply = Static<typeof PipelineReply>
