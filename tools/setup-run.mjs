// Set-up run — programs run quietly, steps told in one line each, errors that people can act on.

import { spawn } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const programRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const outputCharactersMax = 4_000

/** An error whose message is all that needs to be read. */
export function setupError(message) {
  return Object.assign(new Error(message), { isSetup: true })
}

/** Runs a program from the program's root; what it printed is shown only when it fails. */
export function run(file, args, environment = {}) {
  return new Promise((settle, reject) => {
    const env = { ...process.env, ...environment }
    const child = spawn(file, args, { cwd: programRoot, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output = (output + text).slice(-outputCharactersMax)
      })
    }
    child.once('error', (error) => reject(setupError(`${file}: ${error.message}`)))
    child.once('close', (code) => {
      if (code === 0) settle(output)
      else reject(setupError(`${file} ${args.join(' ')} ended with ${code}:\n${output.trim()}`))
    })
  })
}

/** Tells on stderr what is being done, and how long it took. */
export async function step(title, action) {
  const start = performance.now()
  process.stderr.write(`loket: ${title} … `)
  try {
    await action()
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`)
}
