import { fontFolders } from './fonts.ts'
import type { PressOptions } from './press.ts'

/** Where the press's parts are when the program runs from source; the build lays them out in one folder instead. */
export function pressFromSource(): PressOptions {
  return { worker: new URL('./worker.ts', import.meta.url), templates: import.meta.dirname, fonts: fontFolders(import.meta.url) }
}
