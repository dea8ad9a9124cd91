// Shortcut — is this key press one of an officer's one-key acts, or is somebody typing?

/** The parts of a KeyboardEvent that decide; a test hands in plain values. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly defaultPrevented: boolean
  readonly target: unknown
}

interface ElementLike {
  readonly tagName: string
  readonly type?: string
  readonly isContentEditable?: boolean
}

/** These inputs take clicks, not letters. */
const clickedInputs = ['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file']

/** Letters regardless of case, `Escape`, `ArrowRight` … as `KeyboardEvent.key` names them. */
export function isPressOf(shortcut: string, press: KeyPress): boolean {
  if (press.ctrlKey || press.altKey || press.metaKey) return false
  // A key held down is one decision, not many: leaning on a key must not skip anything.
  if (press.repeat || press.isComposing || press.defaultPrevented) return false
  if (press.key.toLowerCase() !== shortcut.toLowerCase()) return false
  const target = asElement(press.target)
  if (target === undefined) return true
  if (isTyping(target)) return shortcut === 'Escape'
  const pressesItself = shortcut === 'Enter' || shortcut === ' '
  return !(pressesItself && ['BUTTON', 'A', 'SUMMARY', 'INPUT'].includes(target.tagName))
}

function isTyping(target: ElementLike): boolean {
  if (target.isContentEditable === true) return true
  if (target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  return target.tagName === 'INPUT' && !clickedInputs.includes(target.type ?? 'text')
}

function asElement(target: unknown): ElementLike | undefined {
  const isElement = typeof target === 'object' && target !== null && 'tagName' in target
  return isElement ? (target as ElementLike) : undefined
}

/** How the key is written on a button. */
export function keyCapOf(shortcut: string): string {
  const names: Record<string, string> = {
    ' ': '␣',
    Enter: '↵',
    Escape: 'Esc',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
  }
  return names[shortcut] ?? shortcut.toUpperCase()
}
