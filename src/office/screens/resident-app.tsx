// Resident app — the portal's frame: the office's name above, the published standard below.

import { Frame } from '#kit/web/frame'
import { useWords } from '#kit/web/language'
import { NotFound } from '#kit/web/not-found'
import { findRow, Pages } from '#kit/web/pages'
import { PrintLink } from '#kit/web/print-link'
import { Link, useAddress } from '#kit/web/router'
import { useSession } from '#kit/web/session'
import { Skeleton } from '#kit/web/skeleton'
import { serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { shortDecree, shortOfficeName } from './office-words.ts'
import css from './resident-app.module.css'
import { residentRows } from './resident-routes.tsx'

export function ResidentApp() {
  const { path } = useAddress()
  const session = useSession()
  const pages = (
    <Pages
      rows={residentRows}
      waiting={<Skeleton shape="page" />}
      notFound={<NotFound home="/" />}
    />
  )
  if (findRow(residentRows, path)?.row.bare === true) return pages
  return (
    <Frame
      home="/"
      place={shortOfficeName(serviceStandard.office.name)}
      sample={session.data?.demo ?? false}
      footer={<Footer />}
    >
      {pages}
    </Frame>
  )
}

function Footer() {
  const words = useWords({ id, en })
  const { office, decree } = serviceStandard
  return (
    <footer className={css.footer} data-no-print="">
      <ul className={css.links}>
        <li>
          <Link to="/standar">
            {words.standard} · {words.decree(shortDecree(decree.number))}
          </Link>
        </li>
        <li>
          <PrintLink href="/api/standard/poster.pdf" look="text">
            {words.poster}
          </PrintLink>
        </li>
        <li>
          <Link to="/pengaduan">{words.complaint}</Link>
        </li>
        <li>
          <Link to="/masuk">{words.forStaff}</Link>
        </li>
      </ul>
      <address className={css.address}>
        {office.name}, {office.street}, {office.village} {office.kodepos} · {words.phone}{' '}
        <a href={`tel:${office.phone}`}>{office.phone}</a>
      </address>
    </footer>
  )
}
