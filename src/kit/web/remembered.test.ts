// Remembered — what is kept between visits, and what is not trusted of it.

import { describe, expect, test } from 'vitest'
import { remembered, type Shelf } from './remembered.ts'

function shelfWith(entries: Record<string, string>): Shelf & { entries: Record<string, string> } {
  return {
    entries,
    getItem: (key) => entries[key] ?? null,
    setItem: (key, value) => {
      entries[key] = value
    },
  }
}

describe('a remembered choice', () => {
  test('is the first one until somebody chooses', () => {
    expect(remembered('tea', ['green', 'black'], shelfWith({})).get()).toBe('green')
  })

  test('comes back on the next visit', () => {
    const shelf = shelfWith({})
    remembered('tea', ['green', 'black'], shelf).set('black')
    expect(remembered('tea', ['green', 'black'], shelf).get()).toBe('black')
  })

  test('ignores what an older version may have left on the shelf', () => {
    expect(remembered('tea', ['green', 'black'], shelfWith({ tea: 'white' })).get()).toBe('green')
  })

  test('tells who listens, until they stop', () => {
    const choice = remembered('tea', ['green', 'black'], undefined)
    const heard: string[] = []
    const stop = choice.subscribe(() => heard.push(choice.get()))
    choice.set('black')
    stop()
    choice.set('green')
    expect(heard).toEqual(['black'])
  })

  test('holds for the tab where the browser refuses to store', () => {
    const refusing: Shelf = {
      getItem: () => {
        throw new Error('denied')
      },
      setItem: () => {
        throw new Error('denied')
      },
    }
    const choice = remembered('tea', ['green', 'black'], refusing)
    choice.set('black')
    expect(choice.get()).toBe('black')
  })
})
