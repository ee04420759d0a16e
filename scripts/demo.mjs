// npm run demo: the same application, in a folder of its own (DEMO_DIR, or .demo), with a believable sample to try it out on.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { build, install, node, root, runtime, serverFlags, stop } from './prepare.mjs'

install()
build()
const server = spawn(node, [...serverFlags, join(root, 'dist', 'demo.js')], { cwd: root, stdio: 'inherit', env: runtime })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('error', (error) => stop(`Mentormark can't be started: ${error.message}.`))
server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
