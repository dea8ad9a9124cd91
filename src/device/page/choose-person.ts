// Choose person — the stand-in's own control call, outside SBI: who stands at the scanner.
//
//     POST /stand-in/person   {"kind":"synthetic","person":"7","visit":1}
//                             {"kind":"folder","dir":"/pictures","person":"012","visit":3}
//     GET  /stand-in/person   the same, of whoever stands there now
//
// The page's own form posts fields instead; it is answered by the page again.

import type { Answer } from '../http/answer.ts'
import { jsonAnswer, textAnswer } from '../http/answer.ts'
import type { HttpRequest } from '../http/request-reader.ts'
import { syntheticPersons } from '../limits.ts'
import type { Scanner } from '../scanner.ts'
import { parsePerson } from '../source/person.ts'

export function tellPerson(scanner: Scanner): Answer {
  return jsonAnswer(scanner.person())
}

export function choosePerson(request: HttpRequest, scanner: Scanner): Answer {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const text = new TextDecoder().decode(request.body)
  if (type === 'application/x-www-form-urlencoded') {
    return chooseByForm(new URLSearchParams(text), scanner)
  }
  // A page of somebody else can send a form unasked, but not JSON.
  if (type !== 'application/json') return textAnswer(415)
  const person = parsePerson(findJson(text))
  if (!person.ok) return jsonAnswer({ error: person.issue }, 400)
  scanner.put(person.value)
  return tellPerson(scanner)
}

function chooseByForm(form: URLSearchParams, scanner: Scanner): Answer {
  const chosen = form.get('person') ?? ''
  const number = chosen === 'next' ? nextNumber(scanner) : Number(chosen)
  if (!Number.isInteger(number) || number < 1 || number > syntheticPersons) return textAnswer(400)
  const person = String(number)
  scanner.put({ kind: 'synthetic', person, visit: scanner.visitsOf(person) + 1 })
  const language = form.get('language') === 'en' ? '/?language=en' : '/'
  return { status: 303, headers: { Location: language }, body: '' }
}

function nextNumber(scanner: Scanner): number {
  const { kind, person } = scanner.person()
  const now = kind === 'synthetic' ? Number(person) : 0
  return Number.isInteger(now) && now >= 0 ? (now % syntheticPersons) + 1 : 1
}

function findJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
