// npm run mentormark -- COMMAND: the same capabilities from a terminal.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, node, root, runtime } from './prepare.mjs'

install()
build()
// The caller's folder stays the working folder, so that a file can be named as they see it; data is the program's own.
const data = process.env.DATA_DIR ?? join(root, 'data')
const outcome = spawnSync(node, [join(root, 'dist', 'cli.js'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? root,
  stdio: 'inherit',
  env: { ...runtime, DATA_DIR: data },
})
process.exit(outcome.status ?? 1)
