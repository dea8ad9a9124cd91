// Match — does an address fit a page's path, and what stands in its named parts?

export type Params = Readonly<Record<string, string>>

/** `/orders/:orderId` fits `/orders/7` and answers `{ orderId: '7' }`; undefined where it does not. */
export function matchPath(pattern: string, path: string): Params | undefined {
  const wanted = partsOf(pattern)
  const found = partsOf(path)
  if (wanted.length !== found.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const text = decoded(found[i] as string)
    if (text === undefined) return undefined
    if (part.startsWith(':')) params[part.slice(1)] = text
    else if (part !== text) return undefined
  }
  return params
}

/** True where `path` is `root` or lies below it: what a navigation marks as "here". */
export function isWithin(root: string, path: string): boolean {
  const [outer, inner] = [partsOf(root), partsOf(path)]
  return outer.length > 0 && outer.every((part, i) => part === inner[i])
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '')
}

/** An address typed by hand may hold a lone percent sign: then it fits nothing. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
