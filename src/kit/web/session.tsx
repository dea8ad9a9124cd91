// Session — who is signed in at this screen, as the server says.

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { sessionPath, useAct, useAsk } from './api.tsx'

export interface Account {
  readonly accountId: string
  readonly name: string
  readonly displayName: string
  readonly role: string
  readonly mustChangePassword: boolean
}

/** What `GET /api/session` answers; a program's own type may say more. */
export interface Session<Someone extends Account = Account> {
  readonly account: Someone | null
  /** A sample installation: marked on every screen. */
  readonly demo: boolean
  readonly officeName: string
}

export function useSession<Someone extends Account = Account>() {
  return useAsk<Session<Someone>>(sessionPath)
}

const AccountContext = createContext<Account | undefined>(undefined)

/** The frame gives its pages the account they are shown to. */
export const AccountProvider = AccountContext

/** Who is signed in; only pages that nobody sees unsigned may ask. */
export function useAccount<Someone extends Account = Account>(): Someone {
  const account = use(AccountContext)
  if (account === undefined) throw new Error('Assertion failed: this page is for signed-in people')
  return account as Someone
}

export interface Credentials {
  readonly name: string
  readonly password: string
}

/** Signs in: `signIn.mutate({ name, password })`; the session everywhere is the new one then. */
export function useSignIn() {
  const client = useQueryClient()
  return useAct<Session, Credentials>({
    path: sessionPath,
    onDone(session) {
      becomeSomebody(client, session)
    },
  })
}

/** Signs out, and forgets all that was asked while signed in. */
export function useSignOut(onDone: () => void) {
  const client = useQueryClient()
  return useAct<Session>({
    method: 'DELETE',
    path: sessionPath,
    body: () => undefined,
    onDone(session) {
      becomeSomebody(client, session)
      onDone()
    },
  })
}

/** Changes one's own password; a program may demand it before anything else. */
export function useOwnPassword(onDone: (session: Session) => void) {
  const client = useQueryClient()
  return useAct<Session, { readonly current: string; readonly next: string }>({
    path: `${sessionPath}/password`,
    onDone(session) {
      client.setQueryData([sessionPath], session)
      onDone(session)
    },
  })
}

/** What was asked as somebody else, or as nobody, is not this person's to see. */
function becomeSomebody(client: QueryClient, session: Session): void {
  client.setQueryData([sessionPath], session)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionPath })
}
