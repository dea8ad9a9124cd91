// Add paper — a scan from the disk, or a photo taken here; sent as it is, looked at by the server.

import { IconCamera } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { refresh } from '#kit/web/api'
import { FileField } from '#kit/web/file-field'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { useUpload } from '#kit/web/upload'
import { CameraDialog } from './camera-dialog.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { DocumentAdded } from './wire.ts'

export interface AddPaperProps {
  readonly caseId: string
  readonly kind: string
  readonly onAdded: (documentId: string) => void
}

const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']
const mebibytesMax = 8

export function AddPaper({ caseId, kind, onAdded }: AddPaperProps) {
  const words = useWords({ id, en })
  const client = useQueryClient()
  const sending = useUpload<DocumentAdded>()
  const [shooting, setShooting] = useState(false)
  const [wrongType, setWrongType] = useState(false)
  const add = async (file: Blob) => {
    const isKnown = mediaTypes.includes(file.type)
    setWrongType(!isKnown)
    if (!isKnown) return
    const query = `mediaType=${encodeURIComponent(file.type)}`
    const path = `/api/cases/${caseId}/documents/${kind}?${query}`
    const added = await sending.send(path, file, 'PUT')
    if (added === undefined) return
    await refresh(client, ['/api/counter'])
    onAdded(added.documentId)
  }
  return (
    <Stack tight>
      <FileField
        label={words.upload}
        help={words.uploadHelp}
        error={wrongType ? words.wrongType : undefined}
        accept={mediaTypes.join(',')}
        mebibytesMax={mebibytesMax}
        share={sending.share}
        onPick={(file) => void add(file)}
      />
      <div>
        <ActionButton
          look="plain"
          shortcut="F"
          icon={<IconCamera size={20} stroke={1.75} aria-hidden="true" />}
          busy={sending.share !== undefined}
          onAct={() => setShooting(true)}
        >
          {words.photograph}
        </ActionButton>
      </div>
      {sending.issue !== undefined && <IssueNotice issue={sending.issue} takesFocus />}
      <CameraDialog
        opened={shooting}
        onClose={() => setShooting(false)}
        onShot={(photo) => {
          setShooting(false)
          void add(photo)
        }}
      />
    </Stack>
  )
}
