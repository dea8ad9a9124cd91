// Set-up test — the command from anywhere, one set-up at a time, and counts that hide nothing.

import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { hashOfFolders } from './setup-hash.mjs'
import { withLock } from './setup-lock.mjs'
import { programRoot } from './setup-run.mjs'
import { countReport } from './test-report.mjs'

const folder = mkdtempSync(join(tmpdir(), 'set up '))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the command', () => {
  test('runs from any folder and through links, and keeps its output and its exit code', async () => {
    symlinkSync(join(programRoot, 'loket'), join(folder, 'first'))
    symlinkSync('first', join(folder, 'second'))
    const run = (...args) => promisify(execFile)(join(folder, 'second'), args, { cwd: folder })
    const { stdout, stderr } = await run('help')
    expect(stdout).toBe('')
    expect(stderr).toContain('./loket COMMAND')
    await expect(run('no-such-command')).rejects.toMatchObject({ code: 2, stdout: '' })
  })
})

describe('the lock', () => {
  test('lets one set-up work at a time, and is free after one that failed', async () => {
    const path = join(folder, 'locks', 'one')
    const story = []
    const work = (name) =>
      withLock(path, async () => {
        story.push(`${name} begins`)
        await delay(50)
        story.push(`${name} ends`)
        if (name === 'a') throw new Error('a fails')
      })
    const results = await Promise.allSettled([work('a'), work('b')])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(story).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  test('of a set-up that was killed is not waited for, whoever has its number now', async () => {
    const path = join(folder, 'dead')
    writeFileSync(path, `${process.pid}\n`)
    const long = new Date(Date.now() - 60_000)
    utimesSync(path, long, long)
    expect(await withLock(path, async () => 'done')).toBe('done')
  })
})

test('a hash changes with a file’s name and content, and not with files that do not matter', () => {
  const home = join(folder, 'hashed')
  mkdirSync(join(home, 'deep'), { recursive: true })
  const write = (name, text) => writeFileSync(join(home, name), text)
  const hash = () => hashOfFolders([home], [], (path) => !path.endsWith('.test.ts'))
  write('deep/a.ts', '1')
  const first = hash()
  write('deep/a.test.ts', '1')
  expect(hash()).toBe(first)
  write('deep/a.ts', '2')
  const second = hash()
  expect(second).not.toBe(first)
  write('deep/b.ts', '')
  expect(hash()).not.toBe(second)
})

describe('the count of a run', () => {
  const report = (...files) =>
    JSON.stringify({
      testResults: files.map((statuses) => ({
        name: '/anywhere/file',
        status:
          statuses.every((it) => it === 'passed') && statuses.length > 0 ? 'passed' : 'failed',
        assertionResults: statuses.map((status) => ({
          ...{ fullName: 'test', status },
          failureMessages: status === 'failed' ? ['Error: 1 is not 2\n    at line 7'] : [],
        })),
      })),
    })

  test('has as many passed as passed, and nothing else', () => {
    expect(countReport(report(['passed', 'passed'], ['passed']), 0)).toEqual({
      passed: 3,
      failures: [],
    })
  })

  test('takes all else for a failure: failed, skipped, not loaded, broken off, or outside', () => {
    const counts = [
      countReport(report(['passed', 'failed']), 1),
      countReport(report(['passed', 'skipped']), 0),
      countReport(report(['passed'], []), 1),
      countReport(report(['passed']), 1),
      countReport(undefined, 1),
    ]
    expect(counts.map(({ failures }) => failures.length)).toEqual([1, 1, 1, 1, 1])
    expect(counts.map(({ passed }) => passed)).toEqual([1, 1, 1, 1, 0])
    expect(counts.flatMap(({ failures }) => failures)).toEqual([
      'file: test (failed): Error: 1 is not 2',
      'file: test (skipped)',
      'file could not be loaded',
      'an error outside of any test',
      'the run broke off',
    ])
  })
})
