// File field — picks one file, says at once when it is too large, and shows how much has left.

import { IconFileCheck, IconPaperclip } from '@tabler/icons-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { ActionButton } from './action-button.tsx'
import css from './file-field.module.css'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface FileFieldProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly error?: ReactNode
  /** As of an input: `image/*,application/pdf`. */
  readonly accept: string
  readonly mebibytesMax: number
  readonly onPick: (file: File) => void
  /** Opens a phone's camera straight away. */
  readonly capture?: 'environment' | 'user'
  /** The share that has left, 0..1, while it is being sent. */
  readonly share?: number | undefined
  /** The name of the file that is there already. */
  readonly chosen?: string | undefined
  readonly disabled?: boolean
}

const bytesPerMebibyte = 1024 * 1024

export function FileField(props: FileFieldProps) {
  const { share, chosen, mebibytesMax } = props
  const words = useWords({ id, en })
  const input = useRef<HTMLInputElement>(null)
  const textId = useId()
  const [tooBig, setTooBig] = useState(false)
  const error = tooBig ? words.fileTooBig(mebibytesMax) : props.error
  const pick = (file: File | undefined) => {
    if (file === undefined) return
    const isTooBig = file.size > mebibytesMax * bytesPerMebibyte
    setTooBig(isTooBig)
    if (!isTooBig) props.onPick(file)
  }
  return (
    <div className={css.field}>
      <span className={css.label}>{props.label}</span>
      {props.help !== undefined && <span className={css.help}>{props.help}</span>}
      {error !== undefined && (
        <span id={textId} className={css.error} role="alert">
          {error}
        </span>
      )}
      <span className={css.line}>
        <ActionButton
          look="plain"
          busy={share !== undefined}
          disabled={props.disabled === true}
          icon={<IconPaperclip size={20} stroke={1.75} aria-hidden="true" />}
          onAct={() => input.current?.click()}
          {...(typeof props.label === 'string'
            ? {
                label: `${chosen === undefined ? words.pickFile : words.pickOther}: ${props.label}`,
              }
            : {})}
        >
          {chosen === undefined ? words.pickFile : words.pickOther}
        </ActionButton>
        <span className={css.state} role="status">
          {share !== undefined && words.uploading(Math.floor(share * 100))}
          {share === undefined && chosen !== undefined && (
            <>
              <IconFileCheck size={20} stroke={1.75} aria-hidden="true" /> {chosen}
            </>
          )}
        </span>
      </span>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        capture={props.capture}
        onChange={(event) => {
          pick(event.currentTarget.files?.[0])
          // The same file picked again, after a failure, is news again.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
