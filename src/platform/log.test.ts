import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'

/** A log that can't be written costs lines, never the program. Real processes, with a real output each. */

const LOG = pathToFileURL(`${import.meta.dirname}/log.ts`).href

/** @param output what the process's standard output is */
async function run(script: string, output: 'pipe' | number, read: 'all' | 'first' | 'nothing' = 'all') {
  const program = `import { createLog } from '${LOG}'\nconst log = createLog('info')\n${script}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', output, 'pipe'] })
  let text = ''
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (complaints += chunk))
  if (read === 'nothing') child.stdout?.pause()
  else
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (read === 'first') child.stdout?.destroy()
    })
  const [code] = await once(child, 'close')
  return { code, text, complaints }
}

/** Lines for half a second, with time between them, and an end in order. */
const BUSY = `
  let count = 0
  setInterval(() => { log.info({ count: count++ }, 'x'.repeat(1000)) }, 1)
  setTimeout(() => { console.error('turning'); process.exit(7) }, 500)`

describe('the process goes on, and ends when it wants to', () => {
  test('when nobody reads any more', async () => {
    const { code, complaints } = await run(BUSY, 'pipe', 'first')
    expect([code, complaints]).toEqual([7, 'turning\n'])
  })

  test('when the reader has stopped reading: lines that wait do not fill the memory either', async () => {
    const lines = "for (let line = 0; line < 100_000; line++) log.info('x'.repeat(1000))"
    const memory = "console.error(process.memoryUsage().rss < 200e6 ? 'small' : 'big')"
    const { code, complaints } = await run(`${BUSY.replace('500', '3000')}\n${lines}\n${memory}`, 'pipe', 'nothing')
    expect([code, complaints]).toEqual([7, 'small\nturning\n'])
  })

  test.skipIf(!existsSync('/dev/full'))('when the disk is full', async () => {
    const { code, complaints } = await run(BUSY, openSync('/dev/full', 'w'))
    expect([code, complaints]).toEqual([7, 'turning\n'])
  })
})

test('lines come whole and in order, also the last before the end', async () => {
  const { text } = await run(
    `for (let line = 0; line < 500; line++) log.info({ line }, 'é'.repeat(line))
     setTimeout(() => { log.fatal({ line: 500 }); log.info({ line: 501 }); process.exit(0) }, 50)`,
    'pipe',
  )
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((each) => JSON.parse(each).line)
  expect(lines).toEqual(Array.from({ length: 502 }, (_, line) => line))
})

test('an error is logged with its causes, and without the row it is about', async () => {
  const { text } = await run(
    `
    const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(ada@example.org) exists.' })
    log.error({ err: new Error('the save failed', { cause }) }, 'request failed')
    log.error({ err: cause }, 'request failed')`,
    'pipe',
  )
  expect(text).toContain('the save failed: duplicate key')
  expect(text).toContain('"code":"23505"')
  expect(text).not.toContain('ada@example.org')
})

test('what a library prints is a line of the log, without what it says', async () => {
  const { code, text, complaints } = await run(
    `
    const { consoleToLog } = await import('${LOG}')
    consoleToLog(log)
    console.error(new Error('cut off'))
    console.error('words of', 'somebody')
    console.info('The user aborted a request.')
    setTimeout(() => process.exit(0), 50)`,
    'pipe',
  )
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect([code, complaints]).toEqual([0, ''])
  expect(lines.map(({ level, msg, err }) => [level, msg, err?.message])).toEqual([
    [50, 'a library printed', 'cut off'],
    [50, 'a library printed', undefined],
  ])
})
