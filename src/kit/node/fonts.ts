// Fonts — the open typefaces of everything printed, read out of their installed packages.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const fontFile = createRequire(import.meta.url).resolve

const faces = {
  regular: '@expo-google-fonts/plus-jakarta-sans/400Regular/PlusJakartaSans_400Regular.ttf',
  bold: '@expo-google-fonts/plus-jakarta-sans/700Bold/PlusJakartaSans_700Bold.ttf',
  mono: '@expo-google-fonts/jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf',
} as const

// The faces every PDF reader brings along: what prints where a font package is not installed.
const standard = { regular: 'Helvetica', bold: 'Helvetica-Bold', mono: 'Courier' } as const

/**
 * Plus Jakarta Sans and JetBrains Mono (SIL Open Font License 1.1) as TTF bytes. A package that is
 * not there is no reason to print nothing: its face is then a standard one, named and not embedded.
 */
export async function readPrintFonts() {
  const [regular, bold, mono] = await Promise.all([
    readFace('regular'),
    readFace('bold'),
    readFace('mono'),
  ])
  return { regular, bold, mono }
}

async function readFace<Name extends keyof typeof faces>(
  name: Name,
): Promise<Uint8Array | (typeof standard)[Name]> {
  try {
    return new Uint8Array(await readFile(fontFile(faces[name])))
  } catch (error) {
    if ((error as { code?: string }).code === 'MODULE_NOT_FOUND') return standard[name]
    throw error
  }
}
