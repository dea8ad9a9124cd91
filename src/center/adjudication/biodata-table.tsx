// Biodata table — line by line what both records say; what differs has a sign and a word.

import { useLanguage, useWords } from '#kit/web/language'
import { StatusWord } from '#kit/web/status-word'
import { biodataRowsOf } from './biodata-rows.ts'
import css from './biodata-table.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface BiodataTableProps {
  readonly newcomer: unknown
  /** Undefined where the newcomer stands alone. */
  readonly recorded: unknown
}

export function BiodataTable({ newcomer, recorded }: BiodataTableProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const rows = biodataRowsOf(newcomer, recorded, language)
  // What differs comes first: it is what the expert weighs.
  const isAlone = recorded === undefined
  const ordered = isAlone ? rows : rows.toSorted((a, b) => Number(b.differs) - Number(a.differs))
  return (
    <div className={css.place}>
      <table className={css.biodata} data-alone={isAlone}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.newcomer}</th>
            {!isAlone && (
              <>
                <th scope="col">{words.recorded}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.differs}</span>
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={row.field} data-differs={isAlone || row.differs}>
              <th scope="row">{row.label}</th>
              <td>{row.newcomer}</td>
              {!isAlone && (
                <>
                  <td>{row.recorded}</td>
                  <td>
                    {row.differs ? (
                      <StatusWord tone="needs" word={words.differs} />
                    ) : (
                      <span className={css.same}>{words.same}</span>
                    )}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
