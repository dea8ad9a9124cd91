// Audit page — the center's record of acts, with words for the center's own.

import { useWords } from '#kit/web/language'
import { AuditPage } from '#staff/screens/audit-page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export function Page() {
  const words = useWords({ id, en })
  const back = { to: '/administrasi', title: words.title }
  return <AuditPage back={back} own={words} />
}
