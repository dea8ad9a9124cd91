// Trace — every step of the engine with this finger: a picture each, and a page that tells them.

import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { examineFinger, type FingerQuality } from '#finger'
import { drawingTrace, matchPictures, palette, type StepPicture } from '#finger/show'
import type { GrayImage } from '#formats/gray-image'
import { encodeColorPng } from '#formats/png'
import { trouble } from '#kit/node/trouble'
import { parseAsked } from './asked.ts'
import type { Hints } from './raw.ts'
import { getShownFile, readPicture, toStdout } from './read-print.ts'
import { pageNameOf, readStepPage, type StepPage } from './step-pages.ts'
import { figureWords, measureWords } from './trace-figures.ts'
import { type ToldStep, tracePage } from './trace-page.ts'
import { wrongUsage } from './usage.ts'

export async function runTrace(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: 2 })
  if (typeof asked === 'string') return wrongUsage(asked)
  const { out } = asked
  if (out === undefined) return wrongUsage('-o names the folder to write')
  const [path = '', other] = asked.paths
  const extraction = await traceExtraction(path, asked)
  const comparison = other === undefined ? [] : await traceMatch(path, other, asked)
  const steps = [...extraction.steps, ...comparison]
  await mkdir(out, { recursive: true }).catch(() => {
    throw trouble('trace.folder', `${out} cannot be made`)
  })
  for (const { step, picture } of steps) {
    if (picture === undefined) continue
    await writeFile(join(out, `${step}.png`), encodeColorPng(picture, palette))
  }
  const { issue, quality } = extraction
  const told = await Promise.all(steps.map(toldStep))
  const title = other === undefined ? basename(path) : `${basename(path)} and ${basename(other)}`
  const summary = [
    ...(issue === undefined ? [] : [`no template could be made: ${issue}`]),
    `quality ${quality.score}`,
    ...quality.problems,
    ...headlineOf(steps),
  ]
  await writeFile(join(out, 'index.html'), tracePage(title, summary, told))
  const pictures = steps.filter((it) => it.picture !== undefined).length
  if (asked.json) toStdout(JSON.stringify({ out, steps: steps.map((it) => it.step), quality }))
  else toStdout(`${pictures} pictures and index.html written to ${out}; ${summary.join(', ')}`)
  return 0
}

interface Step {
  readonly step: string
  readonly picture: StepPicture['picture']
  readonly figures: readonly string[]
}

interface Extraction {
  readonly steps: readonly Step[]
  /** Why there is no template. */
  readonly issue: string | undefined
  readonly quality: FingerQuality
}

async function traceExtraction(path: string, hints: Hints): Promise<Extraction> {
  const picture = await readPicture(path, hints)
  if (!picture.ok) {
    throw trouble('print.picture', `${path} is no picture that can be read: ${picture.issue.code}`)
  }
  const image: GrayImage = picture.value
  const steps: Step[] = []
  const trace = drawingTrace((it) => {
    steps.push({ step: it.step, picture: it.picture, figures: it.figures.map(figureWords) })
  })
  const { template, quality } = examineFinger(image, trace)
  const issue = template.ok ? undefined : template.issue.code
  return { steps, issue, quality }
}

async function traceMatch(path: string, other: string, hints: Hints): Promise<Step[]> {
  const prints = [await getShownFile(path, hints), await getShownFile(other, hints)] as const
  return matchPictures(prints).map(({ step, picture, figures }) => ({
    step,
    picture,
    figures: Object.entries(figures).map(([name, value]) => measureWords(name, value)),
  }))
}

/** What one wants to know first: skin, period, minutiae. */
function headlineOf(steps: readonly Step[]): string[] {
  const figuresAt = (step: string) => steps.findLast((it) => it.step === step)?.figures ?? []
  return [
    ...figuresAt('mask-trimmed'),
    ...figuresAt('ridge-period').slice(0, 1),
    ...figuresAt('template').slice(0, 1),
    ...figuresAt('score').slice(0, 2),
  ]
}

async function toldStep({ step, picture, figures }: Step): Promise<ToldStep> {
  const page: StepPage | undefined = await readStepPage(pageNameOf(step))
  const sides = picture && { width: picture.width, height: picture.height }
  return { step, page, figures, picture: sides && { file: `${step}.png`, ...sides } }
}
