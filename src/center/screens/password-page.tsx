// Password page — one's own password at the center, changed.

import { PasswordPage } from '#kit/web/sign-in-pages'

export function Page() {
  return <PasswordPage home="/" signInPath="/masuk" />
}
