// Sending told — the line at the top: what is being sent, what has not been, what was refused.

import { ActionButton } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { Outgoing } from './outgoing.tsx'

export function SendingTold({ outgoing }: { readonly outgoing: Outgoing }) {
  const words = useWords({ id, en })
  const { unsent, sent, refused, isSending } = outgoing
  const settled = sent + refused.length
  return (
    <>
      {unsent.length > 0 &&
        (isSending ? (
          <Notice>{words.progress(settled + 1, settled + unsent.length)}</Notice>
        ) : (
          <Notice
            tone="needs"
            title={words.unsent(unsent.length)}
            action={
              <ActionButton look="plain" onAct={outgoing.retry}>
                {words.sendNow}
              </ActionButton>
            }
          >
            {words.unsentHelp}
          </Notice>
        ))}
      {unsent.length === 0 && sent > 0 && (
        <Notice tone="done" takesFocus>
          {words.done(sent)}
        </Notice>
      )}
      {refused.map(({ form, issue }) => (
        <Notice key={form.caseId} tone="refusal" title={words.failed(form.name)}>
          {issue.message}
        </Notice>
      ))}
    </>
  )
}
