// Loaded — what was asked for, or its skeleton, or why it is not there and how to ask again.

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiIssue } from './api.tsx'
import { IssueNotice } from './notice.tsx'
import { Skeleton, type SkeletonProps } from './skeleton.tsx'

export interface LoadedProps<Answer> {
  /** The result of `useAsk`. */
  readonly of: UseQueryResult<Answer, ApiIssue>
  /** The shape shown while it loads. */
  readonly waiting?: SkeletonProps
  readonly children: (answer: Answer) => ReactNode
}

/** An answer once shown stays, though a later question fails: the frame tells that the line is down. */
export function Loaded<Answer>({ of, waiting, children }: LoadedProps<Answer>) {
  if (of.data !== undefined) return children(of.data)
  if (of.error !== null) return <IssueNotice issue={of.error} onRetry={() => void of.refetch()} />
  return <Skeleton {...waiting} />
}
