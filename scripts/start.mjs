// npm start: install if needed, build if needed, run.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, install, node, root, runtime, serverFlags } from './prepare.mjs'

install()
build()
const server = spawn(node, [...serverFlags, join(root, 'dist', 'main.js')], { cwd: root, stdio: 'inherit', env: runtime })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)))
