// Real people — who comes to be searched in a recall test: read off folders of prints.
//
// Files are PERSON-FINGER_VISIT.png, or FINGER_VISIT.png, each of whose fingers stands for somebody of
// whom one finger is known.

import { basename } from 'node:path'
import { type FingerPosition, isFingerPosition } from '#enrollment/fingers'
import type { FingerTemplate } from '#finger'
import { mirrorTemplate } from '#finger'
import { extractFolder } from '../finger/read-print.ts'

export type Fingers = ReadonlyMap<FingerPosition, FingerTemplate>

export interface RealPerson {
  readonly set: string
  readonly name: string
  /** In their order; the first is enrolled. */
  readonly visits: readonly Fingers[]
}

/** Of a finger that stands alone nobody knows which it is. */
const positionUnknown: FingerPosition = 2

export async function readRealPeople(folders: readonly string[]): Promise<RealPerson[]> {
  const people: RealPerson[] = []
  for (const folder of folders) people.push(...(await readFolder(folder)))
  return people
}

async function readFolder(folder: string): Promise<RealPerson[]> {
  const { prints } = await extractFolder(folder, {}, () => {})
  const people = new Map<string, Map<number, Map<FingerPosition, FingerTemplate>>>()
  for (const { file, template } of prints) {
    const name = nameOf(file)
    if (template === undefined || name === undefined) continue
    const visits = people.get(name.person) ?? new Map<number, Map<FingerPosition, FingerTemplate>>()
    const fingers = visits.get(name.visit) ?? new Map<FingerPosition, FingerTemplate>()
    fingers.set(name.position, template)
    visits.set(name.visit, fingers)
    people.set(name.person, visits)
  }
  const set = basename(folder)
  return [...people].map(([name, visits]) => ({
    set,
    name: `${set}/${name}`,
    visits: [...visits].toSorted(([a], [b]) => a - b).map(([, fingers]) => fingers),
  }))
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

/** Other people, as real as these: each visit seen in a mirror is somebody with fingers of the other hand. */
export function mirroredPeople(people: readonly RealPerson[]): RealPerson[] {
  return people.flatMap(({ set, name, visits }) =>
    visits.map((fingers, visit) => ({
      set,
      name: `${name}/mirrored/${visit}`,
      visits: [new Map([...fingers].map(([position, it]) => [position, mirrorTemplate(it)]))],
    })),
  )
}
