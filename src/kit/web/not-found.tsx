// Not found — an address that leads nowhere, and the way back.

import { ActionLink } from './action-button.tsx'
import { EmptyState } from './empty-state.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Page } from './page.tsx'

export function NotFound({ home }: { readonly home: string }) {
  const words = useWords({ id, en })
  return (
    <Page title={words.notFound} width="narrow">
      <EmptyState
        title={words.notFoundHelp}
        action={<ActionLink to={home}>{words.toFirstPage}</ActionLink>}
      />
    </Page>
  )
}
