// Account sheet — one account: its facts, its role, and the acts that cannot be taken back.

import { type FormEvent, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { Facts } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import type {
  AccountReply,
  AccountRow,
  AccountsReply,
  OneTimeReply,
  PostBody,
} from '../administration-wire.ts'
import { ConfirmedAct } from './confirmed-act.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { isWhole, PostFields, postOf, type TypedPost } from './post-fields.tsx'

export interface AccountSheetProps {
  readonly account: AccountRow
  readonly reply: AccountsReply
  readonly onGiven: (given: OneTimeReply) => void
}

export function AccountSheet({ account, reply, onGiven }: AccountSheetProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const facts = [
    { label: words.name, value: account.name },
    { label: words.since, value: format.dateTime(Date.parse(account.createdAt)) },
    { label: words.signingKey, value: account.signs ? words.has : words.hasNot },
  ]
  return (
    <Sheet title={account.displayName}>
      <Stack>
        <Facts facts={facts} />
        <RoleForm account={account} reply={reply} />
        <Acts account={account} onGiven={onGiven} />
      </Stack>
    </Sheet>
  )
}

function useAccountAct<Answer, Input>(
  accountId: string,
  act: string,
  onDone: (answer: Answer) => void = () => {},
) {
  const path = `/api/administration/accounts/${accountId}/${act}`
  return useAct<Answer, Input>({ path, refreshes: ['/api/administration'], onDone })
}

function RoleForm({ account, reply }: Omit<AccountSheetProps, 'onGiven'>) {
  const words = useWords({ id, en })
  const [typed, setTyped] = useState<TypedPost>({
    role: account.role,
    villageCode: account.villageCode ?? '',
  })
  const [tried, setTried] = useState(false)
  const change = useAccountAct<AccountReply, PostBody>(account.accountId, 'role', () =>
    setTried(false),
  )
  const next = postOf(typed)
  const differs = next.role !== account.role || next.villageCode !== account.villageCode
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWhole(typed) && !change.isPending) change.mutate(next)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack tight>
        {change.error !== null && <IssueNotice issue={change.error} takesFocus />}
        <PostFields value={typed} onChange={setTyped} reply={reply} tried={tried} />
        {differs && (
          <>
            <p>{words.changeHelp}</p>
            <Actions>
              <ActionButton type="submit" busy={change.isPending}>
                {words.change}
              </ActionButton>
            </Actions>
          </>
        )}
      </Stack>
    </form>
  )
}

function Acts({ account, onGiven }: Pick<AccountSheetProps, 'account' | 'onGiven'>) {
  const words = useWords({ id, en })
  const { accountId, name, active } = account
  const give = useAccountAct<OneTimeReply, void>(accountId, 'password', onGiven)
  const renew = useAccountAct<AccountReply, void>(accountId, 'signing-key')
  const setActive = useAccountAct<AccountReply, { active: boolean }>(accountId, 'active')
  return (
    <Actions>
      <ConfirmedAct
        verb={words.resetPassword}
        title={words.resetTitle(name)}
        help={words.resetHelp}
        act={give}
        run={(onSuccess) => give.mutate(undefined, { onSuccess })}
      />
      <ConfirmedAct
        verb={words.newKey}
        title={words.newKeyTitle(name)}
        help={words.newKeyHelp}
        act={renew}
        run={(onSuccess) => renew.mutate(undefined, { onSuccess })}
      />
      {active ? (
        <ConfirmedAct
          verb={words.deactivate}
          title={words.deactivateTitle(name)}
          help={words.deactivateHelp}
          danger
          act={setActive}
          run={(onSuccess) => setActive.mutate({ active: false }, { onSuccess })}
        />
      ) : (
        <ActionButton busy={setActive.isPending} onAct={() => setActive.mutate({ active: true })}>
          {words.activate}
        </ActionButton>
      )}
    </Actions>
  )
}
