// Focus — where it goes after an act, so that nobody has to look for it.

import { type RefObject, useCallback, useRef } from 'react'

export interface FocusTarget<Target extends HTMLElement> {
  readonly ref: RefObject<Target | null>
  /** Takes the focus once the page has drawn what the act changed. */
  readonly take: () => void
}

/** A place to send the focus to; give it `tabIndex={-1}` where it is no control of its own. */
export function useFocusTarget<Target extends HTMLElement>(): FocusTarget<Target> {
  const ref = useRef<Target>(null)
  const take = useCallback(() => {
    requestAnimationFrame(() => ref.current?.focus())
  }, [])
  return { ref, take }
}

/** After a form was sent with faults: the first field that has one. */
export function focusFirstError(form: HTMLElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}
