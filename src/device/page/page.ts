// Page — what the stand-in shows to a browser: who stands at the scanner, and who else could.

import type { Answer } from '../http/answer.ts'
import type { HttpRequest } from '../http/request-reader.ts'
import { syntheticPersons } from '../limits.ts'
import type { Scanner } from '../scanner.ts'
import type { Person } from '../source/person.ts'
import { messages as english } from './messages.en.ts'
import { messages as indonesian, type Messages } from './messages.id.ts'

const policy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'"

export function showPage(request: HttpRequest, scanner: Scanner): Answer {
  const words = request.query.get('language') === 'en' ? english : indonesian
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body: pageOf(words, scanner),
  }
}

export function showStyle(): Answer {
  return { status: 200, headers: { 'Content-Type': 'text/css; charset=utf-8' }, body: style }
}

function pageOf(words: Messages, scanner: Scanner): string {
  const person = scanner.person()
  const numbers = Array.from({ length: syntheticPersons }, (_, i) => i + 1)
  const standing = (number: number) =>
    person.kind === 'synthetic' && person.person === String(number)
  const button = (number: number) =>
    `<button name="person" value="${number}"${standing(number) ? ' aria-current="true"' : ''}>${words.person(number)}</button>`
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} · Loket</title>
<link rel="stylesheet" href="/stand-in.css">
</head>
<body>
<main>
<p class="switch"><a href="/?language=${words.otherLanguage}" lang="${words.otherLanguage}">${words.other}</a></p>
<h1>${words.title}</h1>
<p>${words.intro}</p>
<section aria-label="${words.nowStanding}" class="now">
<p>${words.nowStanding}</p>
<p class="who">${escapeHtml(nameOf(person, words))}</p>
<p>${words.status[scanner.status()] ?? scanner.status()}</p>
</section>
<form method="post" action="/stand-in/person">
<input type="hidden" name="language" value="${words.language}">
<p><button class="next" name="person" value="next">${words.next}</button></p>
<h2>${words.choose}</h2>
<div class="people">${numbers.map(button).join('')}</div>
<p class="hint">${words.again}</p>
</form>
</main>
</body>
</html>
`
}

function nameOf(person: Person, words: Messages): string {
  return words[person.kind](person.person, person.visit)
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (it) => entities[it] ?? it)
}

const style = `
:root { color-scheme: light dark; font: 100%/1.5 'Plus Jakarta Sans', system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
.switch { text-align: right; margin: 0; }
.now { border: 2px solid currentColor; border-radius: .75rem; padding: 1rem; margin: 1rem 0; }
.now p { margin: 0; }
.who { font-size: 1.5rem; font-weight: 700; }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr)); gap: .5rem; }
button { font: inherit; min-height: 2.75rem; padding: .25rem .75rem; border-radius: .5rem;
  border: 1px solid currentColor; background: ButtonFace; color: ButtonText; cursor: pointer; }
button:focus-visible, a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
button[aria-current] { background: #0b4a6f; color: #fff; font-weight: 700; }
.next { background: #0b4a6f; color: #fff; font-weight: 700; }
`
