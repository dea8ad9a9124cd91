// Picture — whatever an office sent as a photo or a signature, decoded and written anew as PNG.

import sharp from 'sharp'
import { pictureSidePxMax } from '../limits.ts'

/** Undefined where the bytes are no picture, or one too large to be a photo. */
export async function decodePicture(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const limitInputPixels = pictureSidePxMax * pictureSidePxMax
    return await sharp(bytes, { limitInputPixels }).rotate().png().toBuffer()
  } catch {
    return undefined
  }
}
