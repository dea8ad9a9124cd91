// Receipt page — is a receipt genuine? Its QR leads here; the code below it can be typed.

import { type FormEvent, useEffect, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { Facts } from '#kit/web/facts'
import { TextField } from '#kit/web/fields'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { ReceiptVerdict } from './wire.ts'

const codeLettersMax = 2_000

export function Page() {
  const words = useWords({ id, en })
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const verify = useAct<ReceiptVerdict, string>({
    path: '/api/receipts/verify',
    body: (token) => ({ token }),
  })
  const { mutate, reset } = verify
  // What the QR says stands behind the #, so that no server on the way ever saw it.
  useEffect(() => {
    const read = () => {
      const token = window.location.hash.slice(1)
      if (token !== '') mutate(token)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [mutate])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (typed.trim() !== '') mutate(typed.trim())
  }
  const another = () => {
    window.history.replaceState(null, '', window.location.pathname)
    setTyped('')
    setTried(false)
    reset()
  }
  return (
    <KitPage title={words.title} lead={words.lead} width="narrow">
      {verify.isPending && <Notice>{words.checking}</Notice>}
      {verify.error !== null && <IssueNotice issue={verify.error} takesFocus />}
      {verify.data !== undefined && <Verdict verdict={verify.data} onAnother={another} />}
      {verify.data?.valid !== true && (
        <Sheet>
          <form onSubmit={submit} noValidate>
            <Stack tight>
              <TextField
                label={words.code}
                help={words.codeHelp}
                value={typed}
                onChange={setTyped}
                lettersMax={codeLettersMax}
                error={isTried && typed.trim() === '' ? words.empty : undefined}
                required
              />
              <Actions>
                <ActionButton type="submit" busy={verify.isPending}>
                  {words.check}
                </ActionButton>
              </Actions>
            </Stack>
          </form>
        </Sheet>
      )}
      <p>{words.privacy}</p>
    </KitPage>
  )
}

interface VerdictProps {
  readonly verdict: ReceiptVerdict
  readonly onAnother: () => void
}

function Verdict({ verdict, onAnother }: VerdictProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { receipt } = verdict
  if (receipt === null) {
    return (
      <Notice tone="refusal" title={words.invalid} takesFocus>
        {words.invalidHelp}
      </Notice>
    )
  }
  return (
    <>
      <Notice
        tone="done"
        title={words.valid}
        takesFocus
        action={
          <ActionButton look="plain" onAct={onAnother}>
            {words.another}
          </ActionButton>
        }
      >
        {words.validHelp(receipt.officeName)}
      </Notice>
      <Sheet>
        <Facts
          facts={[
            { label: words.number, value: receipt.receiptNumber },
            { label: words.when, value: format.dateTime(receipt.attestedAtMs) },
            { label: words.office, value: receipt.officeName },
            { label: words.fingers, value: words.fingersCount(receipt.fingers) },
            { label: words.digest, value: <code>{receipt.digest}</code> },
          ]}
        />
        <p>{words.digestHelp}</p>
      </Sheet>
    </>
  )
}
