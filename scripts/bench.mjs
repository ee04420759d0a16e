// npm run bench: how fast it is, each figure beside its limit in the same run.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, node, root } from './prepare.mjs'

install()
build()
const outcome = spawnSync(node, [join(root, 'bench', 'index.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exit(outcome.status ?? 1)
