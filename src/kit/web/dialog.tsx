// Dialog — a sheet over the page: the rest stands still, Escape closes it, the focus goes back.
//
// The browser's own <dialog> does all of that, and better than a script can.

import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import css from './dialog.module.css'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface DialogProps {
  readonly opened: boolean
  readonly title: ReactNode
  readonly onClose: () => void
  /** narrow: a question · wide: a paper, a picture */
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
}

/** Its content is mounted anew each time it opens, so nothing is left over from the last time. */
export function Dialog({ opened, title, onClose, width = 'narrow', children }: DialogProps) {
  const words = useWords({ id, en })
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!opened) {
      dialog.current?.close()
      return
    }
    dialog.current?.showModal()
    // The browser would take the first thing that can be focused: the cross that closes.
    dialog.current?.querySelector<HTMLElement>('[data-autofocus="true"]')?.focus()
  }, [opened])
  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      data-width={width}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Whether it is open is the page's to say, also when Escape is pressed.
        event.preventDefault()
        onClose()
      }}
    >
      {opened && (
        <>
          <div className={css.head}>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className={css.close} aria-label={words.close} onClick={onClose}>
              <IconX size={22} stroke={1.75} aria-hidden="true" />
            </button>
          </div>
          {children}
        </>
      )}
    </dialog>
  )
}
