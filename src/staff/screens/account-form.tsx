// Account form — a new account: its name, whose it is and what they may do.

import { type FormEvent, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { TextField } from '#kit/web/fields'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import type { AccountsReply, NewAccountBody, OneTimeReply } from '../administration-wire.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { isWhole, PostFields, postOf, type TypedPost } from './post-fields.tsx'

export interface AccountFormProps {
  readonly reply: AccountsReply
  readonly onMade: (made: OneTimeReply) => void
  readonly onClose: () => void
}

interface Typed extends TypedPost {
  readonly name: string
  readonly displayName: string
}

const nothingTyped: Typed = { name: '', displayName: '', role: '', villageCode: '' }

export function AccountForm({ reply, onMade, onClose }: AccountFormProps) {
  const words = useWords({ id, en })
  const [typed, setTyped] = useState(nothingTyped)
  const [tried, setTried] = useState(false)
  const create = useAct<OneTimeReply, NewAccountBody>({
    path: '/api/administration/accounts',
    refreshes: ['/api/administration'],
    onDone: onMade,
  })
  const missing = (text: string) => (tried && text.trim() === '' ? words.needed : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { name, displayName } = typed
    const filled = name.trim() !== '' && displayName.trim() !== '' && isWhole(typed)
    if (filled && !create.isPending) create.mutate({ name, displayName, ...postOf(typed) })
  }
  return (
    <Sheet title={words.newAccount}>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          {create.error !== null && <IssueNotice issue={create.error} takesFocus />}
          <TextField
            label={words.displayName}
            value={typed.displayName}
            onChange={(displayName) => setTyped({ ...typed, displayName })}
            error={missing(typed.displayName)}
            autoFocus
            required
          />
          <TextField
            label={words.name}
            help={words.nameHelp}
            value={typed.name}
            onChange={(name) => setTyped({ ...typed, name })}
            error={missing(typed.name)}
            required
          />
          <PostFields
            value={typed}
            onChange={(post) => setTyped({ ...typed, ...post })}
            reply={reply}
            tried={tried}
          />
          <Actions>
            <ActionButton type="submit" busy={create.isPending}>
              {words.newAccount}
            </ActionButton>
            <ActionButton look="plain" onAct={onClose}>
              {words.close}
            </ActionButton>
          </Actions>
        </Stack>
      </form>
    </Sheet>
  )
}
