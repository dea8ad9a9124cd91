// Wire — what the page of the gallery is told: who holds which part of it, how far, and with what to do.

import { type Static, Type } from 'typebox'

const Nullable = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) =>
  Type.Union([of, Type.Null()])

const Searches = Type.Object({
  count: Type.Integer(),
  lastMinute: Type.Integer(),
  /** Of the latest; null while there was none. */
  medianMs: Nullable(Type.Number()),
  slowestMs: Nullable(Type.Number()),
})

const Replica = Type.Object({
  matcher: Type.String(),
  /** The version of the map by which it was begun. */
  since: Type.Integer(),
  state: Type.Union([
    Type.Literal('held'),
    Type.Literal('loading'),
    Type.Literal('other-version'),
    Type.Literal('gone'),
  ]),
  /** Changes of the gallery that it has not taken yet. */
  lag: Type.Integer(),
})
export type ReplicaRow = Static<typeof Replica>

const Partition = Type.Object({
  /** Such as '000-3ff': the first three digits of its cases. */
  partition: Type.String(),
  people: Type.Integer(),
  bytes: Type.Integer(),
  replicas: Type.Array(Replica),
  liveCount: Type.Integer(),
})
export type PartitionRow = Static<typeof Partition>

const MapVersion = Type.Object({
  version: Type.Integer(),
  madeAtMs: Type.Integer(),
  readyAtMs: Nullable(Type.Integer()),
  copyCount: Type.Integer(),
  heldCount: Type.Integer(),
})
export type MapRow = Static<typeof MapVersion>

const Matcher = Type.Object({
  matcher: Type.String(),
  isThere: Type.Boolean(),
  seenForMs: Type.Number(),
  isOtherVersion: Type.Boolean(),
  mapVersion: Type.Integer(),
  lag: Type.Integer(),
  copyCount: Type.Integer(),
  heldCount: Type.Integer(),
  people: Type.Integer(),
  bytes: Type.Integer(),
  load: Type.Object({
    inHand: Type.Integer(),
    answered: Type.Integer(),
    refused: Type.Integer(),
    residentBytes: Type.Integer(),
    searches: Searches,
  }),
})
export type MatcherRow = Static<typeof Matcher>

export const GalleryReply = Type.Object({
  /** Whether the process that answers holds all of it itself. */
  place: Type.Union([Type.Literal('one-process'), Type.Literal('matchers')]),
  people: Type.Integer(),
  /** Of all copies together. */
  bytes: Type.Integer(),
  /** Of the process that answers, whole. */
  residentBytes: Type.Integer(),
  /** The number of the gallery's latest change in the database. */
  lastSeq: Type.Integer(),
  /** Changes that the process itself has not taken yet; 0 where matchers hold it. */
  lag: Type.Integer(),
  /** Of the process that answers. */
  searches: Searches,
  failedCount: Type.Integer(),
  /** The one that is searched by, if there is one, and all later ones. */
  maps: Type.Array(MapVersion),
  partitions: Type.Array(Partition),
  matchers: Type.Array(Matcher),
})
export type GalleryReply = Static<typeof GalleryReply>
