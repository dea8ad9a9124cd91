// Language — which of the two tongues the screens speak, and the words of a page in it.

import { useSyncExternalStore } from 'react'
import css from './language.module.css'
import { browserShelf, remembered } from './remembered.ts'

export type Language = 'id' | 'en'

/** A page's words in both tongues; the English catalog satisfies the Indonesian one's type. */
export interface Catalogs<Words> {
  readonly id: Words
  readonly en: NoInfer<Words>
}

const chosen = remembered<Language>('language', ['id', 'en'], browserShelf())

/** For what is no component, such as the header of a request. */
export function currentLanguage(): Language {
  return chosen.get()
}

export function useLanguage(): Language {
  return useSyncExternalStore(chosen.subscribe, chosen.get, () => 'id' as const)
}

export function chooseLanguage(language: Language): void {
  chosen.set(language)
  document.documentElement.lang = language
}

/** The words of a page in the language chosen: `const words = useWords({ id, en })`. */
export function useWords<Words>(catalogs: Catalogs<Words>): Words {
  return catalogs[useLanguage()]
}

const names = { id: 'Bahasa Indonesia', en: 'English' } as const

/** Two letters in the frame; each is read out as the language's own name, in that language. */
export function LanguageSwitch() {
  const language = useLanguage()
  return (
    <fieldset className={css.switch} aria-label="Bahasa / Language">
      {(['id', 'en'] as const).map((it) => (
        <button
          key={it}
          type="button"
          lang={it}
          aria-label={`${it.toUpperCase()} – ${names[it]}`}
          title={names[it]}
          aria-pressed={language === it}
          onClick={() => chooseLanguage(it)}
        >
          {it.toUpperCase()}
        </button>
      ))}
    </fieldset>
  )
}
