// Password page — an officer's own password, changed.

import { PasswordPage } from '#kit/web/sign-in-pages'

export function Page() {
  return <PasswordPage home="/petugas" signInPath="/masuk" />
}
