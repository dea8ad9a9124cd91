// Markdown tests — what the pages of docs/algorithm use comes out as HTML, and nothing as markup.

import { expect, test } from 'vitest'
import { htmlOfMarkdown } from './markdown.ts'

const html = (text: string) =>
  htmlOfMarkdown(text, 2, (target) => (target === 'mask.md' ? '#mask' : undefined))

test.each([
  ['# Mask', '<h2>Mask</h2>'],
  ['One line\nand another.', '<p>One line and another.</p>'],
  [
    'Some *thin* and **thick** `a * b * c`',
    '<p>Some <em>thin</em> and <strong>thick</strong> <code>a * b * c</code></p>',
  ],
  [
    'See [the mask](mask.md) and [others](other.md).',
    '<p>See <a href="#mask">the mask</a> and others.</p>',
  ],
  ['- one\n- two\n  longer', '<ul><li>one</li><li>two longer</li></ul>'],
  ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
  [
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
  ],
  ['```\na\n\n<b>\n```', '<pre><code>a\n\n&lt;b&gt;</code></pre>'],
  ['![a finger](pictures/mask.png)', ''],
  ['1 < 2 <script>', '<p>1 &lt; 2 &lt;script&gt;</p>'],
])('%j', (text, expected) => {
  expect(html(text)).toBe(expected)
})
