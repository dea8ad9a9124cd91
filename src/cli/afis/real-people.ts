// Real people — who comes to be searched in a recall test: read off folders of prints.
//
// Files are PERSON-FINGER_VISIT.png, or FINGER_VISIT.png, each of whose fingers stands for somebody of
// whom one finger is known. A name means somebody within its folder only.

import { basename, join, resolve } from 'node:path'
import { type FingerPosition, isFingerPosition } from '#enrollment/fingers'
import { type FingerTemplate, mirrorTemplate, writeTemplate } from '#finger'
import { extractFolder } from '../finger/read-print.ts'

export interface RealPrint {
  readonly file: string
  readonly position: FingerPosition
  readonly visit: number
  /** Undefined where nothing could be extracted: nobody is found by it, nor finds. */
  readonly template: FingerTemplate | undefined
}

export interface RealPerson {
  /** The folder's name; told apart are people of one folder only. */
  readonly set: string
  readonly name: string
  /** The first print of each finger. */
  readonly enrolled: readonly RealPrint[]
  /** All others, by visit and position. */
  readonly later: readonly RealPrint[]
}

/** Templates by position, as they are stored. */
export type PrintsAtOnce = ReadonlyMap<FingerPosition, Uint8Array>

/** Of a finger that stands alone nobody knows which it is. */
const positionUnknown: FingerPosition = 2

/** What a folder's people are told apart from those of other folders by. */
export function setOf(folder: string): string {
  return basename(resolve(folder))
}

export async function readRealPeople(
  folders: readonly string[],
  note: (line: string) => void,
): Promise<RealPerson[]> {
  const people: RealPerson[] = []
  for (const folder of folders) people.push(...(await readFolder(folder, note)))
  return people
}

async function readFolder(folder: string, note: (line: string) => void): Promise<RealPerson[]> {
  const { prints } = await extractFolder(folder, {}, note)
  const people = new Map<string, RealPrint[]>()
  for (const { file, template } of prints) {
    const name = nameOf(file)
    if (name === undefined) {
      note(`${join(folder, file)}: neither PERSON-FINGER_VISIT nor FINGER_VISIT`)
      continue
    }
    const { person, position, visit } = name
    const own = people.get(person) ?? []
    own.push({ file, position, visit, template })
    people.set(person, own)
  }
  return [...people].map(([name, own]) => ({ set: setOf(folder), name, ...dividedByVisit(own) }))
}

function dividedByVisit(prints: readonly RealPrint[]): Pick<RealPerson, 'enrolled' | 'later'> {
  const sorted = prints.toSorted((a, b) => a.visit - b.visit || a.position - b.position)
  const first = new Map<FingerPosition, RealPrint>()
  for (const it of sorted) if (!first.has(it.position)) first.set(it.position, it)
  return {
    enrolled: [...first.values()],
    later: sorted.filter((it) => first.get(it.position) !== it),
  }
}

function nameOf(file: string) {
  const whole = /^(.+)-(\d+)_(\d+)\.\w+$/.exec(file)
  const position = Number(whole?.[2])
  if (whole !== null && isFingerPosition(position)) {
    return { person: whole[1]!, position, visit: Number(whole[3]) }
  }
  const alone = /^(.+)_(\d+)\.\w+$/.exec(file)
  if (alone === null) return undefined
  return { person: alone[1]!, position: positionUnknown, visit: Number(alone[2]) }
}

/** What could be extracted of these. */
export function storedOf(prints: readonly RealPrint[]): PrintsAtOnce {
  return new Map(
    prints.flatMap(({ position, template }) =>
      template === undefined ? [] : [[position, writeTemplate(template)] as const],
    ),
  )
}

/** The same finger of the other hand. */
export function otherHands(position: FingerPosition): FingerPosition {
  return (position <= 5 ? position + 5 : position - 5) as FingerPosition
}

export interface MirroredPerson {
  readonly name: string
  readonly fingers: PrintsAtOnce
}

/** Other people, as real as these: each visit seen in a mirror is somebody, the hands exchanged. */
export function mirroredPeople(people: readonly RealPerson[]): MirroredPerson[] {
  return people.flatMap(({ set, name, enrolled, later }) => {
    const prints = [...enrolled, ...later]
    const visits = [...new Set(prints.map((it) => it.visit))].toSorted((a, b) => a - b)
    return visits.flatMap((visit) => {
      const fingers = storedOf(prints.filter((it) => it.visit === visit).map(mirrored))
      return fingers.size === 0 ? [] : [{ name: `${set}/${name}/mirrored/${visit}`, fingers }]
    })
  })
}

function mirrored({ position, template, ...it }: RealPrint): RealPrint {
  return {
    ...it,
    position: otherHands(position),
    template: template && mirrorTemplate(template),
  }
}
