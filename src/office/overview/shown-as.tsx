// Shown as — a picture, or the same figures as a table for who reads or hears them better so.

import { type ReactNode, useState } from 'react'
import { useWords } from '#kit/web/language'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'

export interface ShownAsProps {
  readonly picture: ReactNode
  /** Heading, then the rows. */
  readonly table: {
    readonly name: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
}

export function ShownAs({ picture, table }: ShownAsProps) {
  const words = useWords({ id, en })
  const [isTable, setIsTable] = useState(false)
  return (
    <div>
      {isTable ? (
        <div className={css.tableView}>
          <table className={css.table}>
            <caption className="visually-hidden">{table.name}</caption>
            <thead>
              <tr>
                {table.columns.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((cells) => (
                <tr key={cells[0]}>
                  {cells.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns do not change their order
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        picture
      )}
      <button type="button" className={css.link} onClick={() => setIsTable(!isTable)}>
        {isTable ? words.asPicture : words.asTable}
      </button>
    </div>
  )
}
