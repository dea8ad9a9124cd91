// Card proof — readable, marked all over, and deaf to what a name might smuggle in.

import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { renderCardProof } from './card-proof.ts'
import { longCard, sampleCard } from './papers.arbitrary.ts'

test('a proof says three times that it is no card', () => {
  expect(renderCardProof(sampleCard).match(/PRATINJAU – BUKAN KTP/g)).toHaveLength(3)
})

test('a proof shows the words of the card in capitals', () => {
  const proof = renderCardProof(sampleCard)
  for (const word of ['SITI NURHALIZAH CONTOH', 'DUSUN II', '003/001', 'SEUMUR HIDUP']) {
    expect(proof).toContain(`>${word}</text>`)
  }
})

test('a proof is an image that a browser can draw', async () => {
  for (const card of [sampleCard, longCard]) {
    const { width, height } = await sharp(Buffer.from(renderCardProof(card))).metadata()
    expect([width, height]).toEqual([856, 540])
  }
})

test('a picture is shown at the address given, in gray', () => {
  const proof = renderCardProof(sampleCard, { photo: '/foto?a=1&b="2"' })
  expect(proof).toContain('href="/foto?a=1&amp;b=&quot;2&quot;"')
  expect(proof).toContain('filter="url(#loket-proof-gray)"')
})

test('no name adds an element to the drawing', () => {
  const elementsIn = (svg: string) => svg.match(/<[a-z]/gi)?.length
  const markup = fc.stringMatching(/^[<>&"'/A-Z]{1,12}$/)
  fc.assert(
    fc.property(markup, (name) => {
      const plain = renderCardProof({ ...sampleCard, name: 'X'.repeat(name.length) })
      expect(elementsIn(renderCardProof({ ...sampleCard, name }))).toBe(elementsIn(plain))
    }),
  )
})
