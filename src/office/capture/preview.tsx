// Preview — the scanner's live picture, for as long as it is shown.

import { useEffect, useRef } from 'react'
import type { Slap } from '#enrollment/fingers'
import { type DeviceSubId, watchPreview } from '#formats/sbi'
import { browserFetch, type Scanner } from '../records/browser-scanner.ts'
import css from './preview.module.css'

const subIds: Readonly<Record<Slap, DeviceSubId>> = {
  'left-four': 1,
  'right-four': 2,
  thumbs: 3,
}
const previewMs = 300_000
const restMs = 700

export interface PreviewProps {
  readonly scanner: Scanner
  readonly slap: Slap
  readonly label: string
}

export function Preview({ scanner, slap, label }: PreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { baseUrl, deviceId } = scanner
  useEffect(() => {
    const stop = new AbortController()
    const show = async ({ jpeg }: { readonly jpeg: Uint8Array }) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(jpeg)]))
      const place = canvas.current
      if (place === null) return
      place.width = picture.width
      place.height = picture.height
      place.getContext('2d')?.drawImage(picture, 0, 0)
    }
    const watch = async () => {
      const client = { fetch: browserFetch, baseUrl }
      while (!stop.signal.aborted) {
        await watchPreview(client, {
          deviceId,
          deviceSubId: subIds[slap],
          timeoutMs: previewMs,
          stop: stop.signal,
          show: (frame) => void show(frame).catch(() => {}),
        })
        // The scanner may still be ending the last stream, or be capturing.
        await new Promise((wait) => setTimeout(wait, restMs))
      }
    }
    void watch()
    return () => stop.abort()
  }, [baseUrl, deviceId, slap])
  return <canvas ref={canvas} className={css.preview} width={800} height={320} aria-label={label} />
}
