import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something that must not have happened, with what to send to see it again. */
export interface Finding {
  readonly kind: 'death' | 'status 500' | 'stall' | 'loss' | 'leak' | 'echo' | 'cut' | 'fault'
  readonly what: string
  readonly repeat: string
}

/** One request as it was sent. */
export interface Sent {
  readonly label: string
  readonly bytes: Buffer
  answered: string | null
  ms: number
  /** When, in milliseconds since 1970. */
  readonly at: number
}

const REMEMBERED = 24
/** What ends the server may be answered with nothing a while before: what else is under way is finished first. In milliseconds. */
const BEFORE_THE_END = 3000
/** Findings of one kind that are told one by one; the rest are counted. */
const TOLD = 5
const SHOWN_BYTES = 1500

/** What was sent in one attack, and what came of it. */
export class Journal {
  sent = 0
  /** By class: `2xx` … `5xx` without 500, `500`, and `none` for a connection that ended without an answer. */
  readonly answers = new Map<string, number>()
  readonly findings: Finding[] = []
  readonly notes: string[] = []
  deaths = 0
  statuses500 = 0
  /** The highest seen, in bytes. */
  memory = 0
  #recent: Sent[] = []
  #slowest: Sent[] = []
  readonly #times: { readonly label: string; readonly from: number; readonly to: number }[] = []
  readonly #counts = new Map<Finding['kind'], number>()
  readonly #told = new Set<string>()
  readonly #folder: string

  /** @param folder where requests that led to a finding are written */
  constructor(folder: string) {
    this.#folder = folder
  }

  begin(label: string, bytes: Buffer): Sent {
    this.sent++
    const sent: Sent = { label, bytes, answered: null, ms: 0, at: Date.now() }
    this.#recent.push(sent)
    if (this.#recent.length > REMEMBERED) {
      const done = this.#recent.findIndex((each) => each.answered !== null)
      this.#recent.splice(Math.max(done, 0), 1)
    }
    return sent
  }

  /** @param status null when the connection ended without an answer */
  end(sent: Sent, status: number | null, ms: number): void {
    sent.answered = status === null ? 'no answer' : String(status)
    sent.ms = ms
    this.count(status)
    this.#times.push({ label: sent.label, from: sent.at, to: sent.at + ms })
    this.#slowest.push(sent)
    if (this.#slowest.length > 30) this.#slowest = this.slowest()
    if (status === 500) this.status500(`${sent.label} was answered 500`, sent)
  }

  /** An answer to a request that is counted but not remembered. */
  count(status: number | null): void {
    const kind = status === null ? 'none' : status === 500 ? '500' : `${Math.floor(status / 100)}xx`
    this.answers.set(kind, (this.answers.get(kind) ?? 0) + 1)
  }

  status500(what: string, sent?: Sent): void {
    this.statuses500++
    this.find('status 500', what, () => (sent ? this.dump(sent) : ''))
  }

  /** The same twice is told once, and counted. Numbers in it make no difference. */
  find(kind: Finding['kind'], what: string, repeat: string | (() => string) = ''): void {
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    const same = `${kind} ${what.replace(/\d+/g, '0').slice(0, 200)}`
    const told = this.findings.filter((each) => each.kind === kind).length
    if (this.#told.has(same) || told >= TOLD) return
    this.#told.add(same)
    this.findings.push({ kind, what, repeat: typeof repeat === 'string' ? repeat : repeat() })
  }

  /** How many findings of a kind there were, told or not. */
  countOf(kind: Finding['kind']): number {
    return this.#counts.get(kind) ?? 0
  }

  get failed(): boolean {
    return this.#counts.size > 0
  }

  /** The server ended and nobody had asked it to. */
  death(how: string, output: string): void {
    this.deaths++
    const open = this.#recent.filter(
      (each) => each.answered === null || (!/^\d/.test(each.answered) && Date.now() - each.at < BEFORE_THE_END + each.ms),
    )
    const last = open.length > 0 ? open : this.#recent.slice(-3)
    // What has a body is what mostly does it.
    const suspects = [...last].sort((a, b) => Number(hasBody(b)) - Number(hasBody(a)))
    this.find('death', `the server ended (${how}): ${lastWords(output)}`, () =>
      [
        `${last.length} requests were under way or had just been answered:`,
        ...suspects.map((each) => this.dump(each, SHOWN_BYTES / Math.max(1, suspects.length))),
      ].join('\n'),
    )
  }

  slowest(): Sent[] {
    return [...this.#slowest].sort((a, b) => b.ms - a.ms).slice(0, 3)
  }

  /** What was under way at some time between two moments, in the order in which it was sent. */
  underWay(from: number, to: number): readonly string[] {
    const meanwhile = this.#times.filter((each) => each.from < to && each.to > from).sort((a, b) => a.from - b.from)
    return meanwhile.slice(0, 12).map((each) => `${each.label}: ${Math.round(each.to - each.from)} ms`)
  }

  /** Writes the whole request to a file, and shows its beginning as a person would read it. */
  dump({ label, bytes, answered, ms }: Sent, most = SHOWN_BYTES): string {
    const file = join(this.#folder, `request-${dumps++}.http`)
    writeFileSync(file, bytes)
    const shown = bytes
      .toString('latin1', 0, most)
      // Control characters and the like as a shell's printf would write them.
      .replace(/[^\x20-\x7e\n]/g, (each) => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`)
      .replaceAll('\\x0d\n', '\n')
    const more = bytes.length > most ? `… (${bytes.length} bytes in all)` : ''
    return `--- ${label} → ${answered ?? 'no answer yet'} after ${Math.round(ms)} ms; nc 127.0.0.1 PORT < ${file}\n${shown}${more}`
  }
}

let dumps = 1

const hasBody = ({ bytes }: Sent) => bytes.indexOf('\r\n\r\n') < bytes.length - 4

/** The part of what a program said last that tells why it ended. */
function lastWords(output: string): string {
  const at = output.search(/node:internal|Unhandled|Error:/)
  return (at < 0 ? output.slice(-600) : output.slice(at, at + 600)).trim()
}
