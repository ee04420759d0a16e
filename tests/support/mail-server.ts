import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { vi } from 'vitest'

/** A real mail server on this machine, which keeps what it is given. */
export interface MailServer {
  /** As `SMTP_URL` has it. */
  readonly url: string
  readonly letters: readonly ParsedMail[]
  /** The newest letter to somebody. It may take a moment to arrive. */
  letterTo(address: string, subject: RegExp): Promise<string>
  stop(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const letters: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      simpleParser(stream).then((letter) => {
        letters.push(letter)
        done()
      }, done)
    },
  })
  // It complains of clients that go away.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  return {
    url: `smtp://127.0.0.1:${(listening.address() as { port: number }).port}`,
    letters,
    letterTo: (address, subject) =>
      vi.waitFor(
        () => {
          const found = letters.findLast(
            ({ to, subject: said }) => [to].flat().some((each) => each?.text === address) && subject.test(said ?? ''),
          )
          if (!found) throw new Error(`no letter to ${address} about ${subject}`)
          return found.text ?? ''
        },
        { timeout: 20_000, interval: 50 },
      ),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
