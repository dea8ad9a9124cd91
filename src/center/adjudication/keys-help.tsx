// Keys help — every key of the desk on one sheet, opened with `?`.

import { IconKeyboard } from '@tabler/icons-react'
import { useState } from 'react'
import { ActionButton, KeyCap } from '#kit/web/action-button'
import { Dialog } from '#kit/web/dialog'
import { useWords } from '#kit/web/language'
import { Stack } from '#kit/web/page'
import css from './keys-help.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

const keys = [
  ['oldest', ['A']],
  ['giveBack', ['L']],
  ['candidates', ['ArrowUp', 'ArrowDown']],
  ['fingers', ['ArrowLeft', 'ArrowRight']],
  ['zoom', ['+', '-']],
  ['turn', ['E', 'R']],
  ['contrast', ['D', 'C']],
  ['lines', ['M']],
  ['reset', ['0']],
  ['score', ['N']],
  ['move', ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight']],
  ['verdicts', ['1', '2', '3']],
  ['help', ['?']],
] as const

export function KeysHelp() {
  const words = useWords({ id, en })
  const [opened, setOpened] = useState(false)
  return (
    <>
      <ActionButton
        look="quiet"
        shortcut="?"
        icon={<IconKeyboard size={20} stroke={1.75} aria-hidden="true" />}
        onAct={() => setOpened(true)}
      >
        {words.help.open}
      </ActionButton>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={words.help.title}>
        <Stack tight>
          <p>{words.help.lead}</p>
          <table className={css.keys}>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{words.help.key}</th>
                <th scope="col">{words.help.act}</th>
              </tr>
            </thead>
            <tbody>
              {keys.map(([act, caps]) => (
                <tr key={act}>
                  <th scope="row">
                    {caps.map((it) => (
                      <KeyName key={it} shortcut={it} />
                    ))}
                  </th>
                  <td>{words.help[act]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Stack>
      </Dialog>
    </>
  )
}

/** Shown as on a button; read out by its own name, since a cap is drawn for the eye alone. */
function KeyName({ shortcut }: { readonly shortcut: string }) {
  return (
    <span>
      <KeyCap shortcut={shortcut} />
      <span className="visually-hidden">{shortcut} </span>
    </span>
  )
}
