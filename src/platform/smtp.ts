import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import type { Log } from './log.ts'
import { isLoopback } from './loopback.ts'

/** `smtp:` on this port is what some providers still print, and means TLS from the first byte. */
const TLS_AT_ONCE = 465

/** All in milliseconds. A mail server that says nothing, or goes on and on, is given up. */
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 }
const WHOLE_MESSAGE = 120_000
/** In bytes: one answer of the server's. */
const LONGEST_ANSWER = 64 * 1024

export interface MailServer {
  readonly host: string
  /** Undefined is the usual one. */
  readonly port: number | undefined
  /** TLS from the first byte, rather than after STARTTLS. */
  readonly tlsAtOnce: boolean
  readonly user: { readonly name: string; readonly password: string } | null
}

/** Reads `smtp://user:secret@host:587`. @returns null when it is not that, or more than that */
export function readMailServer(address: string): MailServer | null {
  const url = URL.parse(address)
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return null
  if (!['', '/'].includes(url.pathname) || url.search || url.hash) return null
  try {
    const name = decodeURIComponent(url.username)
    const port = url.port === '' ? undefined : Number(url.port)
    return {
      host: decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1'),
      port,
      tlsAtOnce: url.protocol === 'smtps:' || port === TLS_AT_ONCE,
      user: name === '' ? null : { name, password: decodeURIComponent(url.password) },
    }
  } catch {
    // A percent sign that begins nothing.
    return null
  }
}

/**
 * Sends through a mail server. Messages hold links that open accounts, so they go encrypted, to a server whose certificate is
 * good, or not at all. On this machine nobody is between, and such a server often has a certificate that it made itself.
 * @param unencrypted whoever runs this has said by name that it may be otherwise
 */
export function smtpTransport(server: MailServer, unencrypted: boolean, log: Log): Transporter {
  const mayBeRead = unencrypted || isLoopback(server.host)
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.tlsAtOnce,
    requireTLS: !mayBeRead,
    opportunisticTLS: mayBeRead,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !mayBeRead },
    ...(server.user ? { auth: { user: server.user.name, pass: server.user.password } } : {}),
    maxResponseSize: LONGEST_ANSWER,
    ...PATIENCE,
  })
  // Without a listener it would end the process. Whoever sends is told of it there.
  transport.on('error', (error) => log.error({ error: error.message.slice(0, 500) }, 'the connection to the mail server failed'))
  return transport
}

/** @param within milliseconds: an answer that trickles on for longer is given up */
export async function sendThrough(transport: Transporter, message: SendMailOptions, within = WHOLE_MESSAGE): Promise<void> {
  await transport.sendMail({ ...message, signal: AbortSignal.timeout(within) })
}
