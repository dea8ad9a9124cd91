// Resident page — the second screen, turned to the resident: what to do now, their data, their photo.

import { useEffect, useState } from 'react'
import { Facts } from '#kit/web/facts'
import { useWords } from '#kit/web/language'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './resident-page.module.css'
import { type ResidentScreen, watchResidentScreen } from './resident-screen.ts'

export function Page() {
  const words = useWords({ id, en }).resident
  const [screen, setScreen] = useState<ResidentScreen>()
  useEffect(() => watchResidentScreen(setScreen), [])
  useEffect(() => {
    document.title = words.title
  }, [words.title])
  if (screen === undefined) {
    return (
      <main className={css.screen}>
        <h1 className={css.welcome}>{words.welcome}</h1>
        <p className={css.wait}>{words.wait}</p>
      </main>
    )
  }
  return (
    <main className={css.screen}>
      <p className={css.say} role="status">
        {screen.say}
      </p>
      <div className={css.columns}>
        <section>
          <h1 className={css.name}>{screen.name}</h1>
          <Facts columns={2} facts={screen.rows} />
          <p className={css.wait}>{words.tellUs}</p>
        </section>
        {screen.photo !== undefined && <Photo photo={screen.photo} alt={words.photo} />}
      </div>
    </main>
  )
}

function Photo({ photo, alt }: { readonly photo: Blob; readonly alt: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(photo)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return address === undefined ? null : <img className={css.photo} src={address} alt={alt} />
}
