// SMS page — whether the gateway runs, what came and went, and the dummy phone to try it with.

import { useAsk } from '#kit/web/api'
import { Facts } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { DummyPhone } from './dummy-phone-form.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { SmsReply } from './wire.ts'

const askEveryMs = 5_000
const tones = { off: 'calm', running: 'done', outside: 'calm', 'not-installed': 'needs' } as const

export function Page() {
  const words = useWords({ id, en })
  const sms = useAsk<SmsReply>('/api/sms', { everyMs: askEveryMs })
  return (
    <KitPage
      title={words.title}
      lead={words.lead}
      width="narrow"
      back={{ to: '/petugas/administrasi', title: words.back }}
    >
      <Loaded of={sms} waiting={{ shape: 'rows', count: 5 }}>
        {(reply) => (
          <Stack>
            <State sms={reply} />
            <Counts sms={reply} />
            {reply.dummy && reply.state === 'running' && <DummyPhone />}
          </Stack>
        )}
      </Loaded>
    </KitPage>
  )
}

function State({ sms }: { readonly sms: SmsReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <Stack tight>
      <Notice tone={tones[sms.state]} title={words.states[sms.state]}>
        <p>{words.helps[sms.state]}</p>
        {sms.notedAtMs !== null && <p>{words.since(format.dateTime(sms.notedAtMs))}</p>}
      </Notice>
      {sms.problem !== null && <Notice tone="needs">{words.problem(sms.problem)}</Notice>}
      {sms.dummy && <Notice>{words.dummy}</Notice>}
    </Stack>
  )
}

function Counts({ sms }: { readonly sms: SmsReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <Sheet title={words.lastDay}>
      <Facts
        facts={[
          { label: words.number, value: sms.smsNumber },
          { label: words.received, value: format.number(sms.received) },
          { label: words.sent, value: format.number(sms.sent) },
          { label: words.waiting, value: format.number(sms.waiting) },
          { label: words.failed, value: format.number(sms.failed) },
        ]}
      />
    </Sheet>
  )
}
