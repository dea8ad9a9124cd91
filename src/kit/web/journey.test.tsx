// Journey — the line of steps as it is drawn.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Journey, type JourneyState } from './journey.tsx'

test('a journey says where one is, in words and to a reader, and nowhere else', () => {
  const states: readonly JourneyState[] = ['done', 'done', 'needs', 'next']
  const html = renderToStaticMarkup(
    <Journey steps={states.map((state, i) => ({ key: String(i), title: `Step ${i}`, state }))} />,
  )
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  expect(html.match(/Anda di sini/g)).toHaveLength(1)
  expect(html).toMatch(/data-state="needs" aria-current="step"/)
})
