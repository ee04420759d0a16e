// The limit of a page: a bare Node server that replies the same bytes, in a process of its own.
import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

export interface BareServer {
  readonly port: number
  readonly pid: number
  stop(): void
}

/** @param reply status 200, these headers and this body, whatever is asked */
export function startBareServer(reply: {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}): Promise<BareServer> {
  const child = fork(fileURLToPath(import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  child.send(reply)
  return new Promise((resolve, reject) => {
    child.once('message', (port: number) => resolve({ port, pid: child.pid ?? 0, stop: () => child.kill() }))
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)))
  })
}

if (process.send) {
  process.once('message', ({ headers, body }: { headers: Record<string, string>; body: Uint8Array }) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, headers)
      response.end(body)
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      process.send?.(typeof address === 'object' && address ? address.port : 0)
    })
  })
}
