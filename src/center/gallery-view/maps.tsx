// Maps — the version of the map that is searched by, and those that are being built.

import { Facts } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { MapRow } from './wire.ts'

/** Nothing at all while there is none. */
export function Maps({ rows }: { readonly rows: readonly MapRow[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  if (rows.length === 0) return null
  const told = ({ readyAtMs, heldCount, copyCount }: MapRow) =>
    readyAtMs === null
      ? words.mapBuilding(format.number(heldCount), format.number(copyCount))
      : words.mapSearched(format.dateTime(readyAtMs))
  return (
    <Sheet title={words.mapsTitle}>
      <Facts
        facts={rows.map((row) => ({
          label: words.mapMade(format.number(row.version), format.dateTime(row.madeAtMs)),
          value: <StatusWord tone={row.readyAtMs === null ? 'calm' : 'done'} word={told(row)} />,
        }))}
      />
    </Sheet>
  )
}
