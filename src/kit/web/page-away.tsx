// Page away — a page whose script did not come: the line is down, or the program is a newer one.

import { useEffect, useRef } from 'react'
import { ActionButton } from './action-button.tsx'
import { request, sessionPath } from './api.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Notice } from './notice.tsx'
import { useReachable } from './offline-band.tsx'
import { Page } from './page.tsx'

/** Comes back by itself with the line. Browsers remember a script that failed: only a reload helps. */
export function PageAway() {
  const words = useWords({ id, en })
  const reachable = useReachable()
  const wasAway = useRef(false)
  useEffect(() => {
    // The answer alone matters: it tells the frame whether the server can be reached.
    void request('GET', sessionPath).catch(() => undefined)
  }, [])
  useEffect(() => {
    if (!reachable) wasAway.current = true
    else if (wasAway.current) window.location.reload()
  }, [reachable])
  return (
    <Page title={words.pageAway} width="narrow">
      <Notice
        action={
          <ActionButton look="plain" onAct={() => window.location.reload()}>
            {words.tryAgain}
          </ActionButton>
        }
      >
        {words.pageAwayHelp}
      </Notice>
    </Page>
  )
}
