// Accounts page — the accounts of this program, and beside them the one that is looked at.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { type Column, DataTable } from '#kit/web/data-table'
import { useLanguage, useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Columns, Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import type { AccountRow, AccountsReply, OneTimeReply } from '../administration-wire.ts'
import { roleName } from '../roles.ts'
import { AccountForm } from './account-form.tsx'
import { AccountSheet } from './account-sheet.tsx'
import css from './accounts-page.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import { OneTimePassword } from './one-time-password.tsx'

const accountsPath = '/api/administration/accounts'

export interface AccountsPageProps {
  readonly title: string
  /** Where the administrator goes from here. */
  readonly actions: ReactNode
  /** Above the list: what the administrator should know of it. */
  readonly notice?: ReactNode
}

export function AccountsPage({ title, actions, notice }: AccountsPageProps) {
  const words = useWords({ id, en })
  const accounts = useAsk<AccountsReply>(accountsPath)
  return (
    <PageFrame title={title} lead={words.lead} width="wide" actions={actions}>
      <Stack>
        {notice}
        <Loaded of={accounts} waiting={{ shape: 'rows', count: 8 }}>
          {(reply) => <Accounts reply={reply} />}
        </Loaded>
      </Stack>
    </PageFrame>
  )
}

/** What stands beside the list: a form for a new account, or one that was made or opened. */
type Beside = { readonly chosen: string; readonly opened: boolean } | 'new' | undefined

function Accounts({ reply }: { readonly reply: AccountsReply }) {
  const words = useWords({ id, en })
  const [beside, setBeside] = useState<Beside>()
  const [given, setGiven] = useState<OneTimeReply>()
  const chosenId = typeof beside === 'object' ? beside.chosen : undefined
  const chosen = reply.accounts.find((account) => account.accountId === chosenId)
  const give = (answer: OneTimeReply) => {
    setGiven(answer)
    setBeside({ chosen: answer.account.accountId, opened: false })
  }
  return (
    <Stack>
      {given !== undefined && (
        <OneTimePassword
          given={given}
          onDone={() => setGiven(undefined)}
          key={given.oneTimePassword}
        />
      )}
      <Columns share="main">
        <Sheet title={words.accounts}>
          <AccountTable
            reply={reply}
            chosenKey={chosenId}
            onOpen={(account) => setBeside({ chosen: account.accountId, opened: true })}
            onNew={() => setBeside('new')}
          />
        </Sheet>
        <BesideList opened={typeof beside === 'object' && beside.opened ? chosenId : undefined}>
          {beside === 'new' ? (
            <AccountForm reply={reply} onMade={give} onClose={() => setBeside(undefined)} />
          ) : chosen !== undefined ? (
            <AccountSheet key={chosen.accountId} account={chosen} reply={reply} onGiven={give} />
          ) : (
            <Sheet>
              <p>{words.pickAccount}</p>
            </Sheet>
          )}
        </BesideList>
      </Columns>
    </Stack>
  )
}

interface BesideListProps {
  readonly children: ReactNode
  /** The account just opened from the list: it takes the focus, and so comes into view. */
  readonly opened: string | undefined
}

function BesideList({ children, opened }: BesideListProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (opened !== undefined) place.current?.focus()
  }, [opened])
  return (
    <div ref={place} tabIndex={-1} className={css.beside} data-quiet-focus="">
      {children}
    </div>
  )
}

interface AccountTableProps {
  readonly reply: AccountsReply
  readonly chosenKey: string | undefined
  readonly onOpen: (account: AccountRow) => void
  readonly onNew: () => void
}

function AccountTable({ reply, chosenKey, onOpen, onNew }: AccountTableProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const villageNames = new Map(reply.villages.map((village) => [village.code, village.name]))
  const postOf = ({ role, villageCode }: AccountRow) => {
    const village = villageNames.get(villageCode ?? '') ?? villageCode
    return [roleName(role, language), village].filter((it) => it !== null).join(' ')
  }
  const columns: readonly Column<AccountRow>[] = [
    { key: 'name', title: words.name, value: (account) => account.name, tight: true },
    { key: 'displayName', title: words.displayName, value: (account) => account.displayName },
    { key: 'role', title: words.role, value: postOf },
    {
      key: 'state',
      title: words.state,
      value: (account) => stateOf(account, words).word,
      show: (account) => <StatusWord {...stateOf(account, words)} />,
    },
  ]
  return (
    <DataTable
      name={words.accounts}
      rows={reply.accounts}
      columns={columns}
      rowKey={(account) => account.accountId}
      onOpen={onOpen}
      chosenKey={chosenKey}
      tools={
        <ActionButton shortcut="B" onAct={onNew}>
          {words.newAccount}
        </ActionButton>
      }
    />
  )
}

function stateOf({ active, mustChangePassword }: AccountRow, { states }: Messages) {
  if (!active) return { tone: 'refusal', word: states.inactive } as const
  if (mustChangePassword) return { tone: 'needs', word: states.waiting } as const
  return { tone: 'done', word: states.active } as const
}
