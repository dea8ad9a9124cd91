// Kernels tests — the fastest kernels that there are.

import { expect, test } from 'vitest'
import { kernels } from './kernels.ts'

test('WebAssembly is chosen where it runs, and started once', () => {
  expect(kernels().name).toBe('wasm')
  expect(kernels()).toBe(kernels())
})
