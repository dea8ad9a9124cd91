// Standard published — the decree's own lines, word for word and in their order.

import { useWords } from '#kit/web/language'
import { Sheet, Stack } from '#kit/web/page'
import { serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './standard-page.module.css'

export function StandardPublished() {
  const words = useWords({ id, en }).standard
  const { office, title, decree, requirements, steps, promise, fee } = serviceStandard
  const { products, complaints } = serviceStandard
  return (
    <div lang="id">
      <Stack>
        <Sheet title={title}>
          <p>{decree.asPublished}</p>
          <p>{office.name}</p>
          <p>{office.addressAsPublished}</p>
        </Sheet>
        <Sheet title={words.requirements}>
          <ol className={css.list}>
            {requirements.map(({ id: key, asPublished }) =>
              asPublished === undefined ? null : <li key={key}>{asPublished}</li>,
            )}
          </ol>
        </Sheet>
        <Sheet title={words.stepsPublished}>
          <ol className={css.list}>
            {steps.map(({ line, asPublished }) => (
              <li key={line}>{asPublished}</li>
            ))}
          </ol>
        </Sheet>
        <Sheet title={words.time}>
          <p>{promise.asPublished}</p>
        </Sheet>
        <Sheet title={words.fee}>
          <p>{fee.asPublished}</p>
        </Sheet>
        <Sheet title={words.product}>
          {products.map(({ asPublished }) => (
            <p key={asPublished}>{asPublished}</p>
          ))}
        </Sheet>
        <Sheet title={words.complaints}>
          <p>{complaints.rightAsPublished}</p>
          <ul className={css.list}>
            {complaints.channels.map(({ id: key, letter, asPublished }) => (
              <li key={key}>
                {letter}. {asPublished}
              </li>
            ))}
          </ul>
        </Sheet>
      </Stack>
    </div>
  )
}
