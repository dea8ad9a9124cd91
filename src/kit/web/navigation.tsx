// Navigation — the pages a person may open, at the left or, on a phone, in a row that slides.

import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from './language.tsx'
import { isWithin } from './match.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './navigation.module.css'
import { Link, useAddress } from './router.tsx'
import { ShortcutSwitch } from './shortcuts.tsx'

export interface NavigationEntry {
  readonly to: string
  readonly title: string
  readonly icon?: ReactNode
  /** How many things wait there. */
  readonly waiting?: number
}

export function Navigation({ entries }: { readonly entries: readonly NavigationEntry[] }) {
  const words = useWords({ id, en })
  const { path } = useAddress()
  const current = entries.find(({ to }) => isWithin(to, path))?.to
  const row = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (current === undefined) return
    const link = row.current?.querySelector('[aria-current]')
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <nav className={css.navigation} aria-label={words.pages} data-no-print="">
      <ul ref={row}>
        {entries.map(({ to, title, icon, waiting = 0 }) => (
          <li key={to}>
            <Link to={to} aria-current={isWithin(to, path) ? 'page' : undefined}>
              {icon}
              <span>{title}</span>
              {waiting > 0 && (
                <span className={css.waiting}>
                  {waiting}
                  <span className="visually-hidden"> {words.waitingHere}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        <ShortcutSwitch />
      </div>
    </nav>
  )
}

export interface AccountInBarProps {
  readonly displayName: string
  readonly roleName: string
  /** Where one changes one's own password. */
  readonly passwordPath: string
  readonly onSignOut: () => void
}

/** Who is signed in, and the way out. */
export function AccountInBar(props: AccountInBarProps) {
  const { displayName, roleName, passwordPath, onSignOut } = props
  const words = useWords({ id, en })
  return (
    <div className={css.account}>
      <Link to={passwordPath} className={css.who} title={words.passwordChange}>
        <strong>{displayName}</strong>
        <span>{roleName}</span>
      </Link>
      <button type="button" className={css.out} onClick={onSignOut}>
        {words.signOut}
      </button>
    </div>
  )
}
