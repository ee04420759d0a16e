/** Ends the program with one sentence. */
export function stop(sentence: string): never
/** Installs what the lock file names, when it is not there yet. */
export function install(): void
/** Builds `dist/`, when it is not what the sources are. */
export function build(): void
/** The project's folder. */
export const root: string
/** The Node that everything runs on. */
export const node: string
/** What Node is told when it runs the server. */
export const serverFlags: readonly string[]
/** What `runtime` adds to the environment. */
export const runtimeSettings: { readonly NODE_COMPILE_CACHE: string; readonly MALLOC_MMAP_THRESHOLD_: string }
/** The environment built programs run in. */
export const runtime: Readonly<Record<string, string | undefined>>
