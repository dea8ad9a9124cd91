// Hold processes — a parent to be killed, and with an argument its child, which ends after it.

import { fileURLToPath } from 'node:url'
import { whenParentIsGone } from '../../src/kit/node/parent.ts'
import { startProcesses } from '../../src/kit/node/processes.ts'

if (process.argv[2] === 'child') {
  console.log(`pid ${process.pid}`)
  whenParentIsGone(() => process.exit(0))
  setInterval(() => {}, 60_000)
} else {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), 'child']
  const plans = [{ name: 'child', file: process.execPath, args }]
  startProcesses({ plans, log: (line) => console.log(line) })
}
