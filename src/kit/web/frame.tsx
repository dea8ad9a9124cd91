// Frame — what stands around every page: the name, the place, the language, the offline band.

import { type ReactNode, useEffect } from 'react'
import css from './frame.module.css'
import { LanguageSwitch, useLanguage, useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { OfflineBand } from './offline-band.tsx'
import { useProduct } from './product.tsx'
import { Link, useArriving } from './router.tsx'

export interface FrameProps {
  /** Where one is: the office's name. */
  readonly place: ReactNode
  /** Where the name leads to. */
  readonly home: string
  /** Marks a sample installation. */
  readonly sample: boolean
  /** At the bar's end, before the language: who is signed in. */
  readonly account?: ReactNode
  /** At the left, or under the bar on a phone. */
  readonly navigation?: ReactNode
  readonly footer?: ReactNode
  /** Replaces the usual sentence of the band that tells the line is down. */
  readonly offlineSentence?: ReactNode
  readonly children: ReactNode
}

export function Frame(props: FrameProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const isArriving = useArriving()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <div className={css.frame} data-navigation={props.navigation !== undefined}>
      <a href="#content" className={css.skip}>
        {words.skipToContent}
      </a>
      <header className={css.bar} data-signed={props.account !== undefined} data-no-print="">
        <Brand home={props.home} place={props.place} sample={props.sample} />
        <div className={css.end}>
          {props.account}
          <LanguageSwitch />
        </div>
      </header>
      {isArriving && <div className={css.arriving} />}
      <OfflineBand sentence={props.offlineSentence} />
      <div className={css.middle}>
        {props.navigation}
        <main id="content" className={css.content} tabIndex={-1} data-quiet-focus="">
          {props.children}
        </main>
      </div>
      {props.footer}
    </div>
  )
}

interface BrandProps {
  readonly home: string
  readonly place: ReactNode
  readonly sample: boolean
}

function Brand({ home, place, sample }: BrandProps) {
  const words = useWords({ id, en })
  return (
    <div className={css.brand}>
      <Link to={home} className={css.name}>
        <Mark />
        <span className={css.words}>
          <span>{useProduct()}</span>
          <span className={css.place}>{place}</span>
        </span>
      </Link>
      {sample && (
        <span className={css.sample} title={words.sampleMeans}>
          {words.sample}
          <span className="visually-hidden">. {words.sampleMeans}</span>
        </span>
      )}
    </div>
  )
}

/** A sheet handed over a counter: no emblem of anybody. */
function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--action)" />
      <rect x="9" y="6.5" width="14" height="11" rx="2" fill="var(--on-action)" />
      <path d="M6 22h20" stroke="var(--on-action)" strokeWidth="3" strokeLinecap="round" />
      <path d="M12 11h5M12 14h8" stroke="var(--action)" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  )
}
