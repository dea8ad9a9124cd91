// First administrator — made by a command, with a password typed at the terminal, not echoed.

import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { createFirstAdministrator } from '#staff/first-administrator'
import { staffWords } from '#staff/words'
import type { StaffWorld } from '#staff/world'

export async function firstAdministrator(
  world: StaffWorld,
  [name, displayName]: readonly string[],
): Promise<number> {
  if (name === undefined || displayName === undefined) {
    process.stderr.write('usage: … first-administrator NAME "DISPLAY NAME"\n')
    return 2
  }
  const password = await askSecret('Kata sandi / password: ')
  const made = await createFirstAdministrator(world, { name, displayName, password })
  if (made.ok) {
    process.stderr.write(`Administrator ${made.value.name} dibuat / made.\n`)
    return 0
  }
  process.stderr.write(`${staffWords(made.issue, 'id') ?? made.issue.code}\n`)
  return 1
}

/** One line from the terminal or a pipe; what is typed is not shown. */
async function askSecret(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({
    input: process.stdin,
    output: silent,
    terminal: process.stdin.isTTY,
  })
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve)
    lines.once('close', () => resolve(''))
  })
  lines.close()
  process.stderr.write('\n')
  return answer
}
