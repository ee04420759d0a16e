import { createServer, type Server, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { connect, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { type ParsedMail, simpleParser } from 'mailparser'
import { generate } from 'selfsigned'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { readMailServer, sendThrough, smtpTransport } from './smtp.ts'

/** Against a real mail server, in clear and with TLS, on this machine and, as far as the program can tell, on another. */

/** An address of this machine's that is not loopback: to the program it is another machine. */
const elsewhere = Object.values(networkInterfaces())
  .flat()
  .find((each) => each?.family === 'IPv4' && !each.internal)?.address

interface Keys {
  readonly key: string
  readonly cert: string
}
let ownCertificate: Keys
let goodCertificate: Keys
beforeAll(async () => {
  const names = [
    { type: 2 as const, value: 'localhost' },
    { type: 7 as const, ip: '127.0.0.1' },
    { type: 7 as const, ip: elsewhere ?? '127.0.0.1' },
  ]
  const make = async (commonName: string, options: object) => {
    const made = await generate([{ name: 'commonName', value: commonName }], {
      keyType: 'ec',
      algorithm: 'sha256',
      ...options,
    })
    return { key: made.private, cert: made.cert }
  }
  const authority = await make('An authority', { extensions: [{ name: 'basicConstraints', cA: true }] })
  ownCertificate = await make('mail.example', { extensions: [{ name: 'subjectAltName', altNames: names }] })
  goodCertificate = await make('mail.example', { ca: authority, extensions: [{ name: 'subjectAltName', altNames: names }] })
  // As NODE_EXTRA_CA_CERTS would.
  setDefaultCACertificates([...getCACertificates('default'), authority.cert])
})

const ending: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ending.splice(0)) await end()
})

interface Received {
  readonly encrypted: boolean
  readonly user: string | undefined
  readonly mail: ParsedMail
}

async function mailServer(options: SMTPServerOptions): Promise<{ port: number; received: Received[]; signIns: string[] }> {
  const received: Received[] = []
  const signIns: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onAuth(auth, _session, done) {
      signIns.push(auth.username ?? '')
      done(null, { user: auth.username })
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        received.push({ encrypted: session.secure, user: session.user as string | undefined, mail })
        done()
      }, done)
    },
    ...options,
  })
  // It complains of clients that go away.
  server.on('error', () => {})
  const listening = server.listen(0)
  await new Promise((resolve) => listening.once('listening', resolve))
  ending.push(() => new Promise((resolve) => server.close(resolve)))
  return { port: (listening.address() as { port: number }).port, received, signIns }
}

const inClear: SMTPServerOptions = { disabledCommands: ['STARTTLS'], allowInsecureAuth: true }
const message = { from: 'hello@mentormark.example', to: 'ada@example.org', subject: 'A link', text: 'A secret link' }

async function send(url: string, options: { unencrypted?: boolean; within?: number } = {}): Promise<void> {
  const server = readMailServer(url)
  if (!server) throw new Error(`not a mail server: ${url}`)
  const transport = smtpTransport(server, options.unencrypted ?? false, createLog('silent'))
  await sendThrough(transport, message, options.within)
}

describe.skipIf(!elsewhere)('to another machine', () => {
  test('without encryption nothing is sent, and no password', async () => {
    const { port, received, signIns } = await mailServer(inClear)
    await expect(send(`smtp://ada:secret@${elsewhere}:${port}`)).rejects.toThrow(/STARTTLS/)
    expect([received, signIns]).toEqual([[], []])
    await send(`smtp://ada:secret@${elsewhere}:${port}`, { unencrypted: true })
    expect(received).toMatchObject([{ encrypted: false, user: 'ada' }])
  })

  test('a certificate that nobody vouches for is not enough, and one that somebody does is', async () => {
    const own = await mailServer(ownCertificate)
    await expect(send(`smtp://ada:secret@${elsewhere}:${own.port}`)).rejects.toThrow(/self.signed certificate/)
    expect([own.received, own.signIns]).toEqual([[], []])
    const good = await mailServer(goodCertificate)
    await send(`smtp://ada:secret@${elsewhere}:${good.port}`)
    expect(good.received).toMatchObject([{ encrypted: true, user: 'ada' }])
    const atOnce = await mailServer({ ...goodCertificate, secure: true })
    await send(`smtps://${elsewhere}:${atOnce.port}`)
    expect(atOnce.received).toMatchObject([{ encrypted: true }])
    const ownAtOnce = await mailServer({ ...ownCertificate, secure: true })
    await expect(send(`smtps://${elsewhere}:${ownAtOnce.port}`)).rejects.toThrow(/self.signed certificate/)
  })
})

