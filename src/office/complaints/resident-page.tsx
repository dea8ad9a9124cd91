// Resident page — a complaint written here, the four published ways, and the answer looked up.

import { useLanguage, useWords } from '#kit/web/language'
import { Columns, Page as KitPage, Stack } from '#kit/web/page'
import { serviceStandard } from '#standard'
import { ComplaintForm } from './complaint-form.tsx'
import { ComplaintStatus } from './complaint-status.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { OtherWays } from './other-ways.tsx'

export function Page() {
  const words = useWords({ id, en }).resident
  const language = useLanguage()
  return (
    <KitPage title={words.title} lead={serviceStandard.complaints.right[language]}>
      <Columns share="main">
        <ComplaintForm />
        <Stack>
          <OtherWays />
          <ComplaintStatus />
        </Stack>
      </Columns>
    </KitPage>
  )
}
