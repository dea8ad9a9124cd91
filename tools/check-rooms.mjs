// Check rooms — who enters which room by which door, as rooms.json and its rules allow.
//
// A checker that cannot read TypeScript finds nothing wrong with it: so it also has to have read
// every source file there is.

import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { programRoot } from './setup-run.mjs'

process.chdir(programRoot)
const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs')
const { output } = await cruise(['src'], options, undefined, {
  tsConfig: extractTSConfig('tsconfig.json'),
})
const read = new Set(output.modules.map(({ source }) => source))
const unread = listSources('src').filter((path) => !read.has(path))
const { violations } = output.summary

for (const path of unread) console.log(`${path} was not read`)
for (const { rule, from, to, cycle, via } of violations) {
  const way = (cycle ?? via ?? []).map(({ name }) => name)
  console.log(`${rule.name}: ${[from, ...(way.length > 0 ? way : [to])].join(' → ')}`)
}
const faults = unread.length + violations.length
console.log(
  `${listSources('src').length} source files, ${output.modules.length} modules, ${faults} faults`,
)
process.exit(faults > 0 || read.size === 0 ? 1 : 0)

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative('.', join(entry.parentPath ?? entry.path, entry.name)))
}
