// Fonts — the open typefaces of everything printed, read out of their installed packages.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const fontFile = createRequire(import.meta.url).resolve

/** Plus Jakarta Sans and JetBrains Mono (SIL Open Font License 1.1) as the bytes of TTF files. */
export async function readPrintFonts() {
  const [regular, bold, mono] = await Promise.all([
    readFont('@expo-google-fonts/plus-jakarta-sans/400Regular/PlusJakartaSans_400Regular.ttf'),
    readFont('@expo-google-fonts/plus-jakarta-sans/700Bold/PlusJakartaSans_700Bold.ttf'),
    readFont('@expo-google-fonts/jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf'),
  ])
  return { regular, bold, mono }
}

async function readFont(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(fontFile(name)))
}
