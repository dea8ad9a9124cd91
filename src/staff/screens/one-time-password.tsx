// One-time password — shown this once, large enough to be read out across a desk.

import { ActionButton } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import type { OneTimeReply } from '../administration-wire.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './one-time-password.module.css'

export interface OneTimePasswordProps {
  readonly given: OneTimeReply
  readonly onDone: () => void
}

export function OneTimePassword({ given, onDone }: OneTimePasswordProps) {
  const words = useWords({ id, en })
  return (
    <Notice
      tone="needs"
      title={words.oneTimeTitle(given.account.name)}
      takesFocus
      action={<ActionButton onAct={onDone}>{words.oneTimeDone}</ActionButton>}
    >
      <output className={css.password}>{given.oneTimePassword}</output>
      <p>{words.oneTimeHelp}</p>
    </Notice>
  )
}
