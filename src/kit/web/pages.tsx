// Pages — from the address to a page, whose script is fetched when it is first opened.

import { type ComponentType, createContext, lazy, type ReactNode, Suspense, use } from 'react'
import { Boundary } from './boundary.tsx'
import { matchPath, type Params } from './match.tsx'
import { PageAway } from './page-away.tsx'
import { useAddress } from './router.tsx'

const ParamsContext = createContext<Params>({})

/** The part of the address that the page's path names, e.g. `orderId` of `/orders/:orderId`. */
export function useParam(name: string): string {
  const value = use(ParamsContext)[name]
  if (value === undefined) throw new Error(`Assertion failed: no :${name} in this page's path`)
  return value
}

/** A page's file exports its component under the name `Page`. */
export type LoadPage = () => Promise<{ readonly Page: ComponentType }>

export interface PageRow {
  /** `/orders/:orderId` */
  readonly path: string
  readonly load: LoadPage
}

const fetched = new WeakMap<LoadPage, ComponentType>()

function pageOf(load: LoadPage): ComponentType {
  const known = fetched.get(load)
  if (known !== undefined) return known
  const page = lazy(async () => {
    try {
      return { default: (await load()).Page }
    } catch {
      return { default: PageAway }
    }
  })
  fetched.set(load, page)
  return page
}

/** The first row that fits the path; undefined where none does. */
export function findRow<Row extends { readonly path: string }>(
  rows: readonly Row[],
  path: string,
): { readonly row: Row; readonly params: Params } | undefined {
  for (const row of rows) {
    const params = matchPath(row.path, path)
    if (params !== undefined) return { row, params }
  }
  return undefined
}

export interface PagesProps {
  readonly rows: readonly PageRow[]
  /** Shown while the first page's script is on its way. */
  readonly waiting: ReactNode
  readonly notFound: ReactNode
}

/** Shows the page that the address asks for. Each path is a page of its own: it starts afresh. */
export function Pages({ rows, waiting, notFound }: PagesProps) {
  const { path } = useAddress()
  const found = findRow(rows, path)
  if (found === undefined) return notFound
  const Shown = pageOf(found.row.load)
  return (
    <ParamsContext value={found.params}>
      <Suspense fallback={waiting}>
        <Boundary key={path}>
          <Shown />
        </Boundary>
      </Suspense>
    </ParamsContext>
  )
}
