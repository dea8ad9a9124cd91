// Notices page — the supervisor tells all offices of an outage, a pause or maintenance.

import { useState } from 'react'
import { noticeLettersMax } from '#enrollment/limits'
import { type NoticeKind, noticeKinds } from '#enrollment/notices'
import { systemClock } from '#kit/clock'
import { ActionButton } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { ParagraphField, RadioField } from '#kit/web/fields'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { localTextOf, msOfLocalText, TimeField } from '#kit/web/time-field'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { NoticeRequest, NoticesReply, WithdrawRequest } from './wire.ts'

const path = '/api/notices'
const hourMs = 3_600_000
const lettersMin = 10

export function Page() {
  const words = useWords({ id, en })
  const notices = useAsk<NoticesReply>(path)
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <Stack>
        <NoticeForm />
        <Loaded of={notices} waiting={{ shape: 'rows', count: 3 }}>
          {(reply) => <Standing reply={reply} />}
        </Loaded>
      </Stack>
    </PageFrame>
  )
}

function blank() {
  const nowMs = systemClock()
  const kind: NoticeKind | '' = ''
  return {
    kind: kind as NoticeKind | '',
    from: localTextOf(nowMs),
    to: localTextOf(nowMs + hourMs),
    textId: '',
    textEn: '',
  }
}

/** Undefined while something is missing. */
function requestOf(written: ReturnType<typeof blank>): NoticeRequest | undefined {
  const [fromMs, toMs] = [msOfLocalText(written.from), msOfLocalText(written.to)]
  const text = { id: written.textId.trim(), en: written.textEn.trim() }
  if (written.kind === '' || fromMs === undefined || toMs === undefined) return undefined
  if (Math.min(text.id.length, text.en.length) < lettersMin) return undefined
  return { kind: written.kind, fromMs, toMs, text }
}

function NoticeForm() {
  const words = useWords({ id, en })
  const [written, setWritten] = useState(blank)
  const [isMissing, setMissing] = useState(false)
  const publish = useAct<NoticesReply, NoticeRequest>({
    path,
    refreshes: [path],
    onDone: () => setWritten(blank()),
  })
  const set = (part: Partial<typeof written>) => setWritten({ ...written, ...part })
  return (
    <Sheet title={words.write}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const request = requestOf(written)
          setMissing(request === undefined)
          if (request !== undefined && !publish.isPending) publish.mutate(request)
        }}
      >
        <Stack tight>
          {isMissing && (
            <Notice tone="refusal" takesFocus>
              {words.incomplete}
            </Notice>
          )}
          {!isMissing && publish.error !== null && <IssueNotice issue={publish.error} takesFocus />}
          {!isMissing && publish.isSuccess && (
            <Notice tone="done" takesFocus>
              {words.published}
            </Notice>
          )}
          <RadioField
            label={words.kind}
            value={written.kind}
            onChange={(kind) => set({ kind })}
            choices={noticeKinds.map((kind) => ({ value: kind, title: words.kinds[kind] }))}
            required
          />
          <TimeField
            label={words.from}
            value={written.from}
            onChange={(from) => set({ from })}
            required
          />
          <TimeField label={words.to} value={written.to} onChange={(to) => set({ to })} required />
          <ParagraphField
            label={words.textId}
            help={words.textHelp}
            value={written.textId}
            onChange={(textId) => set({ textId })}
            lettersMax={noticeLettersMax}
            required
          />
          <ParagraphField
            label={words.textEn}
            value={written.textEn}
            onChange={(textEn) => set({ textEn })}
            lettersMax={noticeLettersMax}
            required
          />
          <ActionButton type="submit" busy={publish.isPending}>
            {words.publish}
          </ActionButton>
        </Stack>
      </form>
    </Sheet>
  )
}

function Standing({ reply }: { readonly reply: NoticesReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const language = useLanguage()
  const [leaving, setLeaving] = useState<string>()
  const withdraw = useAct<NoticesReply, WithdrawRequest>({
    path: `${path}/withdraw`,
    refreshes: [path],
    onDone: () => setLeaving(undefined),
  })
  return (
    <section>
      <DataTable
        name={words.standing}
        rows={reply.notices}
        rowKey={(row) => row.noticeId}
        empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
        columns={[
          { key: 'kind', title: words.kind, value: (row) => words.kinds[row.kind] },
          {
            key: 'from',
            title: words.from,
            value: (row) => row.fromMs,
            show: (row) => format.dateTime(row.fromMs),
          },
          {
            key: 'to',
            title: words.to,
            value: (row) => row.toMs,
            show: (row) => format.dateTime(row.toMs),
          },
          { key: 'text', title: words.text, value: (row) => row.text[language] },
          {
            key: 'withdraw',
            title: '',
            value: () => '',
            show: (row) => (
              <ActionButton look="plain" onAct={() => setLeaving(row.noticeId)}>
                {words.withdraw}
              </ActionButton>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={leaving !== undefined}
        title={words.withdrawTitle}
        confirm={words.withdraw}
        busy={withdraw.isPending}
        issue={withdraw.error}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => leaving !== undefined && withdraw.mutate({ noticeId: leaving })}
      >
        {words.withdrawHelp}
      </ConfirmDialog>
    </section>
  )
}
