import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesIn } from '../platform/files.ts'
import { readForm } from '../platform/http/body.ts'
import { FILE_BYTES, type Files, form, type Upload } from '../platform/index.ts'
import { evidenceValues, filesToChooseAgain, readEvidenceDeed, readNewEvidence } from './forms.ts'
import { docxFile, pdfFile, pngFile } from './testing.ts'

let folder: string
let files: Files
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-evidence-'))
  files = filesIn(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function upload(name: string, bytes: Buffer, field = 'evidenceFile'): Promise<Upload> {
  const stored = await files.keep(Readable.from([bytes]), FILE_BYTES)
  return { ...stored, field, name, claimedType: 'text/html' }
}

const filled = (fields: Readonly<Record<string, string>>, uploads: readonly Upload[] = [], tooLarge: readonly string[] = []) =>
  readNewEvidence(form(Object.entries(fields), uploads, tooLarge), files)

describe('new evidence', () => {
  test('is nothing where nothing was filled in', async () => {
    expect(await filled({})).toEqual({ ok: true, items: [] })
    expect(await filled({ evidenceLink: '  ', evidencePlace: '\n' })).toEqual({ ok: true, items: [] })
  })

  test('is everything that was filled in', async () => {
    const uploads = [
      await upload('Safeguarding policy.docx', docxFile()),
      await upload('Plan.pdf', pdfFile('Plan')),
      await upload('x', pngFile, 'other'),
    ]
    const fields = {
      evidenceLink: ' example.org/policy ',
      evidenceLinkTitle: 'Our \u202epolicy',
      evidencePlaceTitle: '\u2067Consent forms',
      evidencePlace: 'Locked cabinet',
    }
    expect(await filled(fields, uploads)).toEqual({
      ok: true,
      items: [
        { kind: 'link', title: 'Our policy', url: 'https://example.org/policy' },
        { kind: 'place', title: 'Consent forms', place: 'Locked cabinet' },
        {
          kind: 'file',
          title: 'Safeguarding policy',
          fileName: 'Safeguarding policy.docx',
          fileType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          bytes: uploads[0]?.bytes,
          sha256: uploads[0]?.sha256,
        },
        expect.objectContaining({ kind: 'file', title: 'Plan', fileName: 'Plan.pdf', fileType: 'application/pdf' }),
      ],
    })
  })

  test('a link without a title is called by its address', async () => {
    expect(await filled({ evidenceLink: 'https://www.example.org/policies/' })).toMatchObject({
      items: [{ title: 'example.org/policies' }],
    })
  })

  test.each([
    [{ evidenceLinkTitle: 'Our policy' }, { evidenceLink: 'Enter the link' }],
    [{ evidenceLink: 'our policy' }, { evidenceLink: 'Enter a web address, such as example.org/policy' }],
    [
      { evidenceLink: 'javascript:alert(1)' },
      {
        evidenceLink:
          'That is not the address of a web page. Enter one such as example.org/policy, with or without https:// before it.',
      },
    ],
    [{ evidenceLink: 'C:\\policy.docx' }, { evidenceLink: expect.stringContaining('a place on a computer') }],
    [{ evidenceLink: 'sam@example.org' }, { evidenceLink: expect.stringContaining('an e-mail address') }],
    [{ evidenceLink: 'https://sam:pw@example.org' }, { evidenceLink: expect.stringContaining('user name or password') }],
    [{ evidenceLink: `example.org/${'a'.repeat(2000)}` }, { evidenceLink: 'The link must be 2000 characters or fewer' }],
    [
      { evidenceLink: 'example.org', evidenceLinkTitle: 'a'.repeat(201) },
      { evidenceLinkTitle: 'What the link shows must be 200 characters or fewer' },
    ],
    [{ evidencePlace: 'Cabinet' }, { evidencePlaceTitle: 'Say what is kept there' }],
    [{ evidencePlaceTitle: 'Forms' }, { evidencePlace: 'Say where it is kept' }],
    [
      { evidencePlaceTitle: 'a'.repeat(201), evidencePlace: 'a'.repeat(501) },
      {
        evidencePlaceTitle: 'What is kept there must be 200 characters or fewer',
        evidencePlace: 'Where it is kept must be 500 characters or fewer',
      },
    ],
  ])('%j is explained', async (fields, errors) => {
    expect(await filled(fields)).toEqual({ ok: false, errors })
  })

  test.each<[string, Buffer, string]>([
    ['empty.pdf', Buffer.alloc(0), '“empty.pdf” is empty.'],
    [
      'page.pdf',
      Buffer.from('<!doctype html>'),
      '“page.pdf” is named like a PDF, but that is not what is inside. Open it, save it as a PDF',
    ],
    ['photo.jpg', pdfFile('Plan'), '“photo.jpg” is named like a JPEG picture, but inside it is a PDF. Make its name end in .pdf'],
    ['page.html', Buffer.from('<!doctype html>'), '“page.html” is not a kind of file we can take. We take PDF'],
    ['macros.docm', docxFile(), '“macros.docm” can carry programs (macros)'],
    ['binary.csv', Buffer.from([0, 1]), '“binary.csv” is not text we can read. Save it again as UTF-8 text'],
  ])('%s is explained', async (name, bytes, message) => {
    const read = await filled({}, [await upload(name, bytes)])
    expect(read).toEqual({ ok: false, errors: { evidenceFile: expect.stringContaining(message) } })
  })

  test('says what is wrong with each of several files', async () => {
    const read = await filled({}, [await upload('empty.pdf', Buffer.alloc(0)), await upload('a.exe', pngFile)], ['evidenceFile'])
    expect(read).toMatchObject({
      errors: { evidenceFile: expect.stringMatching(/bigger than 25 MB.*“empty\.pdf” is empty.*“a\.exe”/) },
    })
  })

  test('says which of several files was sound, since it must be chosen again too', async () => {
    const read = await filled({}, [await upload('Plan.pdf', pdfFile('Plan')), await upload('empty.pdf', Buffer.alloc(0))])
    expect(read).toMatchObject({
      errors: { evidenceFile: expect.stringMatching(/“empty\.pdf” is empty.*Choose “Plan\.pdf” again/) },
    })
  })

  test('takes a bounded number of files at once', async () => {
    const uploads = [await upload('Plan.pdf', pdfFile('Plan'))]
    expect(await readNewEvidence(form([], uploads, [], { tooManyFiles: true }), files)).toMatchObject({
      errors: { evidenceFile: expect.stringMatching(/^Add up to \d+ files at a time/) },
    })
  })

  test('asks for a good file again when something else was wrong', async () => {
    const uploads = [await upload('Plan.pdf', pdfFile('Plan')), await upload('Policy.docx', docxFile())]
    const read = await filled({ evidenceLink: 'our policy' }, uploads)
    expect(read).toMatchObject({
      errors: { evidenceFile: expect.stringContaining('Choose “Plan.pdf” and “Policy.docx” again: nothing is wrong with them') },
    })
    expect(filesToChooseAgain(form([], uploads.slice(0, 1), []))).toEqual({
      evidenceFile: expect.stringContaining('Choose “Plan.pdf” again'),
    })
    expect(filesToChooseAgain(form([], [], []))).toEqual({})
  })

  test('a name that misleads is made plain', async () => {
    const read = await filled({}, [
      await upload('in\u202efdp\u0007 voice.pdf', pdfFile('a')),
      await upload('..pdf', pdfFile('b')),
      await upload('Plan\u200b\u00ad.p\u2066df', pdfFile('c')),
    ])
    expect(read).toMatchObject({ items: [{ fileName: 'infdp voice.pdf' }, { fileName: 'pdf.pdf' }, { fileName: 'Plan.pdf' }] })
  })

  test.each([
    'say "hi".pdf',
    '👩🏾‍🏫 notes.pdf',
    'می‌خواهم.pdf',
    'ක්‍ෂ.pdf',
    '1️⃣ Räume & Pläne (50%).pdf',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}.pdf',
  ])('any other name stays as it was chosen: %s', async (name) =>
    expect(await filled({}, [await upload(name, pdfFile(name.slice(0, 1)))])).toMatchObject({ items: [{ fileName: name }] }),
  )
})

