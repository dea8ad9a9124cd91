// Next program — this very program with the next version of its templates, as a folder to start from.

import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programRoot } from '../../src/kit/node/program.ts'

const templateFile = 'src/finger/template/bytes.ts'
const version = /(?<=export const templateVersion = )\d+/

/** Into a folder that is not there yet; answers the version of its templates. */
export async function copyNextProgram(root: string): Promise<number> {
  await mkdir(root, { recursive: true })
  for (const name of ['src', 'test/support', 'package.json', 'tsconfig.json']) {
    await cp(join(programRoot, name), join(root, name), { recursive: true })
  }
  await symlink(join(programRoot, 'node_modules'), join(root, 'node_modules'))
  const text = await readFile(join(root, templateFile), 'utf8')
  const next = Number(version.exec(text)?.[0]) + 1
  await writeFile(join(root, templateFile), text.replace(version, `${next}`))
  return next
}
