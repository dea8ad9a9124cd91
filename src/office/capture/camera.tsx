// Camera — the live picture with the frame of a card's photo over it, and a still cut out of it.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export type Camera =
  | { readonly state: 'asking' }
  | { readonly state: 'denied'; readonly again: () => void }
  | { readonly state: 'live'; readonly video: RefObject<HTMLVideoElement | null> }

const wanted = {
  video: { width: { ideal: 1280 }, height: { ideal: 960 } },
  audio: false,
} as const

/** Asks for the camera while `on`, and gives it back afterwards. */
export function useCamera(on: boolean): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const [stream, setStream] = useState<MediaStream | 'asking' | 'denied'>('asking')
  const [asks, setAsks] = useState(0)
  const again = useCallback(() => setAsks((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asks` asks once more
  useEffect(() => {
    if (!on) return
    let isGone = false
    let opened: MediaStream | undefined
    setStream('asking')
    const ask = async () => navigator.mediaDevices.getUserMedia(wanted)
    ask().then(
      (it) => {
        opened = it
        if (isGone) close(it)
        else setStream(it)
      },
      () => {
        if (!isGone) setStream('denied')
      },
    )
    return () => {
      isGone = true
      if (opened) close(opened)
    }
  }, [on, asks])
  useEffect(() => {
    const place = video.current
    if (place === null || typeof stream === 'string') return
    place.srcObject = stream
    void place.play().catch(() => {})
  }, [stream])
  if (stream === 'asking') return { state: 'asking' }
  return stream === 'denied' ? { state: 'denied', again } : { state: 'live', video }
}

function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

const stillQuality = 0.95

/** What lies inside the frame: the largest 3:4 around the middle. */
export async function takeStill(video: HTMLVideoElement): Promise<Blob | null> {
  await firstFrame(video)
  const { videoWidth, videoHeight } = video
  const width = Math.min(videoWidth, Math.floor((videoHeight * 3) / 4))
  const height = Math.floor((width * 4) / 3)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const left = (videoWidth - width) / 2
  const top = (videoHeight - height) / 2
  canvas.getContext('2d')?.drawImage(video, left, top, width, height, 0, 0, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', stillQuality))
}

/** A camera that has just been opened shows nothing for a moment: a still is worth that moment. */
async function firstFrame(video: HTMLVideoElement): Promise<void> {
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return
  await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }))
}
