// Tidy test — the half of STYLE.md that can be checked; the other half is for readers.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { programRoot } from '../src/kit/node/program.ts'
import { holdsTerm, readGlossary } from './support/glossary.ts'
import {
  isCodeFile,
  isTestFile,
  listTexts,
  readRepositoryFile,
  type SourceFile,
} from './support/source-files.ts'

const linesMax = 300
const kitLinesMax = 150
const codeFolders = /^(src|test|tools|bench)\//

// Words of the glossary that TypeScript, HTML and CSS have of their own.
const ordinaryWords = ['unique', 'duplicate', 'capture', 'center']

const texts = listTexts()
const code = texts.filter(isCodeFile)
const rooms = Object.keys(JSON.parse(readRepositoryFile('rooms.json')))
const room = (name: string) => code.filter(({ path }) => path.startsWith(`src/${name}/`))
const glossary = () => readGlossary(readRepositoryFile('docs/glossary.md'))
const lineCount = ({ text }: SourceFile) => text.trimEnd().split('\n').length

/** The paths of the files in which the check finds something, with what it finds. */
function findings(files: readonly SourceFile[], check: (file: SourceFile) => unknown): string[] {
  return files.flatMap((file) => {
    const found = check(file)
    if (found === undefined || found === false || found === '') return []
    return [found === true ? file.path : `${file.path}: ${found}`]
  })
}

test('there are files to look at', () => {
  expect(code.length).toBeGreaterThan(50)
  for (const path of ['src/kit/result.ts', 'test/tidy.test.ts', 'tools/test.mjs', 'STYLE.md']) {
    expect(texts.map((file) => file.path)).toContain(path)
  }
})

describe('a source file', () => {
  test('says in its first line what it is', () => {
    const named = code.filter(({ path }) => codeFolders.test(path))
    const head = /^(#!.*\n)?(\/\/|\/\*\*?) \S.* — \S.*\S/
    expect(findings(named, ({ text }) => !head.test(text))).toEqual([])
  })

  test(`has at most ${linesMax} lines`, () => {
    expect(findings(code, (file) => lineCount(file) > linesMax && lineCount(file))).toEqual([])
  })

  test('has a name that says what is in it', () => {
    const vague =
      /(^|\/)(utils?|utilities|helpers?|types|common|misc|shared|base|stuff|lib)(\.[a-z.]+$|\/)/
    expect(findings(code, ({ path }) => vague.test(path))).toEqual([])
  })

  test('names what it exports, one by one', () => {
    const barrel = /^\s*export\s+(type\s+)?\*/m
    expect(findings(code, ({ text }) => barrel.test(text))).toEqual([])
  })

  test('leaves nothing for later and switches no check off', () => {
    const words = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X:', '@ts-' + 'ignore', '@ts-' + 'nocheck']
    expect(findings(code, ({ text }) => words.find((word) => text.includes(word)))).toEqual([])
  })
})

test('no test is skipped, left for later or run alone', () => {
  const skipping = /\b(test|it|describe|suite|bench)\s*\.\s*(skip|skipIf|runIf|todo|only|fails)\b/
  const ofJest = /\b(xit|xtest|xdescribe|fit|fdescribe)\s*\(/
  const found = ({ text }: SourceFile) => (skipping.exec(text) ?? ofJest.exec(text))?.[0]
  expect(findings(code.filter(isTestFile), found)).toEqual([])
})

test('no file mentions a folder of somebody’s machine', () => {
  const homes = ['work', 'home', 'Users', 'mnt', 'workspace', 'workspaces'].join('|')
  const path = new RegExp(`(?<![\\w.:/-])/(${homes})/[\\w.-]+`)
  expect(findings(texts, ({ text }) => path.exec(text)?.[0])).toEqual([])
})

describe('the rooms', () => {
  test('on disk are those of rooms.json', () => {
    const entries = readdirSync(join(programRoot, 'src'), { withFileTypes: true })
    expect(entries.map(({ name }) => name).sort()).toEqual([...rooms].sort())
    expect(entries.filter((entry) => !entry.isDirectory())).toEqual([])
  })

  test('each have their section in ARCHITECTURE.md', () => {
    const architecture = readRepositoryFile('ARCHITECTURE.md')
    const lacking = rooms.filter((name) => !new RegExp(`^### ${name}/`, 'm').test(architecture))
    expect(lacking).toEqual([])
  })

  test('enter only rooms that exist', () => {
    const table: Record<string, string[]> = JSON.parse(readRepositoryFile('rooms.json'))
    expect(
      Object.values(table)
        .flat()
        .filter((name) => !rooms.includes(name)),
    ).toEqual([])
  })
})

describe('the glossary', () => {
  test('has words to hold the code to', () => {
    expect(glossary().length).toBeGreaterThan(10)
    expect(glossary().flatMap((row) => row.neverSay).length).toBeGreaterThan(10)
  })

  test('is read with an eye for whole words in their letter case', () => {
    for (const text of ['const kkNumber = 1', 'kkNumber', 'it.kkNumber()']) {
      expect(holdsTerm(text, 'kkNumber')).toBe(true)
    }
    for (const text of ['kkNumbers', 'KkNumber', 'theirkkNumber', 'kkNumber_']) {
      expect(holdsTerm(text, 'kkNumber')).toBe(false)
    }
  })

  test('is kept to in the code: nothing goes by a name that it forbids', () => {
    const rows = glossary()
    const found = ({ text, path }: SourceFile) =>
      rows
        .flatMap(({ neverSay, inCode }) =>
          neverSay
            .filter((term) => holdsTerm(`${path}\n${text}`, term))
            .map((term) => `${term} is called ${inCode.join(' or ')}`),
        )
        .join(', ')
    expect(
      findings(
        code.filter(({ path }) => path.startsWith('src/')),
        found,
      ),
    ).toEqual([])
  })
})

describe('the kit', () => {
  test(`has files of fewer than ${kitLinesMax} lines`, () => {
    const kit = room('kit').filter((file) => !isTestFile(file))
    expect(findings(kit, (file) => lineCount(file) >= kitLinesMax && lineCount(file))).toEqual([])
  })

  test('knows no word of the glossary', () => {
    const terms = glossary()
      .flatMap((row) => row.inCode)
      .filter((term) => !ordinaryWords.includes(term))
    const kit = room('kit').filter((file) => !isTestFile(file) && !/\/messages\./.test(file.path))
    const found = ({ text, path }: SourceFile) =>
      terms.filter((term) => holdsTerm(`${path}\n${text}`, term)).join(', ')
    expect(findings(kit, found)).toEqual([])
  })
})

test('every package that is needed is accounted for in docs/adr/0002-dependencies.md', () => {
  const { dependencies, devDependencies } = JSON.parse(readRepositoryFile('package.json'))
  const names = Object.keys({ ...dependencies, ...devDependencies })
  const record = readRepositoryFile('docs/adr/0002-dependencies.md')
  expect(names.filter((name) => !record.includes(`\`${name}\``))).toEqual([])
})
