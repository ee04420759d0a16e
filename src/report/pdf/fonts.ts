import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The fonts documents are set in: static TrueType files, because Typst reads neither WOFF2 nor variable fonts. The build copies
 * them beside the bundle; from source they are read where npm put them.
 *
 * Atkinson Hyperlegible Next has Latin letters. Greek, Cyrillic, Devanagari, Arabic and emoji come from Noto; what none has is
 * printed by number. To support another script, add its font here and its name to `families` in theme.typ.
 */
export const fontFiles = [
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/800ExtraBold/AtkinsonHyperlegibleNext_800ExtraBold.ttf',
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
] as const

/** Where each of them is installed. One whose package is not installed is left out: Typst's own serif then stands in. */
export function installedFonts(from: string): string[] {
  const modules = createRequire(from).resolve.paths('any') ?? []
  return fontFiles.flatMap((file) => modules.map((folder) => join(folder, file)).find((path) => existsSync(path)) ?? [])
}

/** The folders to hand to the typesetter when running from source. */
export function fontFolders(from: string): string[] {
  return installedFonts(from).map((file) => dirname(file))
}
