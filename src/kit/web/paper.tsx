// Paper — a file that is made on request from what was typed, and put into the downloads.

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { kitWords, line } from './api.tsx'
import { currentLanguage } from './language.tsx'
import { type ApiIssue, isApiIssue, issueOf, unreachable } from './request.ts'
import { saveFile } from './save-file.ts'

/** Where a link would put personal data into an address: `paper.mutate(body)` asks by POST. */
export function usePaper<Input>(
  path: string,
  fileName: string,
): UseMutationResult<void, ApiIssue, Input> {
  return useMutation<void, ApiIssue, Input>({
    networkMode: 'always',
    retry: false,
    mutationFn: async (input) => {
      const { bytes, mediaType } = await take(path, input)
      saveFile(fileName, bytes, mediaType)
    },
  })
}

async function take(path: string, input: unknown) {
  try {
    const response = await globalThis.fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': currentLanguage() },
      body: JSON.stringify(input),
    })
    line.answered(response.headers.get('date'))
    if (!response.ok) {
      throw issueOf(response.status, await response.json().catch(() => undefined), kitWords())
    }
    const mediaType = response.headers.get('content-type') ?? 'application/octet-stream'
    return { bytes: await response.arrayBuffer(), mediaType }
  } catch (thrown) {
    if (isApiIssue(thrown)) throw thrown
    line.silent()
    throw unreachable(kitWords())
  }
}
