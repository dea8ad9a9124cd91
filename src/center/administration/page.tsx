// Administration page — the accounts of the center; from here to its record of acts.

import { ActionLink } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { AccountsPage } from '#staff/screens/accounts-page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { type ExpertsReply, expertsPath } from './wire.ts'

export function Page() {
  const words = useWords({ id, en })
  return (
    <AccountsPage
      title={words.title}
      actions={
        <ActionLink to="/administrasi/catatan" look="plain">
          {words.toAudit}
        </ActionLink>
      }
      notice={<ExpertsNotice />}
    />
  )
}

const expertsNeeded = 2

/** Nothing where there are adjudicators enough for what waits. */
function ExpertsNotice() {
  const words = useWords({ id, en })
  const format = useFormat()
  const asked = useAsk<ExpertsReply>(expertsPath)
  if (asked.data === undefined) return null
  const { experts, waiting, lacking } = asked.data
  if (lacking > 0) {
    return (
      <Notice tone="needs" title={words.experts.lacking(format.number(lacking), experts)}>
        {words.experts.whatToDo}
      </Notice>
    )
  }
  if (experts >= expertsNeeded) return null
  return (
    <Notice title={words.experts.few(format.number(experts), format.number(waiting))}>
      {words.experts.whatToDo}
    </Notice>
  )
}
