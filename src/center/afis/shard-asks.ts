// Shard asks — what is said to a shard that lives in a thread of its own, and what it answers.

import type { SketchAsk } from '#finger'
import type { Hit } from './best.ts'
import type { Found, GalleryEntry } from './gallery.ts'
import { type BlockFile, createShard, type MatchAsk, type Shard, type ShardState } from './shard.ts'

export type ShardAsk =
  | { readonly act: 'apply'; readonly entries: readonly GalleryEntry[] }
  | {
      readonly act: 'quick-look'
      readonly ask: SketchAsk
      readonly wanted: number
      readonly afterSeq: number
    }
  | {
      readonly act: 'close-look'
      readonly ask: SketchAsk
      readonly hits: readonly Pick<Hit, 'at' | 'seq'>[]
    }
  | { readonly act: 'match'; readonly ask: MatchAsk }
  | { readonly act: 'save' | 'load'; readonly folder: string; readonly files: readonly BlockFile[] }

export type ShardAnswer = ShardState | Hit[] | Found[] | readonly BlockFile[] | undefined

/** A shard as its owner sees it, wherever it lives. */
export interface RemoteShard {
  apply(entries: readonly GalleryEntry[]): Promise<ShardState>
  quickLook(ask: SketchAsk, wanted: number, afterSeq: number): Promise<Hit[]>
  closeLook(ask: SketchAsk, hits: readonly Pick<Hit, 'at' | 'seq'>[]): Promise<Hit[]>
  match(ask: MatchAsk): Promise<Found[]>
  save(folder: string, known: readonly BlockFile[]): Promise<readonly BlockFile[]>
  /** Undefined where a file is not what was written. */
  load(folder: string, files: readonly BlockFile[]): Promise<ShardState | undefined>
  stop(): Promise<void>
}

export function answerShardAsk(shard: Shard, ask: ShardAsk): ShardAnswer {
  switch (ask.act) {
    case 'apply':
      shard.apply(ask.entries)
      return shard.state
    case 'quick-look':
      return shard.quickLook(ask.ask, ask.wanted, ask.afterSeq)
    case 'close-look':
      return shard.closeLook(ask.ask, ask.hits)
    case 'match':
      return shard.match(ask.ask)
    case 'save':
      return shard.save(ask.folder, ask.files)
    case 'load':
      return shard.load(ask.folder, ask.files) ? shard.state : undefined
  }
}

/**
 * Who decides waits for the last look, and for those who came meanwhile to be taken in: neither has to
 * wait for looks at everybody that have not begun.
 */
export function passes(ask: ShardAsk, waiting: ShardAsk): boolean {
  const isShort = ask.act === 'apply' || (ask.act === 'quick-look' && ask.afterSeq > 0)
  const isLook = ['quick-look', 'close-look', 'match'].includes(waiting.act)
  return isShort && isLook && !(waiting.act === 'quick-look' && waiting.afterSeq > 0)
}

/** `say` carries an ask to the shard; what may not change places is asked one after the other. */
export function remoteShard(
  say: (ask: ShardAsk) => Promise<ShardAnswer>,
  stop: () => Promise<void>,
): RemoteShard {
  return {
    apply: (entries) => say({ act: 'apply', entries }) as Promise<ShardState>,
    quickLook: (ask, wanted, afterSeq) =>
      say({ act: 'quick-look', ask, wanted, afterSeq }) as Promise<Hit[]>,
    closeLook: (ask, hits) => say({ act: 'close-look', ask, hits }) as Promise<Hit[]>,
    match: (ask) => say({ act: 'match', ask }) as Promise<Found[]>,
    save: (folder, files) => say({ act: 'save', folder, files }) as Promise<readonly BlockFile[]>,
    load: (folder, files) => say({ act: 'load', folder, files }) as Promise<ShardState | undefined>,
    stop,
  }
}

/** A shard in this very thread: whoever asks waits for it. */
export function shardHere(visitsPerPartition?: number): RemoteShard {
  const shard = createShard(visitsPerPartition)
  return remoteShard(
    async (ask) => answerShardAsk(shard, ask),
    async () => {},
  )
}
