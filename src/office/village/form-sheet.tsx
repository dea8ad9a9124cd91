// Form sheet — one form laid out like its paper, with the two things a village head may do.

import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { Dialog } from '#kit/web/dialog'
import { Facts } from '#kit/web/facts'
import { grouped, useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Stack } from '#kit/web/page'
import { sexes } from '#resident/code-lists'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './village.module.css'
import type { Acted, VillageForm } from './wire.ts'

export interface FormSheetProps {
  /** Undefined while none is open. */
  readonly form: VillageForm | undefined
  readonly villageName: string
  readonly onEndorse: (form: VillageForm) => void
  readonly onReturned: (name: string) => void
  readonly onClose: () => void
}

export function FormSheet(props: FormSheetProps) {
  const { form, villageName, onEndorse, onClose } = props
  const words = useWords({ id, en })
  const [isReturning, setReturning] = useState(false)
  const giveBack = useAct<Acted, { readonly form: VillageForm; readonly reason: string }>({
    path: (input) => `/api/village/forms/${input.form.caseId}/return`,
    body: (input) => ({ version: input.form.version, reason: input.reason }),
    refreshes: ['/api/village/forms'],
    onDone(_, input) {
      setReturning(false)
      onClose()
      props.onReturned(input.form.name)
    },
  })
  return (
    <>
      <Dialog
        opened={form !== undefined && !isReturning}
        title={words.sheet.heading}
        width="wide"
        onClose={onClose}
      >
        {form !== undefined && (
          <Stack tight>
            <Paper form={form} villageName={villageName} />
            <p className={css.soft}>{words.sheet.declaration}</p>
            <div className={css.decide}>
              <ActionButton size="large" wide onAct={() => onEndorse(form)}>
                {words.endorse}
              </ActionButton>
              <ActionButton size="large" wide look="plain" onAct={() => setReturning(true)}>
                {words.return}
              </ActionButton>
            </div>
          </Stack>
        )}
      </Dialog>
      <ConfirmDialog
        opened={form !== undefined && isReturning}
        title={words.returnAsk}
        confirm={words.return}
        reason={{ label: words.returnReason, help: words.returnHelp }}
        busy={giveBack.isPending}
        issue={giveBack.error}
        onConfirm={(reason) => form !== undefined && giveBack.mutate({ form, reason })}
        onClose={() => setReturning(false)}
      >
        {form?.name}
      </ConfirmDialog>
    </>
  )
}

function Paper({
  form,
  villageName,
}: {
  readonly form: VillageForm
  readonly villageName: string
}) {
  const words = useWords({ id, en })
  const { sheet } = words
  const language = useLanguage()
  const format = useFormat()
  const doubts = form.doubts.map((code) => words.doubtNames[code] ?? code)
  return (
    <>
      <p className={css.soft}>{sheet.number(form.ticket, form.formCode)}</p>
      <Facts
        facts={[
          { label: sheet.name, value: form.name },
          { label: sheet.nik, value: grouped(form.nik) },
          { label: sheet.nomorKk, value: grouped(form.nomorKk) },
          { label: sheet.birth, value: `${form.birthPlace}, ${format.date(form.birthDate)}` },
          { label: sheet.sex, value: sexes.find(form.sex)?.label[language] ?? form.sex },
          { label: sheet.address, value: form.street },
          { label: sheet.rtRw, value: `${form.rt}/${form.rw}` },
          { label: sheet.village, value: villageName },
          { label: sheet.filledIn, value: format.dateTime(form.savedAtMs) },
          ...(doubts.length === 0 ? [] : [{ label: sheet.doubts, value: doubts.join('; ') }]),
        ]}
      />
    </>
  )
}
