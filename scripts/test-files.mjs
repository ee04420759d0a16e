// Which test files there are, and what each of them reaches through its imports.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Every test file that needs no browser and no built program, as absolute paths. */
export function testFiles(root) {
  return ['src', 'tests']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)))
    .filter((file) => /\.test\.tsx?$/.test(file) && !/\.browser\.test\./.test(file))
    .sort()
}

const known = new Map()

/** The files of ours that a file imports, whether at its head or when needed. */
function importsOf(file) {
  const ready = known.get(file)
  if (ready) return ready
  const named = readFileSync(file, 'utf8').matchAll(/(?:from|import\(|import)\s*'(\.[^']+\.tsx?)'/g)
  const imports = [...named].map(([, path]) => resolve(dirname(file), path)).filter((path) => existsSync(path))
  known.set(file, imports)
  return imports
}

/** True when `file` imports `target`, itself or through others. */
export function reaches(file, target, seen = new Set()) {
  if (file === target) return true
  if (seen.has(file)) return false
  seen.add(file)
  return importsOf(file).some((each) => reaches(each, target, seen))
}
