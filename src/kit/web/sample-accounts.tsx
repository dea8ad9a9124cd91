// Sample accounts — the people of a sample installation, as buttons that sign in.

import { useAsk } from './api.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Sheet } from './page.tsx'
import type { Credentials } from './session.tsx'
import css from './sign-in.module.css'

interface SampleAccount extends Credentials {
  readonly role: string
  readonly displayName: string
}

interface SampleAccountsProps {
  readonly onPick: (credentials: Credentials) => void
  readonly roleName: (role: string) => string
  readonly busy: boolean
}

export function SampleAccounts({ onPick, roleName, busy }: SampleAccountsProps) {
  const words = useWords({ id, en })
  const samples = useAsk<{ readonly accounts: readonly SampleAccount[] }>(
    '/api/session/sample-accounts',
  )
  const accounts = samples.data?.accounts ?? []
  if (accounts.length === 0) return null
  return (
    <Sheet title={words.sampleAccounts}>
      <p className={css.help}>{words.sampleAccountsHelp}</p>
      <ul className={css.samples}>
        {accounts.map(({ name, password, role, displayName }) => (
          <li key={name}>
            <button
              type="button"
              className={css.sample}
              aria-disabled={busy || undefined}
              onClick={() => !busy && onPick({ name, password })}
            >
              <strong>{roleName(role)}</strong>
              <span>{displayName}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
