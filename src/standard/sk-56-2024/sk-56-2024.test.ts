// SK 56/2024 tests — every published line is there word for word, and nothing else claims to be one.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sk56of2024 as standard } from './sk-56-2024.ts'

const published = readFileSync(new URL('published.txt', import.meta.url), 'utf8')
const blocks = new Map(
  published.split('\n\n').map((block) => {
    const [title, ...lines] = block.trim().split('\n')
    return [title as string, lines]
  }),
)

const numbered = (lines: readonly string[]) => lines.map((line, i) => `${i + 1}. ${line}`)

describe('the published page', () => {
  test('has the office at its head', () => {
    const { office, title, decree } = standard
    expect(published.split('\n').slice(0, 3)).toEqual([
      office.name,
      office.addressAsPublished,
      `${office.government} / ${office.name}`,
    ])
    expect(office.addressAsPublished).toBe(
      `${office.street} ${office.village} ${office.kodepos} ${office.phone}`,
    )
    expect(blocks.get(title)).toEqual([decree.asPublished])
    expect(decree.asPublished).toContain(decree.number)
  })

  test('lists the four requirements, and no other is called published', () => {
    const lines = standard.requirements.flatMap((it) => it.asPublished ?? [])
    expect(numbered(lines)).toEqual(blocks.get('Persyaratan'))
  })

  test('lists the eleven lines of the procedure, slips of the pen included', () => {
    const lines = standard.steps.map((it) => `${it.line}. ${it.asPublished}`)
    expect(lines).toEqual(blocks.get('Sistem, Mekanisme dan Prosedur'))
    expect(lines).toContain('5. Loker I Pelayanan Kecamatan')
    expect(standard.steps[4]?.text.id).toContain('Loket I')
  })

  test('promises ten minutes, free of charge', () => {
    expect(blocks.get('Waktu Penyelesaian')).toEqual([standard.promise.asPublished])
    expect(standard.promise.asPublished).toContain(String(standard.promise.counterMinutes))
    expect(blocks.get('Biaya / Tarif')).toEqual([standard.fee.asPublished])
    expect(standard.fee.rupiah).toBe(0)
    expect(blocks.get('Produk Pelayanan')).toEqual(
      numbered(standard.products.map((it) => it.asPublished)),
    )
  })

  test('names four ways to complain, the last two in one line', () => {
    const lines = new Map<string, string>()
    for (const { letter, asPublished } of standard.complaints.channels) {
      lines.set(letter, [lines.get(letter), asPublished].filter(Boolean).join(' '))
    }
    const { rightAsPublished } = standard.complaints
    const listed = [...lines].map(([letter, text]) => `${letter}. ${text}`)
    expect([rightAsPublished, ...listed]).toEqual(blocks.get('Pengaduan Layanan'))
    expect(standard.complaints.channels).toHaveLength(4)
  })
})

describe('the data', () => {
  test('survive being written to a file', () => {
    expect(JSON.parse(JSON.stringify(standard))).toEqual(standard)
  })

  test('speak both languages everywhere', () => {
    const texts: { id: string; en: string }[] = []
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('id' in value && 'en' in value) texts.push(value as { id: string; en: string })
      for (const part of Object.values(value)) walk(part)
    }
    walk(standard)
    expect(texts.length).toBeGreaterThan(60)
    for (const { id, en } of texts) {
      expect(id.length).toBeGreaterThan(2)
      expect(en.length).toBeGreaterThan(2)
      expect(id).not.toBe(en)
    }
  })

  test('name nothing twice', () => {
    const { requirements, services, complaints } = standard
    const { channels, classes, subjects } = complaints
    for (const list of [requirements, channels, classes, subjects]) {
      expect(new Set(list.map((it) => it.id)).size).toBe(list.length)
    }
    expect(new Set(services.map((it) => it.type)).size).toBe(6)
  })

  test('mark what this office asks beyond the national rule', () => {
    const local = standard.requirements.filter((it) => it.origin === 'local').map((it) => it.id)
    expect(local).toEqual(['ijazah', 'f1'])
  })

  test('let nobody waive what only the law could', () => {
    const waivable = standard.requirements.filter((it) => it.waivableBy !== 'nobody')
    expect(waivable.map((it) => [it.id, it.waivableBy])).toEqual([
      ['ijazah', 'counter-officer'],
      ['f1', 'supervisor'],
      ['marriage-proof', 'supervisor'],
    ])
  })

  test('give every line but the heading somebody who acts', () => {
    expect(standard.steps.filter((it) => it.act === undefined).map((it) => it.line)).toEqual([1])
    expect(standard.steps.map((it) => it.act?.stage).slice(1)).toEqual(
      'desk form village queue counter capture attestation register outbox printing'.split(' '),
    )
    expect(standard.stepsByLaw.map((it) => it.act.stage)).toEqual(['handover'])
  })

  test('promise answers within 2, 5, 14 and 60 working days', () => {
    const { classes, subjects } = standard.complaints
    expect(classes.map((it) => it.deadlineWorkingDays)).toEqual([2, 5, 14, 60])
    for (const { usualClass } of subjects) {
      expect(classes.map((it) => it.id)).toContain(usualClass)
    }
    const toTheCamat = subjects.filter((it) => it.routedTo === 'camat').map((it) => it.id)
    expect(toTheCamat).toEqual(['pungli', 'abuse-of-authority'])
  })
})
