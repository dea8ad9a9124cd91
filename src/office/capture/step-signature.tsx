// Step signature — a box to sign in, by pen, finger or mouse.

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { ActionButton, Actions } from '#kit/web/action-button'
import { refresh } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { useUpload } from '#kit/web/upload'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { StepFrame } from './step-frame.tsx'
import css from './step-signature.module.css'
import type { StepProps } from './steps.ts'
import type { ImageSaved } from './wire.ts'

/** Pixels of the box, whatever its size on the screen. */
const boxWidth = 1_200
const boxHeight = 480
const ink = '#101820'

export function StepSignature({ view, arrived, onDone }: StepProps) {
  const words = useWords({ id, en }).signature
  const format = useFormat()
  const client = useQueryClient()
  const upload = useUpload<ImageSaved>()
  const [isAnew, setAnew] = useState(false)
  const path = `/api/captures/${view.caseId}`
  const isKept = view.signature !== null && !isAnew

  const keep = async (picture: Blob) => {
    const url = `${path}/signature?mediaType=image/png`
    if ((await upload.send(url, picture, 'PUT')) === undefined) return
    setAnew(false)
    await refresh(client, [path])
    onDone()
  }
  return (
    <StepFrame title={words.title} say={words.say} arrived={arrived}>
      {upload.issue !== undefined && <IssueNotice issue={upload.issue} takesFocus />}
      {isKept && view.signature !== null ? (
        <Notice
          tone="done"
          action={
            <ActionButton look="plain" onAct={() => setAnew(true)}>
              {words.retake}
            </ActionButton>
          }
        >
          {words.taken(format.time(view.signature.takenAtMs))}
        </Notice>
      ) : (
        <SignatureBox busy={upload.share !== undefined} onSave={(it) => void keep(it)} />
      )}
    </StepFrame>
  )
}

interface SignatureBoxProps {
  readonly busy: boolean
  readonly onSave: (picture: Blob) => void
}

function SignatureBox({ busy, onSave }: SignatureBoxProps) {
  const words = useWords({ id, en }).signature
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(null)
  const [isEmpty, setEmpty] = useState(true)
  useEffect(() => {
    if (canvas.current === null) return
    const made = new SignaturePad(canvas.current, { penColor: ink, minWidth: 2, maxWidth: 5 })
    made.addEventListener('endStroke', () => setEmpty(made.isEmpty()))
    pad.current = made
    const box = canvas.current
    const size = new ResizeObserver(() => scaleTo(box))
    size.observe(box)
    return () => {
      size.disconnect()
      made.off()
    }
  }, [])
  const clear = () => {
    pad.current?.clear()
    setEmpty(true)
  }
  const save = () => canvas.current?.toBlob((picture) => picture && onSave(picture), 'image/png')
  return (
    <>
      <canvas
        ref={canvas}
        className={css.box}
        width={boxWidth}
        height={boxHeight}
        aria-label={words.box}
      />
      <Actions>
        <ActionButton
          shortcut="S"
          size="large"
          busy={busy}
          disabled={isEmpty}
          why={words.empty}
          onAct={save}
        >
          {words.save}
        </ActionButton>
        <ActionButton look="plain" shortcut="H" onAct={clear}>
          {words.clear}
        </ActionButton>
      </Actions>
    </>
  )
}

/** The pad hears of the pointer in the screen's pixels, and draws in the canvas's own. */
function scaleTo(canvas: HTMLCanvasElement): void {
  const { clientWidth, clientHeight } = canvas
  if (clientWidth === 0) return
  const context = canvas.getContext('2d')
  context?.setTransform(boxWidth / clientWidth, 0, 0, boxHeight / clientHeight, 0, 0)
}
