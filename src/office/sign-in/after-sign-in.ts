// After sign-in — where the way goes on; an address from outside leads to one's own start.

const workPath = '/petugas'

/** `next` is what stood in the address, which anybody can write: only this office's own pages count. */
export function pathAfterSignIn(next: string | null): string {
  if (next === null) return workPath
  const isOwn = next === workPath || next.startsWith(`${workPath}/`)
  return isOwn && !next.includes('\\') && !next.includes('//') ? next : workPath
}
