import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { paths as assessmentPaths } from '../../../src/assessment/paths.ts'
import { paths as reportPaths } from '../../../src/report/paths.ts'
import { uploadRequest } from '../people.ts'
import { type Attack, atOnce } from '../scene.ts'
import { requestBytes, send, URLENCODED } from '../wire.ts'

const IDLE = 800
const SLOW = 150
const SLOW_READERS = 40

export const connections: Attack = {
  name: 'connections',
  does: `Requests and answers cut at any byte, while ${IDLE} connections say nothing, ${SLOW} say a byte at a time, in their headers or their bodies, and ${SLOW_READERS} never read the big answer they asked for`,
  weight: 2,
  needsOwnServer: false,
  judged: 'everybody',
  async run({ installation, people, journal, more, random }) {
    const { port, url } = installation
    const { browser, organisation, assessment, indicators } = people.owner
    const headers = Object.entries(browser.headers())
    const form = new URLSearchParams({
      token: browser.token,
      basedOn: '0',
      fields: 'notes',
      notes: 'Cut off. '.repeat(100),
    }).toString()
    const formHeaders = [...headers, ['origin', url], ['content-type', URLENCODED], ['accept', 'application/json']] as const
    const file = { name: 'a.pdf', content: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'x')]) }
    const whole = [
      requestBytes('GET', assessmentPaths.lookOver.to({ organisation, assessment }), headers),
      requestBytes('GET', reportPaths.everything.to({ organisation, assessment }), headers),
      requestBytes('POST', indicators[2] ?? '', formHeaders, Buffer.from(form)),
      requestBytes('POST', indicators[2] ?? '', formHeaders, Buffer.from(form), { chunked: true }),
      uploadRequest(browser, url, indicators[3] ?? '', [file]),
    ]

    const held: Socket[] = []
    const hold = (first: Buffer | null, then: (socket: Socket) => void = () => {}) => {
      const socket = connect({ port, host: '127.0.0.1' })
      socket.on('error', () => {})
      socket.on('connect', () => {
        if (first) socket.write(first)
        then(socket)
      })
      held.push(socket)
      journal.sent++
    }
    const timers: NodeJS.Timeout[] = []
    const drip = (bytes: Buffer, from: number) => (socket: Socket) => {
      let at = from
      timers.push(setInterval(() => socket.writable && at < bytes.length && socket.write(bytes.subarray(at, ++at)), 200))
    }
    for (let n = 0; n < IDLE; n++) hold(null)
    for (let n = 0; n < SLOW; n++) {
      const bytes = whole[n % whole.length] ?? Buffer.alloc(0)
      const from = n % 2 === 0 ? 20 : bytes.indexOf('\r\n\r\n') + 3
      hold(bytes.subarray(0, from), drip(bytes, from))
    }
    for (let n = 0; n < SLOW_READERS; n++) hold(whole[1] ?? null, (socket) => socket.pause())

    await atOnce(6, async () => {
      while (more()) {
        const bytes = whole[Math.floor(random() * whole.length)] ?? Buffer.alloc(0)
        const cut =
          random() < 0.6
            ? { cutAfter: Math.floor(random() * bytes.length) }
            : { cutAnswerAfter: 1 + Math.floor(random() * 20_000) }
        const pieces = random() < 0.3 ? { pieces: 1 + Math.floor(random() * 4000) } : {}
        const { status } = await send(journal, bytes, { port, label: 'a request that is cut', ...cut, ...pieces })
        if (status === null) await sleep(2)
      }
    })
    for (const timer of timers) clearInterval(timer)
    for (const socket of held) socket.destroy()
  },
}
