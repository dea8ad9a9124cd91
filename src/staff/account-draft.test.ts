// Account draft — what is accepted, and the code of what is not.

import { describe, expect, test } from 'vitest'
import { parseAccountDraft, parsePost, type TypedDraft } from './account-draft.ts'

const typed: TypedDraft = { name: 'loket', displayName: 'Wati', role: 'petugas-loket' }

describe('a draft', () => {
  test('is accepted with its name in small letters and its spaces in order', () => {
    expect(
      parseAccountDraft({ ...typed, name: ' Loket.2 ', displayName: ' Ibu  Wati ' }, 'office'),
    ).toEqual({
      ok: true,
      value: {
        name: 'loket.2',
        displayName: 'Ibu Wati',
        role: 'petugas-loket',
        villageCode: null,
      },
    })
  })

  test.each([
    ['ab', 'account.name'],
    ['a'.repeat(33), 'account.name'],
    ['-loket', 'account.name'],
    ['lo ket', 'account.name'],
    ['lokét', 'account.name'],
  ])('with the name %j is refused: %s', (name, code) => {
    expect(codeOf(parseAccountDraft({ ...typed, name }, 'office'))).toBe(code)
  })

  test.each([' ', 'x'.repeat(81), 'Wati\0', 'Wa\ud800ti'])(
    'called %j is refused',
    (displayName) => {
      expect(codeOf(parseAccountDraft({ ...typed, displayName }, 'office'))).toBe(
        'account.display-name',
      )
    },
  )
})

describe('a post', () => {
  test.each([
    [{ role: 'kepala-desa', villageCode: '16.06.12.2001' }, undefined],
    [{ role: 'kepala-desa' }, 'account.village-needed'],
    [{ role: 'kepala-desa', villageCode: '2001' }, 'account.village'],
    [{ role: 'camat', villageCode: '16.06.12.2001' }, 'account.village-unexpected'],
    [{ role: 'camat', villageCode: '' }, undefined],
    [{ role: 'adjudicator' }, 'account.role'],
    [{ role: 'raja' }, 'account.role'],
  ])('%j in the office: %s', (post, code) => {
    expect(codeOf(parsePost(post, 'office'))).toBe(code)
  })

  test('of an adjudicator is one of the center', () => {
    expect(parsePost({ role: 'adjudicator' }, 'center').ok).toBe(true)
    expect(parsePost({ role: 'camat' }, 'center').ok).toBe(false)
  })
})

type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly issue: { readonly code: string } }

function codeOf(answer: Answer): string | undefined {
  return answer.ok ? undefined : answer.issue.code
}
