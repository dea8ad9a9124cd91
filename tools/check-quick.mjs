// Check quick — format, lint, types, rooms and tidiness: what can be told without running Loket.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setUp } from './setup.mjs'
import { programRoot } from './setup-run.mjs'

const bin = (...parts) => join(programRoot, 'node_modules', ...parts)
const checks = [
  { name: 'types', args: [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'] },
  { name: 'rooms', args: [join(programRoot, 'tools', 'check-rooms.mjs')] },
  { name: 'tidy', args: [bin('vitest', 'vitest.mjs'), 'run', '--project', 'tidy'] },
  { name: 'lint', args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'lint', '.'] },
  { name: 'format', args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'format', '.'] },
]
const atOnceMax = 2

/** Runs every check, two at a time, and answers for each whether it passed. */
export async function checkQuick() {
  const waiting = [...checks]
  const results = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runCheck(check)
      console.log(`${result.ok ? 'ok    ' : 'FAILED'} ${check.name} ${result.seconds.toFixed(1)} s`)
      if (!result.ok) console.log(result.output.trimEnd())
      results.push(result)
    }
  }
  await Promise.all(Array.from({ length: atOnceMax }, work))
  return results
}

function runCheck({ name, args }) {
  const start = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: programRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text
      })
    }
    child.once('close', (code) => {
      const seconds = (performance.now() - start) / 1000
      resolve({ name, ok: code === 0, seconds, output })
    })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setUp({ screens: false })
  const results = await checkQuick()
  process.exit(results.every(({ ok }) => ok) ? 0 : 1)
}
