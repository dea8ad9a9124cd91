// Scanner bars — the share of fingers that each scanner had to take more than once.

import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet, Stack } from '#kit/web/page'
import { retriedShareMax } from './attention.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { ShownAs } from './shown-as.tsx'
import type { OverviewReply } from './wire.ts'

export function ScannerBars({ overview }: { readonly overview: OverviewReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const scanners = overview.captures.map((it) => ({
    ...it,
    share: it.fingers === 0 ? 0 : it.retried / it.fingers,
  }))
  return (
    <Sheet title={words.scanners}>
      <Stack tight>
        <p className={css.soft}>{scanners.length === 0 ? words.noFingers : words.scannersHelp}</p>
        {scanners.length > 0 && (
          <ShownAs
            picture={
              <ul className={css.rows}>
                {scanners.map(({ deviceId, share, retried, fingers }) => (
                  <li key={deviceId} className={css.row}>
                    <span className={css.rowName}>{deviceId}</span>
                    <span className={css.rowBar} aria-hidden="true">
                      <span
                        data-band={share > retriedShareMax ? 'week' : 'days'}
                        style={{ width: `${share * 100}%` }}
                      />
                    </span>
                    <strong>{format.percent(share)}</strong>
                    <span className={css.rowNote}>
                      {words.retried(retried, fingers, format.percent(share))}
                    </span>
                  </li>
                ))}
              </ul>
            }
            table={{
              name: words.scanners,
              columns: [
                words.columns.scanner,
                words.columns.fingers,
                words.columns.retried,
                words.columns.tries,
              ],
              rows: scanners.map(({ deviceId, fingers, retried, tries }) => [
                deviceId,
                ...[fingers, retried, tries].map((count) => format.number(count)),
              ]),
            }}
          />
        )}
      </Stack>
    </Sheet>
  )
}
