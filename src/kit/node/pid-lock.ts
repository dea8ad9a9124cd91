// Pid lock — a file that says which running process has something to itself.

import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm } from 'node:fs/promises'
import { createDurably, findText } from './files.ts'
import { findBirthMark } from './process-table.ts'

export type PidLock =
  | { readonly taken: true; release(): Promise<void> }
  | { readonly taken: false; readonly holderPid: number }

const attemptsMax = 20

/** Takes the lock unless a running process holds it. A lock that its holder's death left is void. */
export async function takePidLock(path: string): Promise<PidLock> {
  const mine = `${process.pid} ${await findBirthMark(process.pid)} ${randomBytes(8).toString('hex')}\n`
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    if (await createDurably(path, mine, { mode: 0o600 })) return { taken: true, release }
    const theirs = await findText(path)
    if (theirs === undefined) continue
    const holderPid = await findHolder(theirs)
    if (holderPid !== undefined) return { taken: false, holderPid }
    await removeIfStill(path, theirs)
  }
  throw new Error(`The lock ${path} changes hands too quickly`)

  async function release() {
    await removeIfStill(path, mine)
  }
}

/** The running process that holds the lock, if any. */
export async function findLockHolder(path: string): Promise<number | undefined> {
  const text = await findText(path)
  return text === undefined ? undefined : findHolder(text)
}

async function findHolder(text: string): Promise<number | undefined> {
  const [pid, birthMark] = text.trim().split(' ')
  const mark = await findBirthMark(Number(pid))
  return mark !== undefined && mark === birthMark ? Number(pid) : undefined
}

// Two processes may find the same void lock: the slower one must not remove the faster one's new
// lock, so it takes the file aside, looks at it once more and gives it back if it is another.
async function removeIfStill(path: string, expected: string) {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readFile(aside, 'utf8')) !== expected) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}
