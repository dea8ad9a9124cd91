// Paper viewer — a scan as it was taken: a picture, or a PDF in the browser's own reader.

import { useEffect, useState } from 'react'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Skeleton } from '#kit/web/skeleton'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'

export interface PaperViewerProps {
  readonly path: string
  readonly title: string
}

interface Shown {
  readonly url: string
  readonly isPdf: boolean
}

/** Pages of this server are never framed, so the paper is fetched and shown from memory. */
export function PaperViewer({ path, title }: PaperViewerProps) {
  const words = useWords({ id, en })
  const shown = useFetched(path)
  if (shown === 'failed') return <Notice tone="needs">{words.noPaperNow}</Notice>
  return (
    <figure className={css.viewer}>
      {shown === undefined && <Skeleton shape="cards" count={1} />}
      {shown?.isPdf === true && <iframe src={`${shown.url}#navpanes=0&view=FitH`} title={title} />}
      {shown?.isPdf === false && <img src={shown.url} alt={title} />}
      <figcaption>
        <strong>{title}</strong>
        <a href={path} target="_blank" rel="noreferrer">
          {words.openTab}
        </a>
      </figcaption>
    </figure>
  )
}

function useFetched(path: string): Shown | 'failed' | undefined {
  const [shown, setShown] = useState<Shown | 'failed'>()
  useEffect(() => {
    const asking = new AbortController()
    let url: string | undefined
    fetch(path, { signal: asking.signal, credentials: 'same-origin' })
      .then(async (response) => {
        if (!response.ok) throw new Error(`no paper: ${response.status}`)
        const blob = await response.blob()
        if (asking.signal.aborted) return
        url = URL.createObjectURL(blob)
        setShown({ url, isPdf: blob.type === 'application/pdf' })
      })
      .catch(() => {
        if (!asking.signal.aborted) setShown('failed')
      })
    return () => {
      asking.abort()
      if (url !== undefined) URL.revokeObjectURL(url)
      setShown(undefined)
    }
  }, [path])
  return shown
}
