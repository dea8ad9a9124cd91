// Papers — every paper is a tagged Indonesian PDF, the same bytes for the same words and time.

import { beforeAll, describe, expect, test } from 'vitest'
import { renderCardLayer } from './card-layer.ts'
import { renderChecklist } from './checklist.ts'
import { type FormF1Fields, renderFormF1 } from './form-f1.ts'
import { isMarked, type PaperOptions } from './paper.ts'
import * as samples from './papers.arbitrary.ts'
import { renderStandardPoster } from './poster.ts'
import { renderReceipt } from './receipt.ts'

let options: PaperOptions
let pictures: Awaited<ReturnType<typeof samples.samplePictures>>
beforeAll(async () => {
  options = await samples.sampleOptions()
  pictures = await samples.samplePictures()
})

const renderers = {
  form: () => renderFormF1(samples.sampleForm, options),
  receipt: () => renderReceipt(samples.sampleReceipt, options),
  checklist: () => renderChecklist(samples.sampleChecklist, options),
  poster: () => renderStandardPoster(samples.samplePoster, options),
  card: () => renderCardLayer(samples.sampleCard, { ...options, ...pictures }),
}

describe.each(Object.entries(renderers))('the %s', (_, render) => {
  test('is a tagged PDF in Indonesian that shows its title', async () => {
    const text = Buffer.from(await render()).toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/Marked true')
    expect(text).toContain('/Lang (id-ID)')
    expect(text).toContain('/DisplayDocTitle true')
  })

  test('is the same again, to the byte', async () => {
    const [once, again] = [await render(), await render()]
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true)
  })
})

const mediaBoxOf = (pdf: Uint8Array) =>
  /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(pdf).toString('latin1'))?.slice(1)

test('the card layer is 85.60 by 53.98 millimeters', async () => {
  const [width = 0, height = 0] = mediaBoxOf(await renderers.card())?.map(Number) ?? []
  expect((width / 72) * 25.4).toBeCloseTo(85.6, 2)
  expect((height / 72) * 25.4).toBeCloseTo(53.98, 2)
})

test('a form with nothing filled in is a form for the pen', async () => {
  const blank: FormF1Fields = {
    ...samples.sampleForm,
    fullName: '',
    nik: '',
    nomorKk: '',
    purpose: undefined,
    placeAndDate: '',
    officer: '',
    biodata: samples.sampleForm.biodata.map((row) => ({ ...row, value: '' })),
    endorsement: { kind: 'wet', office: '', name: '' },
  }
  const pdf = await renderFormF1(blank, { ...options, sample: false })
  expect(mediaBoxOf(pdf)?.map(Number).map(Math.round)).toEqual([595, 842])
})

test('more rows than a sheet has room for are refused', async () => {
  const attachments = Array.from({ length: 25 }, () => ({ label: 'Surat', isTicked: false }))
  expect(() => renderFormF1({ ...samples.sampleForm, attachments }, options)).toThrow('fit')
  const fingers = [...samples.sampleReceipt.fingers, ...samples.sampleReceipt.fingers]
  expect(() => renderReceipt({ ...samples.sampleReceipt, fingers }, options)).toThrow('ten fingers')
})

test('a picture that is none is refused', () => {
  const photo = new Uint8Array([1, 2, 3, 4])
  const render = () => renderCardLayer(samples.sampleCard, { ...options, ...pictures, photo })
  expect(render).toThrow('the photo is a JPEG or a PNG')
})

test('a paper is marked where asked, and where the NIK is made up', () => {
  const plain = { ...options, sample: false }
  expect(isMarked(plain, '1606125708990001')).toBe(false)
  expect(isMarked(options, '1606125708990001')).toBe(true)
  expect(isMarked(plain, '1606 9957 0899 0001')).toBe(true)
  expect(isMarked(plain, '160699••••••0001')).toBe(true)
})
