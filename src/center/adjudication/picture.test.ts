// Picture tests — what an office sent as a photo is decoded within bounds, or not at all.

import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hugePng } from '../../../test/support/pictures.ts'
import { decodePicture } from './picture.ts'

test('a photo comes as PNG, with the sides it had', async () => {
  const create = { width: 30, height: 40, channels: 3, background: '#a00' } as const
  const png = await decodePicture(await sharp({ create }).jpeg().toBuffer())
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 30, height: 40 })
})

test.each([
  ['a small file that says it is huge', hugePng(30_000, 30_000)],
  ['a file that is torn', hugePng(30, 40)],
  ['no picture', Buffer.from('no picture')],
])('%s is no picture', async (_, bytes) => {
  expect(await decodePicture(bytes)).toBeUndefined()
})
