// Journey test — residents walk through the whole running service by `./loket journey`: who comes
// for the first time gets a card, who comes again is recognized.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { anybody, type Person, signIn } from '../../src/cli/journey/person.ts'
import { samplePassword } from '../../src/staff/sample-accounts.ts'
import { writePrints } from '../support/print-folder.ts'
import { useService } from '../support/service.ts'

interface Told {
  readonly caseId: string
  readonly outcome: string
  readonly duplicateOf: string | null
  readonly statuses: readonly { readonly status: string; readonly at: string }[]
  readonly files: { readonly form: string; readonly receipt: string; readonly card: string | null }
  readonly seconds: Readonly<Record<string, number>>
}

const service = useService()
const run = promisify(execFile)
let scans = ''
const first: Record<string, Told> = {}

/** Person 8 has no left little finger. */
const persons = {
  '7': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  '8': [1, 2, 3, 4, 5, 6, 7, 8, 9],
} as const

async function visitOf(person: string, visit: number): Promise<Told> {
  const args = ['--scans', scans, '--person', person, '--visit', String(visit), '--json']
  const ran = await service.loket('journey', ...args)
  expect(ran.stderr).not.toMatch(/Error|fault/)
  expect(ran.code).toBe(0)
  const lines = ran.stdout.trim().split('\n')
  expect(lines.length).toBe(1)
  return JSON.parse(lines[0] as string)
}

beforeAll(async () => {
  scans = join(service.home, 'scans')
  const asked = Object.entries(persons).map(([person, positions]) => {
    return { person, positions, visits: 3 }
  })
  await writePrints(scans, asked)
})

test.each(Object.keys(persons))(
  'person %s comes for the first time and gets a card',
  async (person) => {
    const told = await visitOf(person, 1)
    expect(told.outcome).toBe('CARD_ISSUED')
    expect(told.duplicateOf).toBeNull()
    const names = told.statuses.map(({ status }) => status)
    expect(names).not.toContain('ADJUDICATE_RECORD')
    expect(names.at(-1)).toBe('CARD_ISSUED')
    expect(told.files.card).not.toBeNull()
    first[person] = told
  },
)

describe('what is told of a journey', () => {
  test('are just these facts, and files that are there', () => {
    const told = first['7'] as Told
    const keys = ['caseId', 'outcome', 'duplicateOf', 'statuses', 'files', 'seconds']
    expect(Object.keys(told).toSorted()).toEqual(keys.toSorted())
    expect(Object.keys(told.files).toSorted()).toEqual(['card', 'form', 'receipt'])
    for (const file of Object.values(told.files)) {
      expect(isAbsolute(file as string) && existsSync(file as string)).toBe(true)
    }
    const times = told.statuses.map(({ at }) => Date.parse(at))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    for (const seconds of Object.values(told.seconds)) expect(seconds).toBeGreaterThanOrEqual(0)
    expect(Object.keys(told.seconds)).toEqual(expect.arrayContaining(['capture', 'center']))
  })

  test('the form’s endorsement is a signature that others call valid', async () => {
    // It ends with an error where it knows no authority; what it says of the bytes counts.
    const { stdout } = await run('pdfsig', [(first['7'] as Told).files.form]).catch((it) => it)
    expect(stdout).toMatch(/Signature is Valid/)
    expect(stdout).toMatch(/Total document signed/)
  })

  test('the card has the size of a card, 85.60 × 53.98 mm', async () => {
    const { stdout } = await run('pdfinfo', [(first['7'] as Told).files.card as string])
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(stdout) ?? []
    const mm = (points: string | undefined) => (Number(points) / 72) * 25.4
    expect(mm(width)).toBeCloseTo(85.6, 2)
    expect(mm(height)).toBeCloseTo(53.98, 2)
  })

  test('the receipt is genuine, and with one letter changed it is not', async () => {
    const operator = await enter('operator')
    const { caseId } = first['7'] as Told
    const { receiptToken } = await operator.get<{ receiptToken: string }>(
      `/api/attestations/${caseId}`,
    )
    const verify = (token: string) =>
      anybody(service.officeUrl).post<{ valid: boolean }>('/api/receipts/verify', { token })
    expect((await verify(receiptToken)).valid).toBe(true)
    const at = Math.floor(receiptToken.length / 2)
    const other = receiptToken[at] === 'A' ? 'B' : 'A'
    const changed = receiptToken.slice(0, at) + other + receiptToken.slice(at + 1)
    expect((await verify(changed)).valid).toBe(false)
  })

  test('a finger that is not there is done without by the supervisor’s leave', async () => {
    const operator = await enter('operator')
    const { caseId } = first['8'] as Told
    const { fingers } = await operator.get<{
      fingers: { position: number; standing: string }[]
    }>(`/api/captures/${caseId}`)
    const excepted = fingers.filter(({ standing }) => standing === 'excepted')
    expect(excepted.map(({ position }) => position)).toEqual([10])
  })
})

test.each([
  ['7', 2],
  ['8', 3],
])(
  'person %s comes again under another name, visit %i, and is recognized',
  async (person, visit) => {
    const told = await visitOf(person, visit)
    expect(told.outcome).toBe('DUPLICATE_RECORD')
    expect(told.duplicateOf).toBe((first[person] as Told).caseId)
    expect(told.caseId).not.toBe((first[person] as Told).caseId)
    expect(told.files.card).toBeNull()
    expect(told.statuses.map(({ status }) => status)).not.toContain('PRINT_READY_RECORD')
  },
)

test('what is asked wrongly is told how to ask, by the exit code too', async () => {
  const asked = await service.loket('journey', '--scans', scans, '--json')
  expect(asked).toMatchObject({ code: 2, stdout: '' })
  expect(asked.stderr).toMatch(/^usage: /)
  const without = ['--resident', join(scans, 'nobody.json'), '--json']
  expect(await service.loket('journey', ...without)).toMatchObject({ code: 1, stdout: '' })
})

test('every act of all this stands in the audit logs, which are whole', async () => {
  const { code, stdout } = await service.loket('audit', 'verify')
  expect(stdout).toMatch(/^office: \d+ entries whole.*\ncenter: \d+ entries whole/)
  expect(code).toBe(0)
})

function enter(name: string): Promise<Person> {
  return signIn(service.officeUrl, { name, password: samplePassword })
}
