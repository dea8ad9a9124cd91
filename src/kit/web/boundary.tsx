// Boundary — a page that breaks says so calmly, and the frame around it goes on working.

import { Component, type ReactNode } from 'react'
import { ActionButton } from './action-button.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Notice } from './notice.tsx'

/** React hands a broken page to a class and to nothing else: hence the only inheritance here. */
export class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const words = useWords({ id, en })
  return (
    <Notice
      tone="refusal"
      title={words.pageBroken}
      action={<ActionButton onAct={() => window.location.reload()}>{words.reload}</ActionButton>}
    >
      {words.pageBrokenHelp}
    </Notice>
  )
}
