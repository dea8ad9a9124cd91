// Synthetic tests — a person who does not exist has steady fingers and never presses them twice alike.

import { describe, expect, test } from 'vitest'
import { examineFinger, matchTemplates, syntheticPersonFinger } from '#finger'
import { present } from '#kit/assert'
import type { SyntheticPerson } from './person.ts'
import { plantGarden } from './synthetic.ts'

const siti: SyntheticPerson = { kind: 'synthetic', person: '1', visit: 1 }

async function templateOf(person: SyntheticPerson, attempt: number) {
  const image = present(await garden.source(person).press(2, attempt), 'nobody lacks a finger here')
  const { template, quality } = examineFinger(image)
  expect(template.ok).toBe(true)
  if (!template.ok) throw new Error(template.issue.code)
  return { image, template: template.value, quality: quality.score }
}

const garden = plantGarden({ stopped: AbortSignal.abort() })

test('a retry and a later visit show the same finger, pressed anew; another person another finger', async () => {
  const first = await templateOf(siti, 1)
  const retry = await templateOf(siti, 2)
  const nextVisit = await templateOf({ ...siti, visit: 2 }, 1)
  const other = await templateOf({ ...siti, person: '2' }, 1)
  expect(retry.image.pixels).not.toEqual(first.image.pixels)
  expect(nextVisit.image.pixels).not.toEqual(first.image.pixels)
  const scoreWith = (it: typeof first) => matchTemplates(first.template, it.template)
  expect(Math.min(scoreWith(retry), scoreWith(nextVisit))).toBeGreaterThan(scoreWith(other))
  expect(Math.max(first.quality, retry.quality)).toBeGreaterThan(50)
})

test('told again, everything is as it was, also after others stood there', async () => {
  const again = plantGarden({ stopped: AbortSignal.abort() })
  const before = await again.source(siti).press(2, 1)
  for (const person of ['3', '4']) await again.source({ ...siti, person }).press(2, 1)
  expect(await again.source(siti).press(2, 1)).toEqual(before)
  expect(await garden.source(siti).press(2, 1)).toEqual(before)
})

describe('whoever stands there', () => {
  const one = syntheticPersonFinger('1', 1)
  function watchedGarden() {
    const grown: string[] = []
    const stop = new AbortController()
    const grow = (person: string, position: number) => {
      grown.push(`${person}/${position}`)
      return one
    }
    return { grown, stop, garden: plantGarden({ stopped: stop.signal, restMs: 5, grow }) }
  }
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const ten = (person: string) => Array.from({ length: 10 }, (_, i) => `${person}/${i + 1}`)

  test('has each finger grown ahead, once', async () => {
    const { grown, stop, garden } = watchedGarden()
    const source = garden.source(siti)
    await source.press(9, 1)
    await until(() => grown.length === 10)
    garden.source({ ...siti, visit: 2 })
    await source.press(3, 2)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(grown.toSorted()).toEqual(ten('1').toSorted())
    stop.abort()
  })

  test('has no more grown when somebody else steps up, or all is stopped', async () => {
    const { grown, stop, garden } = watchedGarden()
    garden.source(siti)
    await until(() => grown.length > 0)
    garden.source({ ...siti, person: '2' })
    const ofFirst = grown.length
    expect(ofFirst).toBeLessThan(10)
    await until(() => grown.some((it) => it.startsWith('2/')))
    stop.abort()
    const before = grown.length
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(grown.length).toBe(before)
    expect(grown.filter((it) => it.startsWith('1/')).length).toBe(ofFirst)
  })
})