describe('a form sent by a browser', () => {
  const app = new Hono().post('/', async (c) => {
    const sent = await readForm(c, { files, isOurs: () => true, isField: () => true })
    return c.json({ read: await readNewEvidence(sent, files), values: evidenceValues(sent) })
  })
  const send = async (fill: (body: FormData) => void) => {
    const body = new FormData()
    fill(body)
    return (await app.request('/', { method: 'POST', body })).json()
  }

  test('with a file', async () => {
    const sent = await send((body) => {
      body.set('evidenceLink', '')
      body.set('evidenceFile', new File([new Uint8Array(pdfFile('Plan'))], 'Räume & Plan.pdf', { type: 'text/html' }))
    })
    expect(sent).toMatchObject({ read: { ok: true, items: [{ fileName: 'Räume & Plan.pdf', fileType: 'application/pdf' }] } })
  })

  test.each(['say "hi".pdf', '👩🏾‍🏫 notes.pdf', 'می‌خواهم.pdf', '50% of it.pdf'])('with a file called %s', async (name) => {
    const sent = await send((body) => body.set('evidenceFile', new File([new Uint8Array(pdfFile('Plan'))], name)))
    expect(sent).toMatchObject({ read: { ok: true, items: [{ fileName: name }] } })
  })

  test('with no file chosen', async () => {
    const sent = await send((body) => body.set('evidenceFile', new File([], '')))
    expect(sent).toMatchObject({ read: { ok: true, items: [] } })
  })

  test('with a file of 25 MB and one byte', async () => {
    const sent = await send((body) => {
      body.set('evidenceLink', 'example.org')
      body.set('evidenceFile', new File([new Uint8Array(FILE_BYTES + 1)], 'film.pdf'))
    })
    expect(sent).toMatchObject({
      read: {
        ok: false,
        errors: { evidenceFile: 'The file is bigger than 25 MB. Make it smaller, or say where it is kept instead.' },
      },
      values: { evidenceLink: 'example.org' },
    })
  })
})

