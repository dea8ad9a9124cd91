// Scanner line — whether a scanner answers at this computer, and the way to look again.

import { useQuery } from '@tanstack/react-query'
import { ActionButton } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { StatusWord } from '#kit/web/status-word'
import { findScanner, type Scanner } from '../records/browser-scanner.ts'
import css from './finger-check.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface Found {
  readonly scanner: Scanner | undefined
  readonly isSearching: boolean
  search(): void
}

export function useScanner(ports: { readonly first: number; readonly last: number }): Found {
  const found = useQuery({
    queryKey: ['scanner', ports.first, ports.last],
    queryFn: async () => (await findScanner(ports)) ?? null,
    networkMode: 'always',
    retry: false,
    // It may have been unplugged since the last resident.
    staleTime: 0,
  })
  return {
    scanner: found.data ?? undefined,
    isSearching: found.isFetching,
    search: () => void found.refetch(),
  }
}

export function ScannerLine({ found }: { readonly found: Found }) {
  const words = useWords({ id, en })
  const { scanner, isSearching, search } = found
  if (scanner !== undefined) {
    return (
      <div className={css.scanner} role="status">
        <StatusWord tone="done" word={words.scannerFound} />
      </div>
    )
  }
  if (isSearching) {
    return (
      <div className={css.scanner} role="status">
        {words.scannerSearching}
      </div>
    )
  }
  return (
    <Notice
      tone="needs"
      title={words.scannerNone}
      action={
        <ActionButton look="plain" onAct={search}>
          {words.scannerAgain}
        </ActionButton>
      }
    >
      {words.scannerNoneHelp}
    </Notice>
  )
}
