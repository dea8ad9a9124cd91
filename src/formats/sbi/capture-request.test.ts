// Capture request tests — what an office asks is what a device understands, and slips have codes.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerPositions } from '#formats/iso19794-4'
import {
  bioSubTypeOf,
  type CaptureRequest,
  captureRequestMessage,
  deviceSubIdOf,
  findEpochMs,
  findNumber,
  findPositionOfBioSubType,
  firstPreviousHash,
  parseCaptureRequest,
  sbiTimestamp,
  slapFingers,
} from './index.ts'

const asked = { environment: 'Staging', deviceId: 'D1' } as const
const leftSlap: CaptureRequest = {
  ...asked,
  transactionId: 'T-1',
  deviceSubId: 1,
  positions: [7, 8, 9, 10],
  exceptions: [],
  requestedScore: 60,
  previousHash: firstPreviousHash,
  timeoutMs: 10_000,
}

const request: fc.Arbitrary<CaptureRequest> = fc
  .record({
    transactionId: fc.constantFrom('1', 'T'.repeat(200)),
    deviceSubId: fc.constantFrom(1 as const, 2 as const, 3 as const),
    requestedScore: fc.constantFrom(0, 60, 72.5, 100),
    previousHash: fc.constantFrom(firstPreviousHash, 'AB'.repeat(32)),
    timeoutMs: fc.constantFrom(1, 10_000, 300_000),
    roles: fc.array(fc.constantFrom('wanted', 'excepted', 'neither'), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map(({ roles, ...rest }) => {
    const slap = slapFingers[rest.deviceSubId]
    const first = slap.slice(0, 1)
    const positions = slap.filter((_, i) => roles[i] === 'wanted')
    const exceptions = slap.filter((_, i) => roles[i] === 'excepted')
    return positions.length > 0
      ? { ...asked, ...rest, positions, exceptions }
      : { ...asked, ...rest, positions: first, exceptions: [] }
  })

test('what is asked is what is understood', () => {
  fc.assert(
    fc.property(request, (it) => {
      const message = JSON.parse(JSON.stringify(captureRequestMessage(it, 0)))
      expect(parseCaptureRequest(message, asked)).toEqual({ ok: true, value: it })
    }),
  )
})

test('numbers travel as text', () => {
  const message = captureRequestMessage(leftSlap, Date.UTC(2026, 6, 1, 2, 30))
  expect(message).toMatchObject({
    timeout: '10000',
    captureTime: '2026-07-01T02:30:00Z',
    bio: [{ count: '4', deviceSubId: '1', requestedScore: '60' }],
  })
  expect(message.bio[0]?.bioSubType.join()).toBe(
    'Left IndexFinger,Left MiddleFinger,Left RingFinger,Left LittleFinger',
  )
})

describe('a device understands also', () => {
  const bio = captureRequestMessage(leftSlap, 0).bio[0]
  const with_ = (changes: object) => ({
    ...captureRequestMessage(leftSlap, 0),
    bio: [{ ...bio, ...changes }],
  })
  test.each([
    ['numbers', { count: 4, deviceSubId: 1, requestedScore: 60 }, leftSlap],
    ['no names of fingers', { bioSubType: undefined, exception: undefined }, leftSlap],
    ['an unknown finger', { bioSubType: ['UNKNOWN'] }, leftSlap],
    ['no previous hash', { previousHash: '' }, leftSlap],
    [
      'exceptions without names',
      { bioSubType: [], exception: ['Left LittleFinger'], count: '3' },
      { ...leftSlap, positions: [7, 8, 9], exceptions: [10] },
    ],
  ])('%s', (_, changes, expected) => {
    expect(parseCaptureRequest(with_(changes), asked)).toEqual({ ok: true, value: expected })
  })

  test('a patience longer than it has, cut to five minutes', () => {
    const message = { ...captureRequestMessage(leftSlap, 0), timeout: 900_000 }
    expect(parseCaptureRequest(message, asked)).toMatchObject({ value: { timeoutMs: 300_000 } })
  })

  test.each([
    ['three of four', { count: '3' }, '109'],
    ['nobody', { exception: leftSlap.positions.map(bioSubTypeOf), count: '0' }, '109'],
    ['a finger of the other hand', { bioSubType: ['Right Thumb'], count: '1' }, '119'],
    ['a toe', { bioSubType: ['Left Toe'], count: '1' }, '119'],
    ['an exception of the other hand', { exception: ['Right Thumb'] }, '118'],
    ['platen 4', { deviceSubId: '4' }, '106'],
    ['platen 0', { deviceSubId: '0' }, '106'],
    ['another device', { deviceId: 'D2' }, '106'],
    ['an iris', { type: 'Iris' }, '114'],
    ['a score of 101', { requestedScore: '101' }, '500'],
    ['half a hash', { previousHash: 'AB' }, '500'],
  ])('but not %s', (_, changes, code) => {
    expect(parseCaptureRequest(with_(changes), asked)).toEqual({ ok: false, issue: { code } })
  })

  test.each([
    ['nothing', undefined, '500'],
    ['an empty object', {}, '500'],
    ['two slaps', { ...with_({}), bio: [bio, bio] }, '500'],
    ['no transaction', { ...with_({}), transactionId: ' ' }, '112'],
    ['an endless transaction', { ...with_({}), transactionId: 'T'.repeat(201) }, '112'],
    ['production', { ...with_({}), env: 'Production' }, '115'],
    ['authentication', { ...with_({}), purpose: 'Auth' }, '121'],
    ['no patience', { ...with_({}), timeout: '0' }, '500'],
    ['patience without end', { ...with_({}), timeout: 'Infinity' }, '500'],
  ])('and not %s', (_, message, code) => {
    expect(parseCaptureRequest(message, asked)).toEqual({ ok: false, issue: { code } })
  })
})

test('each finger has one name and lies in one slap', () => {
  for (const position of fingerPositions) {
    expect(findPositionOfBioSubType(bioSubTypeOf(position))).toBe(position)
    expect(slapFingers[deviceSubIdOf(position)]).toContain(position)
  }
  expect(
    Object.values(slapFingers)
      .flat()
      .toSorted((a, b) => a - b),
  ).toEqual(fingerPositions)
})

test.each([
  ['2020-12-08T09:39:37Z', Date.UTC(2020, 11, 8, 9, 39, 37)],
  ['2020-12-08T09:39:37.123Z', Date.UTC(2020, 11, 8, 9, 39, 37, 123)],
  ['2020-12-08T16:39:37+07:00', Date.UTC(2020, 11, 8, 9, 39, 37)],
  ['2020-12-08', undefined],
  ['2020-13-08T09:39:37Z', undefined],
  ['', undefined],
])('the moment %j', (text, expected) => {
  expect(findEpochMs(text)).toBe(expected)
})

test('a moment is written to the second', () => {
  expect(sbiTimestamp(Date.UTC(2020, 11, 8, 9, 39, 37, 999))).toBe('2020-12-08T09:39:37Z')
})

test.each([
  ['4', 4],
  [' 72.50 ', 72.5],
  [4, 4],
  ['-1', -1],
  ['', undefined],
  ['0x10', undefined],
  ['1e3', undefined],
  ['four', undefined],
  [Number.NaN, undefined],
])('the number %j', (written, expected) => {
  expect(findNumber(written)).toBe(expected)
})
