// Page — the frame of one page: the way back, its heading, the main act, the content.

import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { useProduct } from './product.tsx'
import { Link, useAddress } from './router.tsx'

export interface PageProps {
  /** Names the tab, and the page where no `heading` is told. */
  readonly title: string
  /** Stands in the heading instead of the title. */
  readonly heading?: ReactNode
  /** One sentence under the heading. */
  readonly lead?: ReactNode
  /** The page before this one, and what it is called. */
  readonly back?: { readonly to: string; readonly title?: string }
  /** The main act, at the heading's side: buttons or links. */
  readonly actions?: ReactNode
  /** What stands at the top right: a counter that runs, a status. */
  readonly aside?: ReactNode
  /** slim: one small form · narrow: text and forms · normal: lists · wide: all the screen has */
  readonly width?: 'slim' | 'narrow' | 'normal' | 'wide'
  readonly children: ReactNode
}

/** Names the tab, and takes the focus to the heading when one comes here from another page. */
export function Page(props: PageProps) {
  const { title, lead, back, actions, aside, width = 'normal', children } = props
  const words = useWords({ id, en })
  const { arrivals } = useAddress()
  const product = useProduct()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  useEffect(() => {
    if (arrivals > 0) heading.current?.focus({ preventScroll: true })
  }, [arrivals])
  return (
    <article className={css.page} data-width={width}>
      <header className={css.head}>
        <div className={css.heading}>
          {back !== undefined && (
            <Link to={back.to} className={css.back} data-no-print="">
              <IconArrowLeft size={18} stroke={1.75} aria-hidden="true" />
              {back.title ?? words.back}
            </Link>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {props.heading ?? title}
          </h1>
          {lead !== undefined && <div className={css.lead}>{lead}</div>}
        </div>
        {(actions !== undefined || aside !== undefined) && (
          <div className={css.side}>
            {aside}
            {actions}
          </div>
        )}
      </header>
      {children}
    </article>
  )
}

export interface SheetProps {
  readonly title?: ReactNode
  /** At the heading's right: a count, a link, a small act. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** Without inner margin, for a table that fills the sheet. */
  readonly flush?: boolean
}

/** A card: white, a hairline around it, no shadow. */
export function Sheet({ title, aside, children, flush = false }: SheetProps) {
  return (
    <section className={css.sheet} data-flush={flush}>
      {(title !== undefined || aside !== undefined) && (
        <div className={css.sheetHead}>
          {title !== undefined && <h2>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}

/** Blocks under one another, 24 px apart, or 16 within a sheet. */
export function Stack({
  children,
  tight = false,
}: {
  readonly children: ReactNode
  readonly tight?: boolean
}) {
  return (
    <div className={css.stack} data-tight={tight}>
      {children}
    </div>
  )
}

/** Blocks side by side where there is room: `left` keeps `share` of the width. */
export function Columns({
  children,
  share = 'half',
}: {
  readonly children: ReactNode
  /** half: equal columns · main: the first twice as wide · side: the first a narrow column */
  readonly share?: 'half' | 'main' | 'side'
}) {
  return (
    <div className={css.columns} data-share={share}>
      {children}
    </div>
  )
}
