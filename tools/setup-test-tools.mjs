// Set-up test tools — the Debian packages that tests drive: a browser, a PDF checker, an SMS gateway,
// a message server, and what the runbook's commands use.

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, setupError, step } from './setup-run.mjs'

const packageOf = {
  chromium: 'chromium',
  pdfsig: 'poppler-utils',
  'gammu-smsd': 'gammu-smsd',
  'nats-server': 'nats-server',
  curl: 'curl',
  openssl: 'openssl',
}

/** Installs what is missing where that can be done without asking for a password. */
export async function provideTestTools() {
  const missing = listMissing()
  if (missing.length === 0) return
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing]
  const before = await installer()
  if (!before) {
    const command = `sudo ${install.join(' ')}`
    throw setupError(`The tests need ${missing.join(', ')}. Run: ${command}`)
  }
  await step(`installing ${missing.join(', ')}`, async () => {
    const [file, ...words] = [...before, 'DEBIAN_FRONTEND=noninteractive']
    await run(file, [...words, 'apt-get', 'update'])
    await run(file, [...words, ...install])
  })
  const still = listMissing()
  if (still.length > 0) throw setupError(`The tests need ${still.join(', ')}: install it by hand.`)
}

function listMissing() {
  const missing = Object.entries(packageOf).filter(([program]) => !isOnPath(program))
  return missing.map(([, name]) => name)
}

/** What to put before a command so that it runs as root; undefined where that is not possible. */
async function installer() {
  if (!isOnPath('apt-get')) return undefined
  if (process.getuid?.() === 0) return ['env']
  const works =
    isOnPath('sudo') &&
    (await run('sudo', ['-n', 'true']).then(
      () => true,
      () => false,
    ))
  return works ? ['sudo', '-n', 'env'] : undefined
}

function isOnPath(program) {
  // Daemons stand in folders that are not on an ordinary user's path.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders.some((folder) => isExecutable(join(folder, program)))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
