// Router — from the address to a page, fetched when it is first opened.
//
// A table of rows is all these screens need: 2 kB of script where a router library weighs 26,
// which a resident's phone on a weak line would pay for before the first word.

import {
  type AnchorHTMLAttributes,
  type ComponentType,
  createContext,
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { matchPath, type Params } from './match.tsx'

export interface Address {
  readonly path: string
  readonly search: URLSearchParams
  /** How many pages this visit has opened before: 0 is the one the browser came in by. */
  readonly arrivals: number
}

export type Go = (to: string, how?: { readonly replace?: boolean }) => void

interface Route {
  readonly address: Address
  readonly go: Go
  /** Adds a question asked before the page is left; answers the way to take it back. */
  guard(question: string): () => void
}

const RouteContext = createContext<Route | undefined>(undefined)
const ParamsContext = createContext<Params>({})

/** Gives everything below it an address, kept in step with the browser's own. */
export function Router({ children }: { readonly children: ReactNode }) {
  const [address, setAddress] = useState<Address>(() => readAddress(0))
  const [questions] = useState(() => new Set<string>())

  const here = useRef(window.location.href)

  const arrive = useCallback(() => {
    here.current = window.location.href
    setAddress((before) => readAddress(before.arrivals + 1))
    window.scrollTo(0, 0)
  }, [])

  const mayLeave = useCallback(
    () => [...questions].every((question) => window.confirm(question)),
    [questions],
  )

  const go = useCallback<Go>(
    (to, how) => {
      if (!mayLeave()) return
      if (how?.replace === true) window.history.replaceState(null, '', to)
      else window.history.pushState(null, '', to)
      arrive()
    },
    [arrive, mayLeave],
  )

  const guard = useCallback(
    (question: string) => {
      questions.add(question)
      return () => questions.delete(question)
    },
    [questions],
  )

  useEffect(() => {
    // "Back" has already left when it is heard: whoever stays is put back on the same address.
    const onPop = () => {
      if (mayLeave()) arrive()
      else window.history.pushState(null, '', here.current)
    }
    window.addEventListener('popstate', onPop)
    return () => window.removeEventListener('popstate', onPop)
  }, [arrive, mayLeave])

  const route = useMemo(() => ({ address, go, guard }), [address, go, guard])
  return <RouteContext value={route}>{children}</RouteContext>
}

function readAddress(arrivals: number): Address {
  const { pathname, search } = window.location
  return { path: pathname, search: new URLSearchParams(search), arrivals }
}

function useRoute(): Route {
  const route = use(RouteContext)
  if (route === undefined) throw new Error('Assertion failed: used outside of <Router>')
  return route
}

export function useAddress(): Address {
  return useRoute().address
}

export function useGo(): Go {
  return useRoute().go
}

/** The part of the address that the page's path names, e.g. `orderId` of `/orders/:orderId`. */
export function useParam(name: string): string {
  const value = use(ParamsContext)[name]
  if (value === undefined) throw new Error(`Assertion failed: no :${name} in this page's path`)
  return value
}

/** While `unsaved` holds, leaving the page, by link, by back or by closing, asks first. */
export function useLeaveGuard(unsaved: boolean, question: string): void {
  const { guard } = useRoute()
  useEffect(() => {
    if (!unsaved) return
    const take = guard(question)
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', onUnload)
    return () => {
      take()
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [guard, unsaved, question])
}

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: string
}

/** An anchor that stays in the page; with a modifier key it opens a tab, as any link does. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const go = useGo()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const meantElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.defaultPrevented || event.button !== 0 || meantElsewhere) return
    event.preventDefault()
    go(to)
  }
  return <a {...rest} href={to} onClick={follow} />
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
  const page = lazy(async () => ({ default: (await load()).Page }))
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
  /** Shown while a page's script is on its way. */
  readonly waiting: ReactNode
  readonly notFound: ReactNode
}

/** Shows the page that the address asks for. Each address is a page of its own: it starts afresh. */
export function Pages({ rows, waiting, notFound }: PagesProps) {
  const { path } = useAddress()
  const found = findRow(rows, path)
  if (found === undefined) return notFound
  const Shown = pageOf(found.row.load)
  return (
    <ParamsContext value={found.params}>
      <Suspense key={path} fallback={waiting}>
        <Shown />
      </Suspense>
    </ParamsContext>
  )
}
