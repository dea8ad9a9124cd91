// Stubborn person — a client that asks again after the program came back, and notes what it was told.

import { setTimeout as delay } from 'node:timers/promises'
import { type Person, Refused } from '../../src/cli/journey/person.ts'

/** One call that was answered with success: whatever it said has to be true from then on. */
export interface Told {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  // A test says by its expectations what it takes the answer for.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly answer: any
}

export interface StubbornNeeds {
  readonly told: Told[]
  /** Called when a request has just been sent for the first time: the moment for a blow. */
  readonly onSent: (method: Told['method'], path: string) => void
  readonly healthy: () => Promise<void>
}

const triesMax = 40
const againMs = 250

/** Behaves as `inner` does where nothing goes wrong on the way. */
export function stubborn(inner: Person, { told, onSent, healthy }: StubbornNeeds): Person {
  async function insist<Answer>(
    method: Told['method'],
    path: string,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    for (let nth = 1; ; nth++) {
      try {
        const answering = send()
        if (nth === 1) onSent(method, path)
        const answer = await answering
        told.push({ method, path, answer })
        return answer
      } catch (error) {
        const isOurs = !isLost(error) || nth === triesMax
        if (isOurs && nth > 1 && isDoneAlready(error)) return findDone<Answer>(inner, path)
        if (isOurs) throw error
        await healthy()
        await delay(againMs)
      }
    }
  }
  const post = <Body>(path: string, body?: object) =>
    insist('POST', path, () => inner.post<Body>(path, body))
  return {
    post,
    get: (path) => insist('GET', path, () => inner.get(path)),
    put: (path, body) => insist('PUT', path, () => inner.put(path, body)),
    getBytes: (path) => inner.getBytes(path),
    async tryPost<Body>(path: string, body?: object) {
      try {
        return await post<Body>(path, body)
      } catch (error) {
        if (error instanceof Refused) return error
        throw error
      }
    },
  }
}

/** The reply was lost, or the program could not do its work: nobody knows whether it was done. */
function isLost(error: unknown): boolean {
  return !(error instanceof Refused) || error.status >= 500
}

function isDoneAlready(error: unknown): boolean {
  return error instanceof Refused && error.code === 'case.not-here'
}

/** The case has gone on by the first try; what the reply would have said is looked up. */
async function findDone<Answer>(inner: Person, path: string): Promise<Answer> {
  const [, caseId] = /^\/api\/printing\/([^/]+)$/.exec(path) ?? []
  if (caseId === undefined) return {} as Answer
  const { jobs } = await inner.get<{ jobs: readonly { caseId: string; jobId: string }[] }>(
    '/api/printing',
  )
  return jobs.find((it) => it.caseId === caseId) as Answer
}
