// Synthetic tests — a person who does not exist has steady fingers and never presses them twice alike.

import { expect, test } from 'vitest'
import { assessQuality, extractTemplate, matchTemplates } from '#finger'
import { present } from '#kit/assert'
import type { SyntheticPerson } from './person.ts'
import { plantGarden } from './synthetic.ts'

const siti: SyntheticPerson = { kind: 'synthetic', person: '1', visit: 1 }

async function templateOf(person: SyntheticPerson, attempt: number) {
  const image = present(await garden.source(person).press(2, attempt), 'nobody lacks a finger here')
  const template = extractTemplate(image)
  expect(template.ok).toBe(true)
  if (!template.ok) throw new Error(template.issue.code)
  return { image, template: template.value, quality: assessQuality(image, template.value).score }
}

const garden = plantGarden()

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
  const again = plantGarden()
  const before = await again.source(siti).press(2, 1)
  for (const person of ['3', '4']) await again.source({ ...siti, person }).press(2, 1)
  expect(await again.source(siti).press(2, 1)).toEqual(before)
  expect(await garden.source(siti).press(2, 1)).toEqual(before)
})
