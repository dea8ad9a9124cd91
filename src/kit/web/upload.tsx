// Upload — a file sent whole, with its progress; fetch cannot tell how much has left.

import { useState } from 'react'
import { kitWords, line } from './api.tsx'
import { currentLanguage } from './language.tsx'
import { type ApiIssue, issueOf, unreachable } from './request.ts'

export interface UploadOptions {
  /** Called with the share sent, 0..1. */
  readonly onProgress?: (share: number) => void
  readonly method?: 'POST' | 'PUT'
}

/** Sends the bytes as they are, the server looks for itself what they are; throws an `ApiIssue`. */
export function upload<Answer>(
  path: string,
  file: Blob,
  options: UploadOptions = {},
): Promise<Answer> {
  return new Promise((resolve, reject: (issue: ApiIssue) => void) => {
    const sending = new XMLHttpRequest()
    sending.open(options.method ?? 'POST', path)
    sending.setRequestHeader('content-type', 'application/octet-stream')
    sending.setRequestHeader('accept-language', currentLanguage())
    sending.upload.onprogress = ({ loaded, total }) => {
      if (total > 0) options.onProgress?.(loaded / total)
    }
    sending.onerror = () => {
      line.silent()
      reject(unreachable(kitWords()))
    }
    sending.onload = () => {
      line.answered(sending.getResponseHeader('date'))
      const body = jsonOf(sending.responseText)
      if (sending.status >= 200 && sending.status < 300) resolve(body as Answer)
      else reject(issueOf(sending.status, body, kitWords()))
    }
    sending.send(file)
  })
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export interface Sending<Answer> {
  /** The share sent, 0..1; undefined while nothing is on its way. */
  readonly share: number | undefined
  readonly issue: ApiIssue | undefined
  send(path: string, file: Blob, method?: 'POST' | 'PUT'): Promise<Answer | undefined>
}

/** An upload as a page shows it: its share, then its answer or its issue. */
export function useUpload<Answer>(): Sending<Answer> {
  const [share, setShare] = useState<number>()
  const [issue, setIssue] = useState<ApiIssue>()
  return {
    share,
    issue,
    async send(path, file, method = 'POST') {
      setIssue(undefined)
      setShare(0)
      try {
        return await upload<Answer>(path, file, { onProgress: setShare, method })
      } catch (thrown) {
        setIssue(thrown as ApiIssue)
        return undefined
      } finally {
        setShare(undefined)
      }
    },
  }
}
