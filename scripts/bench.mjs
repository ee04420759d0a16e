// npm run bench: measures the built program, each figure beside its limit. With --write the table goes to docs/benchmarks.md.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, node, root } from './prepare.mjs'

install()
build()
const outcome = spawnSync(node, [join(root, 'bench', 'index.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exit(outcome.status ?? 1)
