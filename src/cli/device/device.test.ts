// Device command tests — started as a person starts it: says where it listens, plays, stops in order.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import {
  captureFingers,
  discoverFingerDevices,
  firstPreviousHash,
  verifyCapture,
} from '#formats/sbi'
import { findFreePort } from '#kit/node/ports'
import { programRoot } from '#kit/node/program'

const home = await mkdtemp(join(tmpdir(), 'loket-device-command-'))
const children: ChildProcess[] = []
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(home, { recursive: true })
})

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', tsx, 'src/cli/main.ts', 'device', ...args], {
    cwd: programRoot,
    env: { ...process.env, LOKET_HOME: home, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  let told = ''
  child.stderr.on('data', (part) => {
    told += part
  })
  const ended = once(child, 'exit')
  return { child, ended, told: () => told }
}

test('the scanner runs, is found, takes the thumbs of who stands there, and stops when told', async () => {
  const port = await findFreePort()
  const { child, ended, told } = run([], { LOKET_SCANNER_PORTS: `${port}-${port}` })
  while (!told().includes('ready') && child.exitCode === null) {
    await Promise.race([once(child.stderr!, 'data'), ended])
  }
  expect(told()).toBe(`scanner ready on http://127.0.0.1:${port}\n`)

  const [found] = await discoverFingerDevices({ fetch, ports: [port], timeoutMs: 10_000 })
  const request = {
    ...({
      environment: 'Staging',
      deviceSubId: 3,
      deviceId: found?.device.deviceId ?? '',
    } as const),
    ...{ transactionId: 'T-1', previousHash: firstPreviousHash, positions: [6, 1] as const },
    ...{ exceptions: [], requestedScore: 50, timeoutMs: 20_000 },
  }
  const client = { fetch, baseUrl: `http://127.0.0.1:${port}` }
  const answer = await captureFingers(client, request, Date.now())
  const verified = await verifyCapture({
    ...request,
    response: answer.ok ? answer.value : answer.issue,
    trustedDeviceCertificates: [
      await readFile(join(home, 'device/device-certificate.pem'), 'utf8'),
    ],
    nowMs: Date.now(),
  })
  expect(verified.ok && verified.value.biometrics.map((it) => it.position)).toEqual([6, 1])
  for (const { qualityScore } of verified.ok ? verified.value.biometrics : []) {
    expect(qualityScore).toBeGreaterThan(30)
  }

  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('it says in one sentence why it cannot start', async () => {
  const port = await findFreePort()
  const first = run([], { LOKET_SCANNER_PORTS: `${port}-${port}` })
  while (!first.told().includes('ready')) await once(first.child.stderr!, 'data')
  const second = run([], { LOKET_SCANNER_PORTS: `${port}-${port}` })
  expect(await second.ended).toEqual([1, null])
  expect(second.told()).toBe(`No port from ${port} to ${port} is free for the scanner.\n`)
  const wrong = run(['--help'], {})
  expect(await wrong.ended).toEqual([2, null])
  first.child.kill('SIGINT')
  expect(await first.ended).toEqual([0, null])
})
