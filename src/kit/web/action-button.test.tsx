// Action button — what is drawn, and that it says why it cannot be pressed.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ActionButton } from './action-button.tsx'

test('the key of an act is drawn on its button and told to who cannot see it', () => {
  const html = renderToStaticMarkup(<ActionButton shortcut="t">Accept</ActionButton>)
  expect(html).toContain('aria-keyshortcuts="t"')
  expect(html).toMatch(/<span[^>]*aria-hidden="true"[^>]*>T<\/span>/)
})

test('what cannot be done says why, and keeps the focus it has', () => {
  const html = renderToStaticMarkup(
    <ActionButton disabled why="There is no photo yet.">
      Save
    </ActionButton>,
  )
  const describedBy = /aria-describedby="([^"]+)"/.exec(html)?.[1]
  expect(html).toContain(`id="${describedBy}"`)
  expect(html).toContain('There is no photo yet.')
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toMatch(/ disabled(=|>| )/)
})

test('the reason is not shown while the act can be done', () => {
  expect(renderToStaticMarkup(<ActionButton why="No.">Save</ActionButton>)).not.toContain('No.')
})
