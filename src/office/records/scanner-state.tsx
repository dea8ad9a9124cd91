// Scanner state — whether a scanner answers at this computer, and the way to look again.

import { useQuery } from '@tanstack/react-query'
import { ActionButton } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { StatusWord } from '#kit/web/status-word'
import { findScanner, type Scanner, type ScannerPorts } from './browser-scanner.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface ScannerSearch {
  readonly ports: ScannerPorts
  /** The first that answers is used; undefined while none was found. */
  readonly scanner: Scanner | undefined
  readonly isSearching: boolean
  search(): void
}

/** Looks once, and again when asked. */
export function useScanner(ports: ScannerPorts): ScannerSearch {
  const found = useQuery({
    queryKey: ['scanner', ports.first, ports.last],
    queryFn: async () => (await findScanner(ports)) ?? null,
    networkMode: 'always',
    retry: false,
    refetchOnWindowFocus: false,
    // It may have been unplugged since the last resident.
    staleTime: 0,
  })
  return {
    ports,
    scanner: found.data ?? undefined,
    isSearching: found.isFetching,
    search: () => void found.refetch(),
  }
}

export function ScannerState({ of }: { readonly of: ScannerSearch }) {
  const words = useWords({ id, en })
  const { ports, scanner, isSearching, search } = of
  if (scanner !== undefined) {
    return (
      <div role="status">
        <StatusWord tone="done" word={words.found(scanner.name)} />
      </div>
    )
  }
  if (isSearching) return <Notice>{words.looking}</Notice>
  return (
    <Notice
      tone="needs"
      title={words.none}
      action={
        <ActionButton look="plain" shortcut="C" onAct={search}>
          {words.again}
        </ActionButton>
      }
    >
      {words.noneHelp(ports.first, ports.last)}
    </Notice>
  )
}
