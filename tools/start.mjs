// Start — `npm start`: the whole of Loket on this machine, set up first where that is needed.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { programRoot } from './setup-run.mjs'

const args = ['start', ...process.argv.slice(2)]
const child = spawn(join(programRoot, 'loket'), args, { stdio: 'inherit' })

// A terminal tells the child itself when Ctrl-C is pressed. Anything else is passed on, once: of one
// and the same signal to a whole group of processes, several copies arrive here.
let told = false
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    if (told || (name === 'SIGINT' && process.stdin.isTTY)) return
    told = true
    child.kill('SIGTERM')
  })
}
child.once('error', (error) => {
  console.error(`Loket could not be started: ${error.message}`)
  process.exit(1)
})
child.once('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
