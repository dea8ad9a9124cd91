// Words — the names that SBI 0.9.5 gives to fingers, slaps, purposes and places.

import { type FingerPosition, fingerPositions } from '#formats/iso19794-4'
import { assert } from '#kit/assert'

export const specVersion = '0.9.5'

/** A device takes the first free port of these, on 127.0.0.1 and not on "localhost". */
export const devicePortFirst = 4501
export const devicePortLast = 4600

export type Environment = 'Staging' | 'Developer' | 'Pre-Production' | 'Production'
export type DeviceStatus = 'Ready' | 'Busy' | 'Not Ready' | 'Not Registered'

/** Which part of the platen: 1 the left slap, 2 the right slap, 3 the two thumbs. */
export type DeviceSubId = 1 | 2 | 3

/** In the order in which the fingers lie on the platen, from the index finger out. */
export const slapFingers: Readonly<Record<DeviceSubId, readonly FingerPosition[]>> = {
  1: [7, 8, 9, 10],
  2: [2, 3, 4, 5],
  3: [6, 1],
}

const names: Readonly<Record<FingerPosition, string>> = {
  1: 'Right Thumb',
  2: 'Right IndexFinger',
  3: 'Right MiddleFinger',
  4: 'Right RingFinger',
  5: 'Right LittleFinger',
  6: 'Left Thumb',
  7: 'Left IndexFinger',
  8: 'Left MiddleFinger',
  9: 'Left RingFinger',
  10: 'Left LittleFinger',
}

/** "Right IndexFinger" and so on: what SBI writes into bioSubType and exception. */
export function bioSubTypeOf(position: FingerPosition): string {
  return names[position]
}

export function findPositionOfBioSubType(bioSubType: string): FingerPosition | undefined {
  return fingerPositions.find((it) => names[it] === bioSubType)
}

export function deviceSubIdOf(position: FingerPosition): DeviceSubId {
  const subId = ([1, 2, 3] as const).find((it) => slapFingers[it].includes(position))
  assert(subId !== undefined, 'every finger lies in one slap')
  return subId
}

/** SBI writes seconds and `Z`: 2020-12-08T09:39:37Z. */
export function sbiTimestamp(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`
}

/** Milliseconds and an offset are let pass; undefined for anything else than a moment. */
export function findEpochMs(timestamp: string): number | undefined {
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(timestamp)
  const atMs = isMoment ? Date.parse(timestamp) : Number.NaN
  return Number.isNaN(atMs) ? undefined : atMs
}
