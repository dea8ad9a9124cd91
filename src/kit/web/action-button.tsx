// Action button — a verb that can be pressed, clicked, or struck with one key shown on it.

import { type ReactNode, useId, useRef } from 'react'
import css from './action-button.module.css'
import { Link } from './router.tsx'
import { keyCapOf } from './shortcut.ts'
import { useShortcut, useShortcutsOn } from './shortcuts.tsx'

/** main: the one thing to do next · plain: may be done · quiet: beside the point · danger: no way back */
export type Look = 'main' | 'plain' | 'quiet' | 'danger'

export interface ActionButtonProps {
  readonly children: ReactNode
  readonly onAct?: () => void
  readonly look?: Look
  /** One key, e.g. `T`: shown on the button and bound while nobody types. */
  readonly shortcut?: string
  readonly busy?: boolean
  readonly disabled?: boolean
  /** Why it cannot be done now, and what to do instead; shown while it is disabled. */
  readonly why?: string | undefined
  readonly icon?: ReactNode
  readonly size?: 'normal' | 'large'
  /** As wide as its place. */
  readonly wide?: boolean
  readonly type?: 'button' | 'submit'
  /** The name read out, where the words on the button alone do not say it. */
  readonly label?: string
}

/** Stays focusable while busy or disabled: the focus is never lost, and `why` is read out. */
export function ActionButton(props: ActionButtonProps) {
  const { onAct, look = 'main', shortcut, busy = false, disabled = false, why } = props
  const whyId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const still = busy || disabled
  const act = () => {
    if (!still) onAct?.()
  }
  useShortcut(shortcut, () => button.current?.click(), {
    enabled: !still,
    within: () => button.current,
  })
  const explained = disabled && why !== undefined
  return (
    <span className={css.place} data-wide={props.wide}>
      <button
        ref={button}
        type={props.type ?? 'button'}
        className={css.button}
        data-look={look}
        data-size={props.size ?? 'normal'}
        data-busy={busy || undefined}
        aria-disabled={still || undefined}
        aria-busy={busy || undefined}
        aria-describedby={explained ? whyId : undefined}
        aria-keyshortcuts={shortcut}
        aria-label={props.label}
        onClick={(event) => {
          if (still) event.preventDefault()
          act()
        }}
      >
        {props.icon}
        <span>{props.children}</span>
        {shortcut !== undefined && <KeyCap shortcut={shortcut} />}
      </button>
      {explained && (
        <span id={whyId} className={css.why}>
          {why}
        </span>
      )}
    </span>
  )
}

/** The key as it is drawn on a button or a row. */
export function KeyCap({ shortcut }: { readonly shortcut: string }) {
  const on = useShortcutsOn()
  if (!on) return null
  return (
    <span className={css.key} aria-hidden="true">
      {keyCapOf(shortcut)}
    </span>
  )
}

export interface ActionLinkProps {
  readonly to: string
  readonly children: ReactNode
  readonly look?: Look
  readonly icon?: ReactNode
  readonly size?: 'normal' | 'large'
  readonly wide?: boolean
}

/** A way to another page that looks like a button. */
export function ActionLink(props: ActionLinkProps) {
  return (
    <span className={css.place} data-wide={props.wide}>
      <Link
        to={props.to}
        className={css.button}
        data-look={props.look ?? 'main'}
        data-size={props.size ?? 'normal'}
      >
        {props.icon}
        <span>{props.children}</span>
      </Link>
    </span>
  )
}

/** Buttons side by side, the main one first; they wrap on a phone. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className={css.row}>{children}</div>
}