test('what a button asks for', () => {
  for (const what of ['link', 'place', 'file']) expect(readEvidenceDeed(`add-evidence:${what}`)).toEqual({ kind: 'add', what })
  expect(readEvidenceDeed('add-evidence:else')).toBeNull()
  expect(readEvidenceDeed('remove-evidence:0193')).toEqual({ kind: 'remove', id: '0193' })
  expect(readEvidenceDeed('restore-evidence:0193')).toEqual({ kind: 'restore', id: '0193' })
  expect(readEvidenceDeed('remove-evidence:')).toBeNull()
  expect(readEvidenceDeed('save')).toBeNull()
})

test('a button that adds, pressed with nothing to add, asks for it; with something else filled in it adds that', async () => {
  const pressed = async (what: string, more: Readonly<Record<string, string>> = {}) => {
    const read = await filled({ do: `add-evidence:${what}`, ...more })
    return read.ok ? read.items.length : read.errors
  }
  expect(await pressed('link')).toEqual({ evidenceLink: 'Enter the link' })
  expect(await pressed('place')).toEqual({ evidencePlaceTitle: 'Say what is kept there', evidencePlace: 'Say where it is kept' })
  expect(await pressed('file')).toEqual({ evidenceFile: 'Choose a file' })
  expect(await pressed('file', { evidenceLink: 'example.org' })).toBe(1)
})
