// Test — `npm test`: set up, check, and run every test; the last line says how many passed.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from './setup.mjs'

process.on('exit', sayTotals)
const totals = { passed: 0, failed: 0 }
/** Said again at the end, where one looks first. */
const failed = []
await setUp({ tests: true })

const { checkQuick } = await import('./check-quick.mjs')
const { programRoot } = await import('./setup-run.mjs')
const { countReport } = await import('./test-report.mjs')

section('check:quick')
for (const { name, ok } of await checkQuick()) count(name, ok)
for (const project of ['house', 'fuzz', 'journey', 'faults', 'browser', 'prints']) {
  if (!hasTests(project)) continue
  section(project)
  add(await runProject(project))
}
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0)

function section(name) {
  console.log(`\n── ${name}`)
}

function count(name, ok) {
  totals[ok ? 'passed' : 'failed']++
  if (!ok) failed.push(`check:quick: ${name}`)
}

function add({ passed, failed }) {
  totals.passed += passed
  totals.failed += failed
}

/** Of whatever happens, the last line is this one. */
function sayTotals(code) {
  // A set-up that could not be done is the one thing that was tried.
  if (code !== 0 && totals.failed === 0) totals.failed = 1
  if (failed.length > 0) console.log(`\nFailed:\n${failed.map((it) => `  ${it}\n`).join('')}`)
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
}

function hasTests(project) {
  const folder = project === 'house' ? 'src' : join('test', project)
  const path = join(programRoot, folder)
  return (
    existsSync(path) &&
    readdirSync(path, { recursive: true }).some((name) => /\.test\.tsx?$/.test(name))
  )
}

async function runProject(project) {
  const folder = mkdtempSync(join(tmpdir(), 'loket-test-report-'))
  const report = join(folder, 'report.json')
  const vitest = join(programRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await new Promise((resolve) => {
    const args = [vitest, 'run', '--project', project, ...reporters]
    const child = spawn(process.execPath, args, { cwd: programRoot, stdio: 'inherit' })
    child.once('close', resolve)
  })
  const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined
  rmSync(folder, { recursive: true, force: true })
  const { passed, failures } = countReport(text, code)
  for (const failure of failures) failed.push(`${project}: ${failure}`)
  return { passed, failed: failures.length }
}
