// Case page — the capture of one resident as a wizard that is driven without looking away from them.

import { useEffect, useState } from 'react'
import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { Elapsed } from '#kit/web/elapsed'
import { Facts } from '#kit/web/facts'
import { grouped } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Columns, Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { useParam } from '#kit/web/pages'
import { type WizardStep, WizardSteps } from '#kit/web/wizard-steps'
import { serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { openResidentScreen, residentScreenPath } from './resident-screen.ts'
import { StepBiodata } from './step-biodata.tsx'
import { StepCheck } from './step-check.tsx'
import { StepFingers } from './step-fingers.tsx'
import { StepPhoto } from './step-photo.tsx'
import { StepSignature } from './step-signature.tsx'
import { StepStamp } from './step-stamp.tsx'
import {
  dueSlap,
  isDone,
  isOpen,
  isSettledView,
  nextStep,
  type StepKey,
  stepKeys,
} from './steps.ts'
import type { CaptureView } from './wire.ts'

/** A supervisor's word shall be seen soon after it was given. */
const askEveryMs = 3_000
const listPath = '/petugas/perekaman'
const begun = ['capture', 'attestation', 'register', 'outbox', 'center']

export function Page() {
  const words = useWords({ id, en }).wizard
  const caseId = useParam('caseId')
  const asked = useAsk<CaptureView>(`/api/captures/${caseId}`, { everyMs: askEveryMs })
  const view = asked.data
  return (
    <KitPage
      title={words.title(view?.ticket ?? '')}
      heading={view && `${view.ticket} · ${view.resident.name}`}
      back={{ to: listPath, title: words.back }}
      width="wide"
      aside={view && <SinceCalled view={view} />}
      actions={view && <OpenResidentScreen />}
    >
      <Loaded of={asked} waiting={{ shape: 'page' }}>
        {(loaded) => <Capture view={loaded} />}
      </Loaded>
    </KitPage>
  )
}

function OpenResidentScreen() {
  const words = useWords({ id, en }).resident
  return (
    <ActionButton
      look="quiet"
      onAct={() => void window.open(residentScreenPath, 'loket-resident-screen', 'popup')}
    >
      {words.open}
    </ActionButton>
  )
}

function SinceCalled({ view }: { readonly view: CaptureView }) {
  const words = useWords({ id, en }).wizard
  const isRunning = view.waitingAt === 'capture' || view.waitingAt === 'attestation'
  if (view.calledAtMs === null || !isRunning) return null
  const promisedMs = serviceStandard.promise.counterMinutes * 60_000
  return <Elapsed sinceMs={view.calledAtMs} promisedMs={promisedMs} label={words.sinceCalled} />
}

function Capture({ view }: { readonly view: CaptureView }) {
  const words = useWords({ id, en }).wizard
  if (!begun.includes(view.waitingAt)) {
    return (
      <Notice action={<ActionLink to={listPath}>{words.toList}</ActionLink>}>
        {words.elsewhere}
      </Notice>
    )
  }
  const isOthers = view.waitingAt === 'capture' && !view.isMine
  return isOthers ? <Begin view={view} /> : <Wizard view={view} />
}

/** Birth and sex: enough to see that it is the right person. */
const recognizedBy = 2

function Begin({ view }: { readonly view: CaptureView }) {
  const words = useWords({ id, en })
  const start = useAct({
    path: `/api/captures/${view.caseId}/start`,
    refreshes: ['/api/captures'],
  })
  const isOthers = view.startedAtMs !== null
  return (
    <>
      {!view.officeEnrolled && (
        <Notice tone="needs" title={words.list.notEnrolled}>
          {words.list.notEnrolledHelp}
        </Notice>
      )}
      {start.error !== null && <IssueNotice issue={start.error} takesFocus />}
      {isOthers && (
        <Notice tone="needs" title={words.wizard.takenBy(view.operatorName ?? '')}>
          {words.wizard.takeOverHelp}
        </Notice>
      )}
      <Sheet title={words.wizard.startHelp}>
        <Stack tight>
          <Facts
            columns={2}
            facts={[
              { label: words.biodata.name, value: view.resident.name },
              { label: 'NIK', value: grouped(view.resident.nik) },
              ...view.resident.rows.slice(0, recognizedBy),
            ]}
          />
          <Actions>
            <ActionButton
              shortcut="M"
              size="large"
              busy={start.isPending}
              disabled={!view.officeEnrolled}
              onAct={() => start.mutate()}
            >
              {isOthers ? words.wizard.takeOver : words.wizard.start}
            </ActionButton>
          </Actions>
        </Stack>
      </Sheet>
    </>
  )
}

function Wizard({ view }: { readonly view: CaptureView }) {
  const words = useWords({ id, en }).wizard
  const [chosen, setChosen] = useState<StepKey>()
  const [arrivals, setArrivals] = useState(0)
  const here = chosen !== undefined && isOpen(view, chosen) ? chosen : nextStep(view)
  // The operator looks at all ten before going on: the last good finger does not turn the page.
  useEffect(() => {
    if (here === 'fingers') setChosen(here)
  }, [here])
  const go = (step: StepKey | undefined) => {
    setChosen(step)
    setArrivals(arrivals + 1)
  }
  const [photo, setPhoto] = useState<Blob>()
  useResidentScreen(view, here, photo)
  const done = () => go(undefined)
  const props = { view, arrived: arrivals > 0, onDone: done, onPhoto: setPhoto }
  return (
    <Columns share="side">
      <WizardSteps
        label={words.label}
        steps={stepKeys.map((step) => wizardStepOf(view, step, here, words))}
        onGo={(key) => go(key as StepKey)}
      />
      {here === 'biodata' && <StepBiodata {...props} />}
      {here === 'photo' && <StepPhoto {...props} />}
      {here === 'signature' && <StepSignature {...props} />}
      {here === 'fingers' && <StepFingers {...props} />}
      {here === 'check' && <StepCheck {...props} />}
      {here === 'stamp' && <StepStamp {...props} />}
    </Columns>
  )
}

/** Keeps the second screen in step, and clears it when the operator leaves the capture. */
function useResidentScreen(view: CaptureView, step: StepKey, photo: Blob | undefined): void {
  const words = useWords({ id, en })
  const [link, setLink] = useState<ReturnType<typeof openResidentScreen>>()
  useEffect(() => {
    const opened = openResidentScreen()
    setLink(opened)
    const clear = () => opened.show(undefined)
    window.addEventListener('pagehide', clear)
    return () => {
      window.removeEventListener('pagehide', clear)
      opened.close()
    }
  }, [])
  const slap = dueSlap(view)
  const say = step === 'fingers' ? words.fingers.say[slap ?? 'done'] : words[step].say
  const { name, rows } = view.resident
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows of one case do not change
  useEffect(() => {
    link?.show({ say, name, rows, photo })
  }, [link, say, name, photo])
}

function wizardStepOf(
  view: CaptureView,
  key: StepKey,
  here: StepKey,
  words: (typeof id)['wizard'],
): WizardStep {
  const title = words.steps[key]
  const settled = view.fingers.filter(isSettledView).length
  const note = key === 'fingers' && settled > 0 ? { note: words.fingersTaken(settled) } : {}
  if (key === here) return { key, title, state: 'here', ...note }
  if (!isOpen(view, key)) return { key, title, state: isDone(view, key) ? 'done' : 'later' }
  return { key, title, state: isDone(view, key) ? 'done' : 'open', ...note }
}
