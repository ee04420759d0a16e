// npm start: install if needed, build if needed, run.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { build, install, node, root, runtime, serverFlags, stop } from './prepare.mjs'

install()
build()
const server = spawn(node, [...serverFlags, join(root, 'dist', 'main.js')], { cwd: root, stdio: 'inherit', env: runtime })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('error', (error) => stop(`Mentormark can't be started: ${error.message}.`))
// As it ended, so does this: whoever keeps it running starts it again after anything but an end that was asked for.
server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
