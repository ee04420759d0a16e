// npm run attack: attacks the built program from outside. With --write the table goes to docs/attacks.md.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, node, root } from './prepare.mjs'

install()
build()
const outcome = spawnSync(node, [join(root, 'tests', 'attack', 'index.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(outcome.status ?? 1)
