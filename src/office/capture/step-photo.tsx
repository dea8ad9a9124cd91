// Step photo — the resident before the background that the birth year asks for, cut to 3:4.

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { refresh } from '#kit/web/api'
import { FileField } from '#kit/web/file-field'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { useUpload } from '#kit/web/upload'
import { type Camera, takeStill, useCamera } from './camera.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { StepFrame } from './step-frame.tsx'
import css from './step-photo.module.css'
import type { StepProps } from './steps.ts'
import type { ImageSaved } from './wire.ts'

const fileMebibytesMax = 8

export function StepPhoto({ view, arrived, onDone, onPhoto }: StepProps) {
  const words = useWords({ id, en }).photo
  const client = useQueryClient()
  const upload = useUpload<ImageSaved>()
  const [still, setStill] = useState<Blob>()
  const [isAnew, setAnew] = useState(false)
  const isKept = view.photo !== null && !isAnew
  const camera = useCamera(!isKept && still === undefined)
  const path = `/api/captures/${view.caseId}`
  const hold = (taken: Blob | undefined) => {
    setStill(taken)
    onPhoto(taken)
  }

  const keep = async (photo: Blob) => {
    const saved = await upload.send(`${path}/photo?mediaType=${photo.type}`, photo, 'PUT')
    if (saved === undefined) {
      hold(undefined)
      return
    }
    setAnew(false)
    setStill(undefined)
    await refresh(client, [path])
    onDone()
  }
  return (
    <StepFrame title={words.title} say={words.say} arrived={arrived}>
      {upload.issue !== undefined && <IssueNotice issue={upload.issue} takesFocus />}
      {isKept && <KeptPhoto view={view} onAnew={() => setAnew(true)} />}
      {!isKept && still !== undefined && (
        <StillPhoto
          background={view.background}
          still={still}
          share={upload.share}
          onUse={() => void keep(still)}
          onAgain={() => hold(undefined)}
        />
      )}
      {!isKept && still === undefined && (
        <LivePhoto background={view.background} camera={camera} onTaken={hold} />
      )}
    </StepFrame>
  )
}

function Background({ background }: { readonly background: 'red' | 'blue' }) {
  const words = useWords({ id, en }).photo
  return (
    <p className={css.background}>
      <span className={css.swatch} data-background={background} aria-hidden="true" />
      <span>
        <strong>{words.background[background]}</strong>
        <br />
        {words.backgroundWhy[background]}
      </span>
    </p>
  )
}

function KeptPhoto({
  view,
  onAnew,
}: {
  readonly view: StepProps['view']
  readonly onAnew: () => void
}) {
  const words = useWords({ id, en }).photo
  const format = useFormat()
  if (view.photo === null) return null
  const kilobytes = format.number(Math.ceil(view.photo.bytes / 1_000))
  return (
    <Notice
      tone="done"
      action={
        <ActionButton look="plain" onAct={onAnew}>
          {words.retake}
        </ActionButton>
      }
    >
      {words.taken(format.time(view.photo.takenAtMs), kilobytes)}
    </Notice>
  )
}

interface LivePhotoProps {
  readonly background: 'red' | 'blue'
  readonly camera: Camera
  readonly onTaken: (still: Blob) => void
}

function LivePhoto({ background, camera, onTaken }: LivePhotoProps) {
  const words = useWords({ id, en }).photo
  const take = async (video: HTMLVideoElement | null) => {
    const still = video && (await takeStill(video))
    if (still) onTaken(still)
  }
  return (
    <div className={css.photo}>
      <CameraPicture camera={camera} />
      <div className={css.acts}>
        <Background background={background} />
        {camera.state === 'live' && (
          <ActionButton
            shortcut="F"
            size="large"
            wide
            onAct={() => void take(camera.video.current)}
          >
            {words.take}
          </ActionButton>
        )}
        <FileField
          label={words.file}
          accept="image/jpeg,image/png,image/webp"
          mebibytesMax={fileMebibytesMax}
          onPick={onTaken}
        />
      </div>
    </div>
  )
}

const usualShape = 4 / 3

function CameraPicture({ camera }: { readonly camera: Camera }) {
  const words = useWords({ id, en }).photo
  const [shape, setShape] = useState(usualShape)
  if (camera.state === 'asking') return <Notice>{words.asking}</Notice>
  if (camera.state === 'denied') {
    return (
      <Notice
        tone="needs"
        title={words.denied}
        action={
          <ActionButton look="plain" onAct={camera.again}>
            {words.retry}
          </ActionButton>
        }
      >
        {words.deniedHelp}
      </Notice>
    )
  }
  return (
    <div className={css.picture} data-tall={shape < 3 / 4} style={{ aspectRatio: shape }}>
      <video
        ref={camera.video}
        muted
        playsInline
        aria-label={words.live}
        onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) =>
          setShape(videoWidth / videoHeight)
        }
      />
      <span className={css.guide} aria-hidden="true" />
    </div>
  )
}

interface StillPhotoProps {
  readonly background: 'red' | 'blue'
  readonly still: Blob
  readonly share: number | undefined
  readonly onUse: () => void
  readonly onAgain: () => void
}

function StillPhoto({ background, still, share, onUse, onAgain }: StillPhotoProps) {
  const words = useWords({ id, en }).photo
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(still)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [still])
  return (
    <div className={css.photo}>
      <div className={css.picture}>
        {address !== undefined && <img className={css.still} src={address} alt={words.still} />}
      </div>
      <div className={css.acts}>
        <Background background={background} />
        <ActionButton shortcut="P" size="large" wide busy={share !== undefined} onAct={onUse}>
          {words.use}
        </ActionButton>
        <ActionButton look="plain" shortcut="U" wide onAct={onAgain}>
          {words.again}
        </ActionButton>
      </div>
    </div>
  )
}
