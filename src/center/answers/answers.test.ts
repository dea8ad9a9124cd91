// Answers — an office that waits hears of a decision when it is made, and misses none.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import { publicSigningOf } from '#enrollment/keys'
import { answersWaitMsMax } from '#enrollment/limits'
import { verifyWord } from '#enrollment/seal'
import { answerTyp } from '#enrollment/transfer'
import { type SendingOffice, useCenter } from '../../../test/support/center.ts'
import { appendFact } from '../log/log.ts'
import { createWatch } from './watch.ts'

const center = useCenter()
let office: SendingOffice
let other: SendingOffice

beforeAll(async () => {
  office = await center.enroll()
  other = await center.enroll('Kecamatan Lain')
})

/** Written as any process of the center would. */
async function append({ officeId }: SendingOffice): Promise<string> {
  const caseId = randomUUID() as CaseId
  await center.world.db
    .transaction()
    .execute((tx) => appendFact(tx, { caseId, officeId }, { type: 'received' }, center.time.now))
  return caseId
}

/** The cases that a page tells of, each word checked, and where to go on. */
async function ask(from: SendingOffice, after: number, waitMs?: number) {
  const wait = waitMs === undefined ? '' : `&waitMs=${waitMs}`
  const { status, body } = await from.call('GET', `/v1/answers?after=${after}${wait}`)
  expect(status).toBe(200)
  const signing = publicSigningOf(center.world.keys.signing)
  const cases: string[] = []
  for (const word of body.answers) {
    const verified = await verifyWord(word, answerTyp, () => signing)
    cases.push(verified.ok ? (verified.value.facts as { caseId: string }).caseId : 'forged')
  }
  return { cases, next: body.next as number }
}

const long = answersWaitMsMax

test('an office that waits is told of an entry when it is written, and of nobody else’s', async () => {
  const { next } = await ask(office, 0)
  let isTold = false
  const waiting = ask(office, next, long).finally(() => {
    isTold = true
  })
  await append(other)
  // Several looks at the log go by.
  await new Promise((later) => setTimeout(later, 700))
  expect(isTold).toBe(false)
  const caseId = await append(office)
  expect(await waiting).toMatchObject({ cases: [caseId] })
})

test('who lags behind is told at once, and where all is known the waiting ends empty', async () => {
  const before = (await ask(office, 0)).next
  const caseId = await append(office)
  expect((await ask(office, before, long)).cases).toEqual([caseId])
  const { next } = await ask(office, before)
  expect(await ask(office, next, 50)).toEqual({ cases: [], next })
})

test('from each entry on that an office has seen, it is told every later one once', async () => {
  const first = (await ask(office, 0)).next
  const written: string[] = []
  const heard: string[] = []
  const listening = (async () => {
    let after = first
    while (heard.length < 12) {
      const page = await ask(office, after, long)
      heard.push(...page.cases)
      after = page.next
    }
  })()
  for (let i = 0; i < 12; i++) {
    // Some before the next call is here, some while it waits.
    if (i % 3 === 0) await new Promise((later) => setTimeout(later, 60))
    written.push(await append(office))
  }
  await listening
  expect(heard).toEqual(written)
  expect((await ask(office, first)).cases).toEqual(written)
})

test('the office’s next call ends the one before', async () => {
  const { next } = await ask(office, 0)
  const first = ask(office, next, long)
  await new Promise((later) => setTimeout(later, 100))
  const second = ask(office, next, 50)
  expect(await first).toEqual({ cases: [], next })
  expect(await second).toEqual({ cases: [], next })
})

test('nobody may wait longer than the center lets a call wait', async () => {
  const tooLong = await office.call('GET', `/v1/answers?after=0&waitMs=${long + 1}`)
  expect(tooLong).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
})

test('a center that ends sends everybody back, and lets nobody wait any more', async () => {
  const watch = createWatch(center.world.db)
  const known = { after: 1e9, notices: undefined }
  const waiting = watch.untilNews(office.officeId, known, long)
  watch.stop()
  await waiting
  await watch.untilNews(office.officeId, known, long)
})
