// Wet endorsement — the sheet is printed, signed with ink in the village, and scanned here.

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Actions } from '#kit/web/action-button'
import { refresh } from '#kit/web/api'
import { FileField } from '#kit/web/file-field'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { PrintLink } from '#kit/web/print-link'
import { useUpload } from '#kit/web/upload'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { villageNameOf } from './names.ts'
import type { CaseView } from './wire.ts'

const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']
const mebibytesMax = 8

export function WetEndorsement({ view }: { readonly view: CaseView }) {
  const { case: words } = useWords({ id, en })
  const client = useQueryClient()
  const upload = useUpload<unknown>()
  const [otherKind, setOtherKind] = useState(false)
  const pick = async (file: File) => {
    const isKnown = mediaTypes.includes(file.type)
    setOtherKind(!isKnown)
    if (!isKnown) return
    const asked = new URLSearchParams({ mediaType: file.type })
    const path = `/api/cases/${view.caseId}/wet-endorsement?${asked}`
    if ((await upload.send(path, file, 'PUT')) !== undefined) {
      await refresh(client, [`/api/cases/${view.caseId}`])
    }
  }
  return (
    <Stack tight>
      <p>{words.villageWaits(villageNameOf(view.resident?.villageCode ?? ''))}</p>
      <Actions>
        <PrintLink href={`/api/cases/${view.caseId}/form.pdf`}>{words.printForm}</PrintLink>
      </Actions>
      <FileField
        label={words.scan}
        help={words.scanHelp}
        accept={mediaTypes.join()}
        mebibytesMax={mebibytesMax}
        share={upload.share}
        error={otherKind ? words.scanKind : undefined}
        onPick={(file) => void pick(file)}
      />
      {upload.issue !== undefined && <IssueNotice issue={upload.issue} />}
    </Stack>
  )
}
