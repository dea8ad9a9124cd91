// Wire — what the page of the pipeline is told: how far packets are, what was set aside, what was
// decided; and what its buttons ask for.

import { type Static, Type } from 'typebox'

const Nullable = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) =>
  Type.Union([of, Type.Null()])

const Mode = Type.Union([Type.Literal('running'), Type.Literal('draining'), Type.Literal('paused')])

/** What a packet that waits has reached. */
const Stage = Type.Union([
  Type.Literal('received'),
  Type.Literal('extracted'),
  Type.Literal('searched'),
])

const Packet = Type.Object({
  digest: Type.String(),
  caseId: Type.String(),
  officeName: Type.String(),
  receivedAtMs: Type.Integer(),
  tries: Type.Integer(),
  /** A code, and the same in the reader's language. */
  problem: Nullable(Type.Object({ code: Type.String(), message: Type.String() })),
})
export type PacketRow = Static<typeof Packet>

const Problem = Type.Object({ code: Type.String(), message: Type.String() })

/** What was refused before it came in: it never was a packet. */
const Refused = Type.Object({
  /** In whose name it came; null where no office here is named. */
  officeName: Nullable(Type.String()),
  problem: Problem,
  count: Type.Integer(),
  lastAtMs: Type.Integer(),
})
export type RefusedRow = Static<typeof Refused>

const StageCount = Type.Object({
  stage: Stage,
  count: Type.Integer(),
  /** Since when the one that waits longest has been at this stage. */
  oldestAtMs: Nullable(Type.Integer()),
})
export type StageRow = Static<typeof StageCount>

const Throughput = Type.Object({
  fromMs: Type.Integer(),
  stepMs: Type.Integer(),
  /** Packets that were decided, step by step. */
  decided: Type.Array(Type.Integer()),
  setAside: Type.Array(Type.Integer()),
})
export type Throughput = Static<typeof Throughput>

export const PipelineReply = Type.Object({
  mode: Mode,
  modeSinceMs: Type.Integer(),
  /** Packets that some process is taking through a step at this moment. */
  inHandCount: Type.Integer(),
  /** Always all of them, in order. */
  stages: Type.Array(StageCount),
  setAsideCount: Type.Integer(),
  galleryPeople: Type.Integer(),
  adjudicationCount: Type.Integer(),
  throughput: Throughput,
  /** Only those that were tried in vain; newest first. */
  stuck: Type.Array(Packet),
  setAside: Type.Array(Packet),
  /** At the door, by office and reason; the latest first. */
  refused: Type.Array(Refused),
  decisions: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      caseId: Type.String(),
      officeName: Type.String(),
      atMs: Type.Integer(),
      /** The field's status code, e.g. 'PRINT_READY_RECORD'. */
      status: Type.String(),
      /** Why it failed, where it did. */
      problem: Nullable(Problem),
    }),
  ),
})
export type PipelineReply = Static<typeof PipelineReply>

export const ModeRequest = Type.Object({ mode: Mode })
export type ModeRequest = Static<typeof ModeRequest>

export const TryAgainRequest = Type.Object({ digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) })
export type TryAgainRequest = Static<typeof TryAgainRequest>
