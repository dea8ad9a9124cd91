// Set-up lock — one set-up at a time; one that was killed is not waited for.

import { randomBytes } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const beatMs = 1_000
// Process numbers are used again, above all in containers: the lock of a living process is told by
// its beat, not by its number.
const silenceMsMax = 10_000
const pollMs = 200

export async function withLock(path, action) {
  mkdirSync(dirname(path), { recursive: true })
  await take(path)
  const beat = setInterval(() => touch(path), beatMs)
  try {
    return await action()
  } finally {
    clearInterval(beat)
    rmSync(path, { force: true })
  }
}

async function take(path) {
  let told = false
  while (true) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isSilent(path)) {
      removeSilent(path)
      continue
    }
    if (!told) {
      process.stderr.write(`loket: waiting for the set-up of process ${holderOf(path)}\n`)
      told = true
    }
    await delay(pollMs)
  }
}

// Taken aside before it is removed: another waiter may have put a lock of its own there already.
function removeSilent(path) {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    renameSync(path, aside)
    if (!isSilent(aside)) linkSync(aside, path)
  } catch {
    // Another waiter was faster.
  }
  rmSync(aside, { force: true })
}

function isSilent(path) {
  try {
    return Date.now() - statSync(path).mtimeMs > silenceMsMax
  } catch {
    return false
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Somebody removed the lock: the set-up goes on.
  }
}

function holderOf(path) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return 'another'
  }
}
