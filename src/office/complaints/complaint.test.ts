// Complaint — numbers, deadlines, whom it reaches, and whom a name means.

import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '#resident/calendar-date'
import type { AccountId } from '#staff/account'
import type { Role } from '#staff/roles'
import {
  complaintNumberOf,
  dueOnOf,
  isForLeaderAlone,
  parseComplaintNumber,
  stateOf,
  subjectOfText,
} from './complaint.ts'
import { type Officer, officersMentioned, officersNamed } from './concerned.ts'

const friday = '2026-11-20' as CalendarDate

describe('a number', () => {
  test('is counted within its month', () => {
    expect(complaintNumberOf(friday, 3)).toBe('ADU-2611-0003')
    expect(complaintNumberOf(friday, 12_345)).toBe('ADU-2611-12345')
  })

  test('is read however it was written', () => {
    for (const text of ['adu 2611 0003', 'ADU-2611-0003', ' Adu26110003.']) {
      expect(parseComplaintNumber(text)).toBe('ADU-2611-0003')
    }
    for (const text of ['2611-0003', 'ADU-2611', 'TJ-261122-017', '']) {
      expect(parseComplaintNumber(text)).toBeUndefined()
    }
  })
})

test('the deadline counts working days from the day after', () => {
  expect(dueOnOf('light', friday)).toBe('2026-11-24')
  expect(dueOnOf('information', friday)).toBe('2026-11-27')
  expect(dueOnOf('no-oversight', friday)).toBe('2026-12-10')
})

describe('the camat alone sees', () => {
  const plain = {
    subject: 'quality',
    leaderOnly: false,
    namesUnknown: false,
    concernsCamat: false,
  } as const

  test('money, what was asked for, and names that nobody here has; nothing else', () => {
    expect(isForLeaderAlone(plain)).toBe(false)
    expect(isForLeaderAlone({ ...plain, subject: 'pungli' })).toBe(true)
    expect(isForLeaderAlone({ ...plain, leaderOnly: true })).toBe(true)
    expect(isForLeaderAlone({ ...plain, namesUnknown: true })).toBe(true)
  })

  test('nothing that is about the camat', () => {
    const about = { ...plain, subject: 'pungli', leaderOnly: true, concernsCamat: true } as const
    expect(isForLeaderAlone(about)).toBe(false)
  })
})

test('a text about money is taken for pungli, any other for a question', () => {
  for (const text of [
    'diminta Rp50.000 untuk KTP',
    'Petugas minta UANG rokok',
    'harus bayar dulu',
  ]) {
    expect(subjectOfText(text)).toBe('pungli')
  }
  for (const text of ['antrean lama sekali', 'ruang tunggu kotor', 'terpaksa pulang']) {
    expect(subjectOfText(text)).toBe('suggestion')
  }
})

describe('an officer', () => {
  const officer = (displayName: string, role: Role, name = 'x'): Officer => {
    return { accountId: displayName as AccountId, name, displayName, role }
  }
  const budi = officer('Budi Santoso', 'petugas-loket')
  const other = officer('Budi Hartono', 'operator-ktp')
  const camat = officer('H. Ahmad Fauzi, S.Sos.', 'camat')
  const all = [budi, other, camat]

  test('is found by any part of the name, all of one name at once', () => {
    expect(officersNamed('Pak Budi', all)).toEqual([budi, other])
    expect(officersNamed('budi santoso', all)).toEqual([budi])
    expect(officersNamed('Camat', all)).toEqual([camat])
  })

  test('is not found by a title or a name nobody has', () => {
    for (const told of ['Pak', 'Bu', '', 'Pak Joko', 'Budi Joko']) {
      expect(officersNamed(told, all)).toEqual([])
    }
  })

  test('is kept away where a text mentions the name or the post, the camat excepted', () => {
    expect(officersMentioned('pak SANTOSO kasar sekali', all)).toEqual([budi])
    expect(officersMentioned('operator itu marah', all)).toEqual([other])
    expect(officersMentioned('camat Ahmad Fauzi', all)).toEqual([])
  })
})

test('an answer does not close a complaint unless it says so', () => {
  expect(stateOf([])).toBe('open')
  expect(stateOf([{ closes: false }])).toBe('answered')
  expect(stateOf([{ closes: false }, { closes: true }])).toBe('closed')
})
