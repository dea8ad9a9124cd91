// Pipeline page — is the center keeping up, and what did it set aside.

import { useAsk } from '#kit/web/api'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Page as PageFrame, Stack } from '#kit/web/page'
import { Control } from './control.tsx'
import { Decisions } from './decisions.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { SetAside, Stuck } from './packets.tsx'
import { pipelinePath } from './paths.ts'
import { Refused } from './refused.tsx'
import { Stages } from './stages.tsx'
import { ThroughputPlot } from './throughput.tsx'
import type { PipelineReply } from './wire.ts'

const asksEveryMs = 5_000

export function Page() {
  const words = useWords({ id, en })
  const pipeline = useAsk<PipelineReply>(pipelinePath, { everyMs: asksEveryMs })
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <Loaded of={pipeline}>
        {(reply) => (
          <Stack>
            <Control reply={reply} />
            <Stages reply={reply} />
            <ThroughputPlot throughput={reply.throughput} />
            <Stuck rows={reply.stuck} />
            <SetAside rows={reply.setAside} />
            <Refused rows={reply.refused} />
            <Decisions reply={reply} />
          </Stack>
        )}
      </Loaded>
    </PageFrame>
  )
}
