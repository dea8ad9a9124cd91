// Asks — what a center asks of a matcher and what it is told, as bytes: CBOR, with a version in front.
//
// Whoever speaks on this line holds its credentials, and what is of another version is refused; what a
// message says inside is believed.

import { decode, encode } from 'cborg'
import type { FingerPosition } from '#enrollment/fingers'
import type { SketchAsk } from '#finger'
import type { Hit } from '../afis/best.ts'
import type { Found } from '../afis/gallery.ts'
import type { Labeling } from '../afis/labelings.ts'
import type { CopyName } from './map.ts'

const wireVersion = 3

export interface AskHead {
  readonly copies: readonly CopyName[]
  /** Answer only what is held at this number or a later one. */
  readonly seqMin: number
  readonly parametersSha256: string
}

/** The quick look as it was asked first: a replica that did not make it makes it again. */
export interface QuickTerms {
  readonly search: string
  readonly ask: SketchAsk
  /** Over the whole gallery. */
  readonly wanted: number
  readonly afterSeq: number
}

export type AskBody =
  | { readonly act: 'state' }
  | {
      readonly act: 'quick'
      readonly quick: QuickTerms
      /** Of each copy only so many: its share of the wanted, and some more. */
      readonly keep: number
    }
  | {
      readonly act: 'close'
      readonly quick: QuickTerms
      /** What the last of the wanted scored, over the whole gallery. */
      readonly least: number
      readonly ask: SketchAsk
      /** Of all these copies together. */
      readonly keep: number
    }
  | {
      readonly act: 'match'
      readonly newcomer: readonly (readonly [FingerPosition, Uint8Array])[]
      /** As said first; by the numbers of hypotheses. */
      readonly labelings: readonly Labeling[]
      /** Of each copy, in the order of the head. */
      readonly hits: readonly Uint8Array[]
      /** Only the best are told of: whoever is not among them here is not among those of all. */
      readonly scoreMin: number
      readonly candidatesMax: number
    }

export type MatcherAsk = { readonly head: AskHead; readonly body: AskBody }

export type Refusal = 'behind' | 'not-mine' | 'busy' | 'other-version' | 'fault'

export interface CopyState {
  readonly visits: number
  readonly people: number
  readonly positions: readonly (readonly [bits: number, visits: number])[]
}

export type AnswerBody =
  /** Of each copy, in the order of the head. */
  | { readonly act: 'state'; readonly states: readonly CopyState[] }
  /** How many have which score; they themselves stay where they were found. */
  | {
      readonly act: 'quick'
      readonly counts: readonly (readonly [score: number, count: number])[]
      /** Whoever has this score or a higher one is counted. */
      readonly floor: number
    }
  /** Of each copy, in the order of the head. */
  | { readonly act: 'close'; readonly hits: readonly Uint8Array[] }
  | { readonly act: 'match'; readonly found: readonly Found[] }

export type MatcherAnswer =
  | { readonly refused: Refusal }
  | {
      readonly seq: number
      /** On which of its threads the copies lie, in the order of the head. */
      readonly lanes: readonly number[]
      readonly body: AnswerBody
    }

type WireSketchAsk = Omit<SketchAsk, 'compares'> & {
  /** Each once, though many comparisons are made with it. */
  readonly probes: readonly SketchAsk['compares'][number]['probe'][]
  readonly compares: readonly (readonly [probe: number, slot: number])[]
}

export function writeAsk({ head, body }: MatcherAsk): Uint8Array {
  return encode([wireVersion, head, wiredBody(body)])
}

/** Undefined where it is of another version, or no ask. */
export function readAsk(bytes: Uint8Array): MatcherAsk | undefined {
  const said = readSaid(bytes)
  if (said === undefined) return undefined
  const [head, body] = said as [AskHead, AskBody]
  return { head, body: unwiredBody(body) }
}

export function writeAnswer(answer: MatcherAnswer): Uint8Array {
  return encode([wireVersion, answer])
}

export function readAnswer(bytes: Uint8Array): MatcherAnswer {
  const said = readSaid(bytes)
  return said === undefined ? { refused: 'other-version' } : (said[0] as MatcherAnswer)
}

function readSaid(bytes: Uint8Array): readonly unknown[] | undefined {
  try {
    const [version, ...said] = decode(bytes) as readonly unknown[]
    return version === wireVersion ? said : undefined
  } catch {
    return undefined
  }
}

function wiredBody(body: AskBody): object {
  if (body.act === 'quick') return { ...body, quick: wiredQuick(body.quick) }
  if (body.act !== 'close') return body
  return { ...body, quick: wiredQuick(body.quick), ask: wired(body.ask) }
}

function unwiredBody(body: AskBody): AskBody {
  if (body.act === 'quick') return { ...body, quick: unwiredQuick(body.quick) }
  if (body.act !== 'close') return body
  return { ...body, quick: unwiredQuick(body.quick), ask: unwired(body.ask as never) }
}

const wiredQuick = (quick: QuickTerms) => ({ ...quick, ask: wired(quick.ask) })
const unwiredQuick = (quick: QuickTerms) => ({ ...quick, ask: unwired(quick.ask as never) })

function wired({ compares, ...rest }: SketchAsk): WireSketchAsk {
  const probes = [...new Set(compares.map((it) => it.probe))]
  return {
    ...rest,
    probes,
    compares: compares.map(({ probe, slot }) => [probes.indexOf(probe), slot] as const),
  }
}

function unwired({ probes, compares, ...rest }: WireSketchAsk): SketchAsk {
  return { ...rest, compares: compares.map(([probe, slot]) => ({ probe: probes[probe]!, slot })) }
}

/** 16 bytes a hit: place 4, score 2, hypothesis 2, number 8, little-endian. */
const hitBytes = 16

export function writeHits(hits: readonly Hit[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(hits.length * hitBytes))
  for (const [i, { at, seq, score, hypothesis }] of hits.entries()) {
    view.setUint32(i * hitBytes, at, true)
    view.setUint16(i * hitBytes + 4, score, true)
    view.setUint16(i * hitBytes + 6, hypothesis, true)
    view.setFloat64(i * hitBytes + 8, seq, true)
  }
  return new Uint8Array(view.buffer)
}

export function readHits(bytes: Uint8Array): Hit[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.length / hitBytes) }, (_, i) => ({
    at: view.getUint32(i * hitBytes, true),
    score: view.getUint16(i * hitBytes + 4, true),
    hypothesis: view.getUint16(i * hitBytes + 6, true),
    seq: view.getFloat64(i * hitBytes + 8, true),
  }))
}