describe('on this machine', () => {
  test('a server may have a certificate it made itself, or none', async () => {
    const own = await mailServer(ownCertificate)
    await send(`smtp://ada:secret@127.0.0.1:${own.port}`)
    expect(own.received).toMatchObject([{ encrypted: true, user: 'ada' }])
    const none = await mailServer(inClear)
    await send(`smtp://localhost:${none.port}`)
    expect(none.received).toMatchObject([{ encrypted: false, mail: { text: 'A secret link\n' } }])
    const atOnce = await mailServer({ ...ownCertificate, secure: true })
    await send(`smtps://127.0.0.1:${atOnce.port}`)
    expect(atOnce.received).toMatchObject([{ encrypted: true }])
  })

  test('TLS before 1.2 is not spoken', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    const { port, received } = await mailServer({ ...ownCertificate, ...old, secure: true })
    // The server is sound: who asks for the old version is answered.
    await new Promise<void>((resolve, reject) => {
      const client = connect({ port, ...old, rejectUnauthorized: false }, () => resolve(client.destroy() && undefined))
      client.on('error', reject)
    })
    await expect(send(`smtps://127.0.0.1:${port}`)).rejects.toThrow(/protocol|version|alert/i)
    expect(received).toEqual([])
  })
})

test.each([
  [
    'smtp://user:p%40ss@mail.example:587',
    { host: 'mail.example', port: 587, tlsAtOnce: false, user: { name: 'user', password: 'p@ss' } },
  ],
  ['smtp://user:secret@localhost:465', { host: 'localhost', port: 465, tlsAtOnce: true }],
  ['smtps://mail.example', { host: 'mail.example', port: undefined, tlsAtOnce: true, user: null }],
  ['smtp://[::1]:2525/', { host: '::1', port: 2525, tlsAtOnce: false }],
])('%s is read', (url, expected) => {
  expect(readMailServer(url)).toMatchObject(expected)
})

test.each([
  'smtp:mail.example',
  'http://mail.example',
  'smtp://mail.example/inbox',
  'smtp://mail.example?tls.rejectUnauthorized=false',
  'smtp://%zz@mail.example',
])('%s is refused', (url) => {
  expect(readMailServer(url)).toBeNull()
})

/** A server that follows the protocol as far as `turns` go, each answering what the client said. */
async function oddServer(behave: (socket: Socket, said: string, turn: number) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    let turn = 0
    socket.on('error', () => {})
    behave(socket, '', turn++)
    socket.on('data', (data) => behave(socket, data.toString(), turn++))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  ending.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as { port: number }).port
}

const ANSWERS = ['220 odd.example', '250 odd.example', '250 from', '250 to', '354 go on', '250 taken']

describe('a mail server that fails is said to have failed, and ends nothing', () => {
  test.each(ANSWERS.map((answer, turn) => [turn, answer] as const))('it hangs up at turn %i, instead of “%s”', async (last) => {
    for (const end of ['end', 'resetAndDestroy'] as const) {
      const port = await oddServer((socket, _said, turn) => {
        if (turn < last) socket.write(`${ANSWERS[turn]}\r\n`)
        else socket[end]()
      })
      await expect(send(`smtp://127.0.0.1:${port}`)).rejects.toThrow()
    }
  })

  test.each([
    ['says nothing', () => {}],
    ['says a letter every now and then', (socket: Socket) => setInterval(() => socket.writable && socket.write('2'), 50).unref()],
    [
      'goes on with one answer for ever',
      (socket: Socket) => setInterval(() => socket.writable && socket.write('220-and\r\n'), 50).unref(),
    ],
  ] as const)('it %s', async (_name, behave) => {
    const port = await oddServer((socket, _said, turn) => turn === 0 && behave(socket))
    const began = performance.now()
    await expect(send(`smtp://127.0.0.1:${port}`, { within: 500 })).rejects.toThrow(/abort|time/i)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test.each([
    ['an endless line', Buffer.alloc(1024 * 1024, '2')],
    ['endless lines of one answer', Buffer.from('220-and so on\r\n'.repeat(70_000))],
  ])('it sends %s', async (_name, flood) => {
    const port = await oddServer((socket, _said, turn) => {
      const pour = () => socket.writable && socket.write(flood, () => setImmediate(pour))
      if (turn === 0) pour()
    })
    await expect(send(`smtp://127.0.0.1:${port}`, { within: 20_000 })).rejects.toThrow(/exceeds maximum/)
  })

  test('nobody is there', async () => {
    const port = await oddServer(() => {})
    for (const end of ending.splice(0)) await end()
    await expect(send(`smtp://127.0.0.1:${port}`)).rejects.toThrow(/ECONNREFUSED/)
  })
})
