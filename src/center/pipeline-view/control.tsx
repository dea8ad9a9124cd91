// Control — whether the pipeline takes packets, said plainly, and the supervisor's buttons.

import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { useAccount } from '#kit/web/session'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { pipelinePath } from './paths.ts'
import type { ModeRequest, PipelineReply } from './wire.ts'

export function Control({ reply }: { readonly reply: PipelineReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { mode, modeSinceMs, inHandCount } = reply
  const maySteer = useAccount().role === 'supervisor'
  return (
    <Stack tight>
      <Notice tone={mode === 'running' ? 'calm' : 'needs'} title={words.modes[mode]}>
        {words.modeSince(format.dateTime(modeSinceMs))}{' '}
        {inHandCount === 0 ? words.nothingInHand : words.inHand(format.number(inHandCount))}
      </Notice>
      {maySteer && <Steering mode={mode} />}
    </Stack>
  )
}

function Steering({ mode }: Pick<PipelineReply, 'mode'>) {
  const words = useWords({ id, en })
  const change = useAct<PipelineReply, ModeRequest>({
    path: `${pipelinePath}/mode`,
    refreshes: [pipelinePath],
  })
  const button = (to: PipelineReply['mode'], verb: string, look: 'main' | 'plain') => (
    <ActionButton look={look} busy={change.isPending} onAct={() => change.mutate({ mode: to })}>
      {verb}
    </ActionButton>
  )
  return (
    <>
      {change.error !== null && <IssueNotice issue={change.error} takesFocus />}
      <Actions>
        {mode !== 'running' && button('running', words.resume, 'main')}
        {mode === 'running' && button('draining', words.drain, 'plain')}
        {mode !== 'paused' && button('paused', words.pause, 'plain')}
      </Actions>
    </>
  )
}
