// Router — from the address to a page, fetched when it is first opened.
//
// A table of rows is all these screens need: 2 kB of script where a router library weighs 26,
// which somebody's phone on a weak line would pay for before the first word.

import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react'

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
  /** The next page is on its way; the one before stays until it is there. */
  readonly isPending: boolean
  /** Adds a question asked before the page is left; answers the way to take it back. */
  guard(question: string): () => void
}

const RouteContext = createContext<Route | undefined>(undefined)

/** Gives everything below it an address, kept in step with the browser's own. */
export function Router({ children }: { readonly children: ReactNode }) {
  const [address, setAddress] = useState<Address>(() => readAddress(0))
  const [questions] = useState(() => new Set<string>())
  const [isPending, startTransition] = useTransition()
  const here = useRef(window.location.href)
  const fromTop = useRef(false)

  const arrive = useCallback(() => {
    here.current = window.location.href
    startTransition(() => setAddress((before) => readAddress(before.arrivals + 1)))
  }, [])

  // A page is read from its top; who goes back finds the place where they were.
  useEffect(() => {
    if (address.arrivals > 0 && fromTop.current) window.scrollTo(0, 0)
    fromTop.current = false
  }, [address])

  const mayLeave = useCallback(
    () => [...questions].every((question) => window.confirm(question)),
    [questions],
  )
  const go = useCallback<Go>(
    (to, how) => {
      if (!mayLeave()) return
      if (how?.replace === true) window.history.replaceState(null, '', to)
      else window.history.pushState(null, '', to)
      fromTop.current = true
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

  const route = useMemo(() => ({ address, go, guard, isPending }), [address, go, guard, isPending])
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

export function useArriving(): boolean {
  return useRoute().isPending
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
