// Shortcut — one key, one act, and never while typing.

import { describe, expect, test } from 'vitest'
import { isPressOf, type KeyPress, keyCapOf } from './shortcut.ts'

const press: KeyPress = {
  key: 't',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  target: { tagName: 'BODY' },
}

describe('a one-key act', () => {
  test('is pressed in either case', () => {
    expect(isPressOf('T', press)).toBe(true)
    expect(isPressOf('T', { ...press, key: 'T' })).toBe(true)
    expect(isPressOf('K', press)).toBe(false)
  })

  test('leaves the browser its own combinations', () => {
    expect(isPressOf('T', { ...press, ctrlKey: true })).toBe(false)
    expect(isPressOf('T', { ...press, metaKey: true })).toBe(false)
    expect(isPressOf('T', { ...press, altKey: true })).toBe(false)
  })

  test('happens once however long the key is held', () => {
    expect(isPressOf('T', { ...press, repeat: true })).toBe(false)
  })

  test('is spent once somebody has answered it', () => {
    expect(isPressOf('T', { ...press, defaultPrevented: true })).toBe(false)
  })
})

describe('while somebody types', () => {
  test.each([
    { tagName: 'INPUT', type: 'text' },
    { tagName: 'INPUT', type: 'search' },
    { tagName: 'INPUT' },
    { tagName: 'TEXTAREA' },
    { tagName: 'SELECT' },
    { tagName: 'DIV', isContentEditable: true },
  ])('a letter is a letter: %o', (target) => {
    expect(isPressOf('T', { ...press, target })).toBe(false)
    expect(isPressOf('Escape', { ...press, key: 'Escape', target })).toBe(true)
  })

  test.each(['checkbox', 'radio', 'button'])('but not in a %s', (type) => {
    expect(isPressOf('T', { ...press, target: { tagName: 'INPUT', type } })).toBe(true)
  })
})

test('Enter on a button or link is that button, not another one', () => {
  const enter = { ...press, key: 'Enter' }
  expect(isPressOf('Enter', enter)).toBe(true)
  for (const tagName of ['BUTTON', 'A', 'SUMMARY']) {
    expect(isPressOf('Enter', { ...enter, target: { tagName } })).toBe(false)
  }
})

test('a key is written on its button as it is on the keyboard', () => {
  expect(['t', 'Enter', 'ArrowRight'].map(keyCapOf)).toEqual(['T', '↵', '→'])
})
