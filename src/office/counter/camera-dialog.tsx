// Camera dialog — a paper photographed with this machine's camera; looked at before it is sent.

import { useEffect, useRef, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { Dialog } from '#kit/web/dialog'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'

export interface CameraDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onShot: (photo: Blob) => void
}

const wanted = { width: { ideal: 2560 }, height: { ideal: 1920 }, facingMode: 'environment' }
const jpegQuality = 0.88

export function CameraDialog({ opened, onClose, onShot }: CameraDialogProps) {
  const words = useWords({ id, en })
  return (
    <Dialog opened={opened} onClose={onClose} title={words.photographTitle} width="wide">
      <Camera onShot={onShot} />
    </Dialog>
  )
}

interface Photo {
  readonly blob: Blob
  readonly url: string
}

function Camera({ onShot }: Pick<CameraDialogProps, 'onShot'>) {
  const words = useWords({ id, en })
  const { video, failed } = useCamera()
  const [photo, setPhoto] = useState<Photo>()
  useEffect(() => () => void (photo && URL.revokeObjectURL(photo.url)), [photo])
  const acts = useRef<HTMLDivElement>(null)
  // Enter takes the photo, and Enter uses it: the main button always has the focus.
  useEffect(() => {
    if (photo !== undefined || !failed) acts.current?.querySelector('button')?.focus()
  }, [photo, failed])
  if (failed) return <Notice tone="needs">{words.noCamera}</Notice>
  const shoot = async () => {
    const blob = video.current && (await frameOf(video.current))
    if (blob) setPhoto({ blob, url: URL.createObjectURL(blob) })
  }
  return (
    <Stack tight>
      <p>{words.photographHelp}</p>
      <div className={css.camera}>
        <video ref={video} autoPlay playsInline muted hidden={photo !== undefined} />
        {photo !== undefined && <img src={photo.url} alt={words.photographTitle} />}
      </div>
      <div ref={acts}>
        <Actions>
          {photo === undefined ? (
            <ActionButton onAct={() => void shoot()}>{words.shoot}</ActionButton>
          ) : (
            <>
              <ActionButton onAct={() => onShot(photo.blob)}>{words.useShot}</ActionButton>
              <ActionButton look="plain" onAct={() => setPhoto(undefined)}>
                {words.shootAgain}
              </ActionButton>
            </>
          )}
        </Actions>
      </div>
    </Stack>
  )
}

/** The live picture, from when the dialog opens until it closes. */
function useCamera() {
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let stream: MediaStream | undefined
    let left = false
    const end = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted })
      if (left) end()
      else if (video.current !== null) video.current.srcObject = stream
    }
    start().catch(() => setFailed(true))
    return () => {
      left = true
      end()
    }
  }, [])
  return { video, failed }
}

async function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  if (canvas.width === 0) return null
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', jpegQuality))
}
