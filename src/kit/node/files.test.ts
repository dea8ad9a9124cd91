// Files test — whole files or none, one winner, and locks that outlive nobody.

import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createDurably, findJson, findText, writeDurably, writeJson } from './files.ts'
import { findLockHolder, takePidLock } from './pid-lock.ts'
import { demandPort, findFreePort, isPortFree } from './ports.ts'
import { findBirthMark } from './process-table.ts'

const folder = await mkdtemp(join(tmpdir(), 'files-'))
afterAll(() => rm(folder, { recursive: true }))

describe('a durable file', () => {
  test('is replaced whole, and nothing lies beside it', async () => {
    const home = join(folder, 'whole')
    const path = join(home, 'note.txt')
    await writeDurably(path, 'first')
    await writeDurably(path, 'second', { mode: 0o600 })
    expect(await readFile(path, 'utf8')).toBe('second')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(home)).toEqual(['note.txt'])
  })

  test('is created by one of many', async () => {
    const path = join(folder, 'one', 'winner')
    const created = await Promise.all(
      Array.from({ length: 20 }, (_, i) => createDurably(path, `${i}`)),
    )
    expect(created.filter(Boolean)).toHaveLength(1)
    expect(await findText(path)).toBe(String(created.indexOf(true)))
    expect(await readdir(join(folder, 'one'))).toEqual(['winner'])
  })

  test('holds JSON that comes back, and is undefined where it is not there', async () => {
    const path = join(folder, 'value.json')
    expect(await findJson(path)).toBeUndefined()
    await writeJson(path, { name: 'Siti', ages: [1, 2] })
    expect(await findJson(path)).toEqual({ name: 'Siti', ages: [1, 2] })
  })
})

describe('a lock', () => {
  test('is refused while its holder lives, and free when released', async () => {
    const path = join(folder, 'lock')
    const first = await takePidLock(path)
    expect(await takePidLock(path)).toEqual({ taken: false, holderPid: process.pid })
    expect(await findLockHolder(path)).toBe(process.pid)
    if (first.taken) await first.release()
    expect(await findLockHolder(path)).toBeUndefined()
    expect((await takePidLock(path)).taken).toBe(true)
  })

  test('of a process that was killed, or whose number is another’s now, is void', async () => {
    const child = spawn('/bin/sh', ['-c', 'exec sleep 60'])
    const mark = await findBirthMark(child.pid as number)
    const path = join(folder, 'dead-lock')
    await writeFile(path, `${child.pid} ${mark} aa\n`)
    expect(await takePidLock(path)).toEqual({ taken: false, holderPid: child.pid })
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    expect((await takePidLock(path)).taken).toBe(true)
    await writeFile(path, `${process.pid} another aa\n`)
    expect((await takePidLock(path)).taken).toBe(true)
  })

  test('that is void is taken by one of many', async () => {
    const path = join(folder, 'race')
    await writeFile(path, '1 another aa\n')
    const locks = await Promise.all(Array.from({ length: 8 }, () => takePidLock(path)))
    expect(locks.filter((lock) => lock.taken)).toHaveLength(1)
  })
})

describe('a port', () => {
  test('that is taken is told in one sentence with the setting to change', async () => {
    const port = await findFreePort()
    expect(await isPortFree(port)).toBe(true)
    await demandPort(port, 'THE_PORT')
    const server = createServer().listen(port, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    expect(await isPortFree(port)).toBe(false)
    await expect(demandPort(port, 'THE_PORT')).rejects.toMatchObject({
      code: 'port.taken',
      message: `Port ${port} is taken by another program: stop it, or set THE_PORT to another port.`,
    })
    server.close()
  })
})
