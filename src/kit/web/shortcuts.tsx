// Shortcuts — one-key acts bound to the page; an officer who is disturbed by them switches them off.

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import css from './action-button.module.css'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { browserShelf, remembered } from './remembered.ts'
import { isPressOf } from './shortcut.ts'

const chosen = remembered<'on' | 'off'>('shortcuts', ['on', 'off'], browserShelf())

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(chosen.subscribe, chosen.get, () => 'on' as const) === 'on'
}

export interface ShortcutOptions {
  readonly enabled?: boolean
  /** The element the act belongs to: what lies behind an open dialog stays still. */
  readonly within?: () => Element | null
}

/** Calls `act` when the key is pressed and nobody is typing. */
export function useShortcut(
  shortcut: string | undefined,
  act: () => void,
  { enabled = true, within }: ShortcutOptions = {},
): void {
  const on = useShortcutsOn()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (shortcut === undefined || !isPressOf(shortcut, event) || isBehindDialog(within?.())) return
    event.preventDefault()
    act()
  })
  const bound = on && enabled && shortcut !== undefined
  useEffect(() => {
    if (!bound) return
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [bound])
}

function isBehindDialog(element: Element | null | undefined): boolean {
  const dialog = document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]')
  return dialog !== null && !(element !== undefined && element !== null && dialog.contains(element))
}

/** WCAG 2.1.4: single-key shortcuts can be switched off. */
export function ShortcutSwitch() {
  const words = useWords({ id, en })
  const on = useShortcutsOn()
  return (
    <button
      type="button"
      className={css.quiet}
      aria-pressed={on}
      onClick={() => chosen.set(on ? 'off' : 'on')}
    >
      {on ? words.shortcutsOn : words.shortcutsOff}
    </button>
  )
}
