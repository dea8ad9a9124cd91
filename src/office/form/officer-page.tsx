// Officer page — an officer types form F-1, confirming what is in doubt and who is known already.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { type ApiIssue, useAct, useAsk } from '#kit/web/api'
import { CheckField } from '#kit/web/fields'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { useParam } from '#kit/web/pages'
import { Link, useAddress, useGo, useLeaveGuard } from '#kit/web/router'
import { Skeleton } from '#kit/web/skeleton'
import type { Biodata } from '#resident/biodata'
import { biodataInputOf, type Draft, draftOf, freshDraft } from './draft.ts'
import { FormSheet, officeToday, type Told, toldIn } from './form-sheet.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { FormReply, FormSaved } from './wire.ts'

/** Stands below the page of a case, at `/:caseId/formulir`, and goes back there. */
export function Page() {
  const { officer: words } = useWords({ id, en })
  const caseId = useParam('caseId')
  const back = useAddress().path.replace(/\/formulir$/, '')
  const saved = useAsk<FormReply>(`/api/cases/${caseId}/form`)
  const isNew = saved.error?.code === 'form.none'
  return (
    <KitPage
      title={words.title}
      lead={words.lead}
      width="narrow"
      back={{ to: back, title: words.back }}
    >
      {saved.data !== undefined || isNew ? (
        <OfficerForm caseId={caseId} back={back} saved={isNew ? undefined : saved.data} />
      ) : saved.error !== null ? (
        <IssueNotice issue={saved.error} onRetry={() => void saved.refetch()} />
      ) : (
        <Skeleton shape="page" />
      )}
    </KitPage>
  )
}

interface OfficerFormProps {
  readonly caseId: string
  readonly back: string
  readonly saved: FormReply | undefined
}

interface Typed {
  readonly draft: Draft
  readonly confirmedDoubts: readonly string[]
  readonly confirmed: boolean
}

function OfficerForm({ caseId, back, saved }: OfficerFormProps) {
  const { officer: words } = useWords({ id, en })
  const go = useGo()
  const [typed, setTyped] = useState<Typed>(() => ({
    draft: saved === undefined ? freshDraft : draftOf(saved.biodata as Biodata),
    confirmedDoubts: [],
    confirmed: false,
  }))
  const [unsaved, setUnsaved] = useState(false)
  useLeaveGuard(unsaved, words.unsaved)
  const save = useAct<FormSaved, Typed>({
    method: 'PUT',
    path: `/api/cases/${caseId}/form`,
    body: ({ draft, confirmedDoubts, confirmed }) => ({
      biodata: biodataInputOf(draft, officeToday()),
      confirmedDoubts,
      confirmed,
    }),
    refreshes: [`/api/cases/${caseId}`, '/api/queue'],
    onDone() {
      setUnsaved(false)
      // Once the guard has let go.
      setTimeout(() => go(back), 0)
    },
  })
  const change = (draft: Draft) => {
    setUnsaved(true)
    setTyped({ ...typed, draft })
  }
  return (
    <>
      {saved !== undefined && <Notice>{words.version(saved.version)}</Notice>}
      <FormSheet
        draft={typed.draft}
        onChange={change}
        onReady={() => save.mutate(typed)}
        issue={isAsking(save.error) ? null : save.error}
        asks={<Asks issue={save.error} typed={typed} onTyped={setTyped} />}
        buttons={
          <Actions>
            <ActionButton type="submit" size="large" busy={save.isPending}>
              {words.save}
            </ActionButton>
          </Actions>
        }
      />
    </>
  )
}

/** The server wants something confirmed; nothing is wrong with the boxes. */
function isAsking(issue: ApiIssue | null): boolean {
  return issue?.code === 'form.doubts' || issue?.code === 'resident.known'
}

interface AsksProps {
  readonly issue: ApiIssue | null
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
}

function Asks({ issue, typed, onTyped }: AsksProps) {
  const { officer: words } = useWords({ id, en })
  if (issue?.code === 'resident.known') {
    return <KnownAsked issue={issue} typed={typed} onTyped={onTyped} />
  }
  const doubts = toldIn(issue, 'doubts')
  if (doubts.length === 0) return null
  const confirm = ({ code }: Told, isConfirmed: boolean) => {
    const others = typed.confirmedDoubts.filter((it) => it !== code)
    onTyped({ ...typed, confirmedDoubts: isConfirmed ? [...others, code] : others })
  }
  return (
    <Sheet>
      <Stack tight>
        <Notice tone="needs" title={words.asksTitle} takesFocus />
        {doubts.map((doubt) => (
          <CheckField
            key={doubt.code}
            label={`${words.confirmed}: ${doubt.message}`}
            value={typed.confirmedDoubts.includes(doubt.code)}
            onChange={(isConfirmed) => confirm(doubt, isConfirmed)}
          />
        ))}
      </Stack>
    </Sheet>
  )
}

function KnownAsked({ issue, typed, onTyped }: AsksProps & { readonly issue: ApiIssue }) {
  const { officer: words } = useWords({ id, en })
  const place = useAddress().path.replace(/\/[^/]+\/formulir$/, '')
  const known = (issue.facts.known ?? []) as readonly { readonly ticket: string }[]
  return (
    <Sheet>
      <Stack tight>
        <Notice tone="needs" title={words.knownTitle} takesFocus>
          {issue.message}
        </Notice>
        <Actions>
          {known.map(({ ticket }) => (
            <Link key={ticket} to={`${place}/${ticket}`}>
              {words.knownOpen(ticket)}
            </Link>
          ))}
        </Actions>
        <CheckField
          label={words.knownConfirm}
          value={typed.confirmed}
          onChange={(confirmed) => onTyped({ ...typed, confirmed })}
        />
      </Stack>
    </Sheet>
  )
}
