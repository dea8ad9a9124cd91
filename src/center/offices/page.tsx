// Offices page — who sends to this center, and a code that lets one more office in.

import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { Facts } from '#kit/web/facts'
import { TextField } from '#kit/web/fields'
import { grouped, useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type {
  OfficeCodeReply,
  OfficeCodeRequest,
  OfficeRow,
  OfficesReply,
  RevokedReply,
} from './wire.ts'

const path = '/api/offices'
const lettersMin = 3
const lettersMax = 120

export function Page() {
  const words = useWords({ id, en })
  const offices = useAsk<OfficesReply>(path)
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <Stack>
        <NewCode />
        <Loaded of={offices} waiting={{ shape: 'rows', count: 4 }}>
          {(reply) => (
            <>
              {reply.openCodes.length > 0 && <OpenCodes reply={reply} />}
              <Offices reply={reply} />
            </>
          )}
        </Loaded>
      </Stack>
    </PageFrame>
  )
}

function NewCode() {
  const words = useWords({ id, en })
  const format = useFormat()
  const [madeFor, setMadeFor] = useState('')
  const make = useAct<OfficeCodeReply, OfficeCodeRequest>({
    path: `${path}/codes`,
    refreshes: [path],
    onDone: () => setMadeFor(''),
  })
  return (
    <Sheet title={words.newCode}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (madeFor.trim().length >= lettersMin) make.mutate({ madeFor: madeFor.trim() })
        }}
      >
        <Stack tight>
          {make.error !== null && <IssueNotice issue={make.error} takesFocus />}
          {make.data !== undefined && (
            <Notice tone="done" title={words.codeTitle(make.data.madeFor)} takesFocus>
              <code className={css.code}>{grouped(make.data.code)}</code>
              <p>{words.codeHelp(format.dateTime(make.data.expiresAtMs))}</p>
            </Notice>
          )}
          <TextField
            label={words.madeFor}
            value={madeFor}
            onChange={setMadeFor}
            lettersMax={lettersMax}
            required
          />
          <ActionButton
            type="submit"
            busy={make.isPending}
            disabled={madeFor.trim().length < lettersMin}
          >
            {words.make}
          </ActionButton>
        </Stack>
      </form>
    </Sheet>
  )
}

function OpenCodes({ reply }: { readonly reply: OfficesReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <Sheet title={words.openCodes}>
      <Facts
        facts={reply.openCodes.map(({ madeFor, expiresAtMs }) => ({
          label: madeFor,
          value: words.until(format.dateTime(expiresAtMs)),
        }))}
      />
    </Sheet>
  )
}

function Offices({ reply }: { readonly reply: OfficesReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const [revoking, setRevoking] = useState<OfficeRow>()
  return (
    <section>
      <h2 className={css.heading}>{words.offices}</h2>
      <DataTable
        name={words.offices}
        rows={reply.offices}
        rowKey={(row) => row.officeId}
        empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
        columns={[
          { key: 'name', title: words.name, value: (row) => row.name },
          {
            key: 'enrolled',
            title: words.enrolled,
            value: (row) => row.enrolledAtMs,
            show: (row) => format.date(row.enrolledAtMs),
          },
          {
            key: 'last',
            title: words.last,
            value: (row) => row.lastPacketAtMs ?? 0,
            show: (row) =>
              row.lastPacketAtMs === null ? words.never : format.dateTime(row.lastPacketAtMs),
          },
          { key: 'packets', title: words.packets, value: (row) => row.packetCount, align: 'end' },
          {
            key: 'key',
            title: words.key,
            value: (row) => (row.revokedAtMs === null ? words.keyGood : words.keyRevoked),
            show: (row) => <Key row={row} onRevoke={() => setRevoking(row)} />,
          },
        ]}
      />
      <Revocation office={revoking} onClose={() => setRevoking(undefined)} />
    </section>
  )
}

function Key({ row, onRevoke }: { readonly row: OfficeRow; readonly onRevoke: () => void }) {
  const words = useWords({ id, en })
  const format = useFormat()
  if (row.revokedAtMs !== null) {
    return <StatusWord tone="refusal" word={words.revokedOn(format.date(row.revokedAtMs))} />
  }
  return (
    <ActionButton look="plain" label={words.revokeFor(row.name)} onAct={onRevoke}>
      {words.revoke}
    </ActionButton>
  )
}

function Revocation({
  office,
  onClose,
}: {
  readonly office: OfficeRow | undefined
  readonly onClose: () => void
}) {
  const words = useWords({ id, en })
  const revoke = useAct<RevokedReply>({
    path: `${path}/${office?.officeId}/revocation`,
    body: () => undefined,
    refreshes: [path],
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened={office !== undefined}
      title={words.revokeTitle(office?.name ?? '')}
      confirm={words.revoke}
      danger
      busy={revoke.isPending}
      issue={revoke.error}
      onClose={onClose}
      onConfirm={() => revoke.mutate()}
    >
      {words.revokeHelp}
    </ConfirmDialog>
  )
}
