import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/**
 * The fonts documents are set in: static TrueType files from packages, because Typst reads neither WOFF2 nor variable fonts, and no
 * server's own fonts, so that a document is the same everywhere. The build copies them beside the bundle; from source they are read
 * where npm put them. `letters.ts` chooses among them.
 */
export interface Typeface {
  /** As the files call it, and `theme.typ` asks for it. */
  readonly family: string
  /** The regular weight first. */
  readonly files: readonly string[]
  /** The only characters it is for, as a pattern that Typst reads as well; all it has where left out. */
  readonly covers?: string
}

const google = (name: string, family: string, weights: readonly string[] = ['400Regular', '700Bold']): Typeface => {
  const file = family.replaceAll(' ', '')
  return { family, files: weights.map((weight) => `@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`) }
}

/** For everything, as far as its letters go: Latin. */
export const OURS = google('atkinson-hyperlegible-next', 'Atkinson Hyperlegible Next', [
  '400Regular',
  '600SemiBold',
  '700Bold',
  '800ExtraBold',
])

/** Chinese and Japanese share characters, and draw them otherwise. */
export const CHINESE = google('noto-sans-sc', 'Noto Sans SC', ['400Regular'])
export const JAPANESE = google('biz-udpgothic', 'BIZ UDPGothic')

/**
 * The others, each read when a document has letters that those before it lack: what London’s young people and their families write.
 * To support another script, add its font here.
 */
export const OTHERS: readonly Typeface[] = [
  // Each of its letters is one glyph. Where dots are glyphs of their own, as in Noto's, letters are copied twice.
  {
    ...google('vazirmatn', 'Vazirmatn'),
    covers: '[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u200c\u200d\ufb50-\ufdff\ufe70-\ufefc]',
  },
  // Every other Latin letter, Greek, Cyrillic and Devanagari.
  google('noto-sans', 'Noto Sans'),
  google('noto-sans-bengali', 'Noto Sans Bengali'),
  google('noto-sans-gurmukhi', 'Noto Sans Gurmukhi'),
  google('noto-sans-gujarati', 'Noto Sans Gujarati'),
  google('noto-sans-tamil', 'Noto Sans Tamil'),
  google('noto-sans-sinhala', 'Noto Sans Sinhala'),
  google('noto-sans-malayalam', 'Noto Sans Malayalam'),
  google('noto-sans-telugu', 'Noto Sans Telugu'),
  google('noto-sans-kannada', 'Noto Sans Kannada'),
  // Amharic, Tigrinya
  google('noto-sans-ethiopic', 'Noto Sans Ethiopic'),
  google('noto-sans-hebrew', 'Noto Sans Hebrew'),
  google('noto-sans-thai', 'Noto Sans Thai'),
  google('noto-sans-lao', 'Noto Sans Lao'),
  google('noto-sans-khmer', 'Noto Sans Khmer'),
  google('noto-sans-myanmar', 'Noto Sans Myanmar'),
  google('noto-sans-georgian', 'Noto Sans Georgian'),
  google('noto-sans-armenian', 'Noto Sans Armenian'),
  google('nanum-gothic', 'NanumGothic'),
  CHINESE,
  JAPANESE,
  google('noto-emoji', 'Noto Emoji', ['400Regular']),
]

export const fontFiles: readonly string[] = [OURS, ...OTHERS].flatMap(({ files }) => files)

/** The folders to hand to the typesetter when running from source. */
export function fontFolders(from: string): readonly string[] {
  const modules = createRequire(from).resolve.paths('any') ?? []
  const installed = fontFiles.flatMap(
    (file) => modules.map((folder) => join(folder, file)).find((path) => existsSync(path)) ?? [],
  )
  return [...new Set(installed.map((file) => dirname(file)))]
}

/** Where a typeface's files are among these folders. One that is not there is left out. */
export function filesOf({ files }: Typeface, folders: readonly string[]): readonly string[] {
  return files.flatMap((file) => folders.map((folder) => join(folder, basename(file))).find((path) => existsSync(path)) ?? [])
}
