// Not found — an address that leads nowhere, and the way back.

import { ActionLink } from '#kit/web/action-button'
import { EmptyState } from '#kit/web/empty-state'
import { useWords } from '#kit/web/language'
import { Page } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export function NotFound() {
  const words = useWords({ id, en })
  return (
    <Page title={words.notFound} width="narrow">
      <EmptyState
        title={words.notFoundHelp}
        action={<ActionLink to="/">{words.toPortal}</ActionLink>}
      />
    </Page>
  )
}
