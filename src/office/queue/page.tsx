// Page — the waiting room: the number being called as large as the wall allows, the next, the time.

import { IconMaximize, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '#kit/web/api'
import { Clock } from '#kit/web/elapsed'
import { grouped, useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Skeleton } from '#kit/web/skeleton'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { type Speaker, startSpeaker } from './speaker.ts'
import { newCalls } from './voice.ts'
import type { DisplayReply } from './wire.ts'

const everyMs = 2_000

export function Page() {
  const words = useWords({ id, en })
  const display = useAsk<DisplayReply>('/api/queue/display', { everyMs })
  useEffect(() => {
    document.title = `${words.title} · Loket`
  }, [words])
  if (display.data === undefined) {
    return (
      <main className={css.wait}>
        {display.error === null ? (
          <Skeleton shape="page" />
        ) : (
          <IssueNotice issue={display.error} onRetry={() => void display.refetch()} />
        )}
      </main>
    )
  }
  return <Room display={display.data} isAway={display.error !== null} />
}

function Room({ display, isAway }: { readonly display: DisplayReply; readonly isAway: boolean }) {
  const words = useWords({ id, en })
  return (
    <main className={css.room}>
      <header className={css.head}>
        <strong>{display.officeName}</strong>
        <Controls display={display} />
        <span className={css.clock}>
          <Clock />
        </span>
      </header>
      <Calling display={display} />
      <Next display={display} />
      <footer className={css.foot}>
        <p className={css.free}>
          <strong>{words.free}</strong>
          <span>{words.report(grouped(display.smsNumber))}</span>
        </p>
        {isAway ? <p role="status">{words.away}</p> : <p>{words.lanes}</p>}
      </footer>
    </main>
  )
}

function Calling({ display }: { readonly display: DisplayReply }) {
  const words = useWords({ id, en })
  const [latest, ...others] = display.calling
  if (latest === undefined) {
    return (
      <section className={css.calling} aria-live="polite">
        <h1 className={css.nobody}>{words.nobody}</h1>
        <p className={css.please}>{words.nobodyHelp(display.place)}</p>
      </section>
    )
  }
  return (
    <section className={css.calling} aria-live="assertive">
      <h1>{words.calling}</h1>
      <strong className={css.number}>{latest.number}</strong>
      <p className={css.please}>{words.please(display.place)}</p>
      {others.length > 0 && (
        <p className={css.also}>
          {words.also}: {others.map((it) => it.number).join(' · ')}
        </p>
      )}
    </section>
  )
}

function Next({ display }: { readonly display: DisplayReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { next, waiting, averageMs, promisedMinutes, servedToday } = display
  return (
    <section className={css.aside}>
      <div>
        <h2>{words.next}</h2>
        {next.length === 0 && <p className={css.soft}>{words.nobodyNext}</p>}
        <ol className={css.next}>
          {next.map((number) => (
            <li key={number} data-lane={number.slice(0, 1)}>
              {number}
            </li>
          ))}
        </ol>
        {waiting > 0 && <p className={css.soft}>{words.waiting(waiting)}</p>}
      </div>
      <div className={css.time}>
        <h2>{words.today}</h2>
        {averageMs === null ? (
          <p className={css.soft}>{words.noneYet}</p>
        ) : (
          <strong className={css.average}>{format.span(averageMs)}</strong>
        )}
        <p className={css.soft}>
          {words.promised(promisedMinutes)}
          {servedToday > 0 && ` · ${words.served(servedToday)}`}
        </p>
      </div>
    </section>
  )
}

/** Sound and a full screen both need a click, once a day, by whoever switches the display on. */
function Controls({ display }: { readonly display: DisplayReply }) {
  const words = useWords({ id, en })
  const { speaker, toggle } = useSpeaker(display)
  const Sign = speaker === undefined ? IconVolumeOff : IconVolume
  return (
    <span className={css.controls}>
      <button type="button" aria-pressed={speaker !== undefined} onClick={toggle}>
        <Sign size={20} stroke={1.75} aria-hidden="true" />
        {speaker === undefined ? words.voiceOff : words.voiceOn}
      </button>
      <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
        <IconMaximize size={20} stroke={1.75} aria-hidden="true" />
        {words.fullScreen}
      </button>
      {speaker?.hasVoice() === false && <span role="status">{words.noVoice}</span>}
    </span>
  )
}

/** Says each call once, from the click on; what was called before it is not said after it. */
function useSpeaker({ calling, place }: DisplayReply) {
  const [speaker, setSpeaker] = useState<Speaker>()
  const saidUntilMs = useRef(0)
  useEffect(() => () => speaker?.stop(), [speaker])
  useEffect(() => {
    for (const { number, announcedAtMs } of newCalls(calling, saidUntilMs.current)) {
      saidUntilMs.current = announcedAtMs
      speaker?.say(number, place)
    }
  }, [calling, place, speaker])
  const toggle = () => setSpeaker(speaker === undefined ? startSpeaker() : undefined)
  return { speaker, toggle }
}
