// Api — how a page asks its server, acts on it, and shows what it was told.

import {
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { systemClock } from '#kit/clock'
import { currentLanguage } from './language.tsx'
import { lineOf } from './line.ts'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import { type ApiIssue, isApiIssue, type Method, requestOf } from './request.ts'

export { type ApiIssue, isApiIssue, type Method } from './request.ts'

export function kitWords(): Messages {
  return currentLanguage() === 'en' ? en : id
}

export const line = lineOf(systemClock)

/** Asks the server; throws an `ApiIssue`. Pages mostly use `useAsk` and `useAct`. */
export const request = requestOf({
  fetch: (...asked) => globalThis.fetch(...asked),
  line,
  language: currentLanguage,
  words: kitWords,
})

export const sessionPath = '/api/session'

const unreachableRetriesMax = 2
const freshForMs = 5_000

export function queryClientOf(): QueryClient {
  const signedOut = (issue: unknown) => {
    // Whoever is signed out meanwhile is shown the way in by the frame, which reads the session.
    if (isApiIssue(issue) && issue.kind === 'signed-out') {
      void client.invalidateQueries({ queryKey: [sessionPath] })
    }
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    defaultOptions: {
      queries: {
        staleTime: freshForMs,
        // The browser's own idea of "online" is wrong on an office's local network.
        networkMode: 'always',
        retry: (failures, issue) =>
          isApiIssue(issue) && issue.kind === 'unreachable' && failures < unreachableRetriesMax,
      },
      mutations: { networkMode: 'always', retry: false, onError: signedOut },
    },
  })
  return client
}

export interface AskOptions {
  /** Asks again after so many milliseconds, as long as the page is looked at. */
  readonly everyMs?: number
}

/** What the server holds at `path`, kept fresh. With `undefined` nothing is asked yet. */
export function useAsk<Answer>(
  path: string | undefined,
  options: AskOptions = {},
): UseQueryResult<Answer, ApiIssue> {
  return useQuery<Answer, ApiIssue>({
    queryKey: [path],
    queryFn: ({ signal }) => request<Answer>('GET', path as string, undefined, { signal }),
    enabled: path !== undefined,
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs }),
  })
}

export interface ActOptions<Answer, Input> {
  readonly method?: Exclude<Method, 'GET'>
  readonly path: string | ((input: Input) => string)
  /** What is sent; the input itself unless told. */
  readonly body?: (input: Input) => unknown
  /** Everything asked under these paths is asked again once the act is done. */
  readonly refreshes?: readonly string[]
  readonly onDone?: (answer: Answer, input: Input) => void
}

/** An act on the server: `act.mutate(input)`, `act.isPending`, `act.error` (an `ApiIssue`). */
export function useAct<Answer = void, Input = void>(
  options: ActOptions<Answer, Input>,
): UseMutationResult<Answer, ApiIssue, Input> {
  const client = useQueryClient()
  const { method = 'POST', path, body = (input: Input) => input, refreshes = [] } = options
  return useMutation<Answer, ApiIssue, Input>({
    mutationFn: (input) =>
      request<Answer>(method, typeof path === 'string' ? path : path(input), body(input)),
    onSuccess: (answer, input) => {
      void refresh(client, refreshes)
      options.onDone?.(answer, input)
    },
  })
}

/** Asks again for everything that was asked under one of the paths. */
export async function refresh(client: QueryClient, paths: readonly string[]): Promise<void> {
  const isUnder = (asked: unknown) =>
    typeof asked === 'string' && paths.some((path) => asked.startsWith(path))
  await client.invalidateQueries({ predicate: ({ queryKey }) => isUnder(queryKey[0]) })
}
