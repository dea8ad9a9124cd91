// Plain — whether the plain TypeScript kernels shall run although the machine could run faster ones.

import { assert } from '#kit/assert'

let plain = false
let isAsked = false

/** To be said before anything is extracted or compared: the kernels are started only once. */
export function takePlainKernels(): void {
  assert(!isAsked, 'the kernels have not started yet')
  plain = true
}

export function isPlain(): boolean {
  isAsked = true
  return plain
}
