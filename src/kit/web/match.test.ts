// Match — paths and what stands in them.

import { describe, expect, test } from 'vitest'
import { isWithin, matchPath } from './match.tsx'

describe('an address fits a path', () => {
  test.each([
    ['/', '/', {}],
    ['/orders', '/orders', {}],
    ['/orders', '/orders/', {}],
    ['/orders/:orderId', '/orders/7', { orderId: '7' }],
    ['/orders/:orderId', '/orders/a%2Fb', { orderId: 'a/b' }],
    ['/orders', '/orders/7', undefined],
    ['/orders/:orderId', '/orders', undefined],
    ['/orders/:orderId', '/orders/%', undefined],
    ['/orders', '/Orders', undefined],
  ])('%s, %s', (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params)
  })
})

test('a navigation entry is "here" on its own page and below it, not on a namesake', () => {
  expect(isWithin('/orders', '/orders')).toBe(true)
  expect(isWithin('/orders', '/orders/7')).toBe(true)
  expect(isWithin('/orders', '/orders-old')).toBe(false)
  expect(isWithin('/', '/orders')).toBe(false)
})
