import { describe, expect, test } from 'vitest'
import { AddEvidenceFields, EvidenceItems, evidenceSummary, PictureStrip, RemovedLately } from './components.tsx'
import type { EvidenceItem } from './rules.ts'

const common = { subject: 'a/b', addedBy: 'p1', addedAt: '2026-03-04T10:00:00.000Z', preview: 'none' } as const
const link: EvidenceItem = { ...common, id: 'i1', kind: 'link', title: 'Our <policy>', url: 'https://example.org/?a=1&b=2' }
const place: EvidenceItem = {
  ...common,
  id: 'i2',
  kind: 'place',
  title: 'Consent forms',
  place: 'Locked cabinet',
  addedBy: 'gone',
}
const file: EvidenceItem = {
  ...common,
  id: 'i3',
  kind: 'file',
  title: 'Plan',
  fileName: 'Plan.pdf',
  fileType: 'application/pdf',
  bytes: 1_234_567,
  sha256: 'ab',
}
const people = new Map([['p1', 'Sam Obi']])
const list = (canChange: boolean) =>
  String(<EvidenceItems items={[link, place, file]} organisationId="o1" people={people} canChange={canChange} />)

test('a list says what each item is, where it is, who added it and when', () => {
  const html = list(true)
  expect(html).toContain('Our &lt;policy&gt; (opens in new tab)')
  expect(html).toContain('href="https://example.org/?a=1&amp;b=2"')
  expect(html).toContain('Locked cabinet')
  expect(html).toContain('href="/organisations/o1/evidence/i3"')
  expect(html).toContain('Link. Added by Sam Obi on 4 March 2026.')
  expect(html).toContain('Where it is kept. Added on 4 March 2026.')
  expect(html).toContain('PDF, 1.2 MB. Added by Sam Obi on 4 March 2026.')
})

test('a picture is shown before its name, in one link, called what its person called it', () => {
  const picture: EvidenceItem = {
    ...file,
    title: 'Mentors’ wall',
    fileName: 'Mentors’ wall.heic',
    fileType: 'image/heic',
    preview: { sha256: 'cd', width: 240, height: 320 },
  }
  const html = String(<EvidenceItems items={[picture]} organisationId="o1" people={people} canChange={false} />)
  expect(html).toMatch(
    /<a [^>]*href="\/organisations\/o1\/evidence\/i3"[^>]*><img [^>]*src="\/organisations\/o1\/evidence\/i3\/preview"[^>]*>.*Mentors’ wall\.heic<\/a>/,
  )
  expect(html).toContain('alt="Mentors’ wall" width="240" height="320" loading="lazy"')
  expect(html).not.toContain('<svg')
  const notYet = String(
    <EvidenceItems items={[{ ...picture, preview: 'not-yet' }]} organisationId="o1" people={people} canChange />,
  )
  expect(notYet).toContain('width="320" height="240"')
  const none = String(<EvidenceItems items={[{ ...picture, preview: 'none' }]} organisationId="o1" people={people} canChange />)
  expect(none).not.toContain('<img')
  expect(none).toContain('<svg')
  expect(String(<RemovedLately items={[{ ...picture, removedAt: '2026-03-05T23:30:00.000Z' }]} />)).not.toContain('<img')
})

test('a strip shows the first few pictures, and nothing where there is none', () => {
  const pictures = Array.from({ length: 6 }, (_, n) => ({ ...file, id: `p${n}`, preview: 'not-yet' as const }))
  const html = String(<PictureStrip items={[link, ...pictures]} organisationId="o1" />)
  expect(html.match(/<img/g)).toHaveLength(4)
  expect(PictureStrip({ items: [link, file], organisationId: 'o1' })).toBeNull()
})

test('items can be removed only where they may be', () => {
  expect(list(true)).toContain('value="remove-evidence:i2" name="do"')
  expect(list(false)).not.toContain('button')
})

test('nothing is shown where there is nothing', () => {
  expect(EvidenceItems({ items: [], organisationId: 'o1', people, canChange: true })).toBeNull()
})

describe('what was removed lately', () => {
  const removed = [file, link].map((item) => ({ ...item, removedAt: '2026-03-05T23:30:00.000Z' }))

  test('is folded away, and each can be put back', () => {
    const html = String(<RemovedLately items={removed} />)
    expect(html).toContain('Removed evidence')
    expect(html).toContain('for 30 days')
    expect(html).toContain('PDF, 1.2 MB. Removed on 5 March 2026.')
    expect(html).toContain('value="restore-evidence:i3" name="do"')
    expect(html).toContain('value="restore-evidence:i1" name="do"')
    // A file that was removed is not given out, and a link need not work any more.
    expect(html).not.toContain('href')
  })

  test('with the press before stands in plain sight, once', () => {
    const html = String(<RemovedLately items={removed} justNow="i1" />)
    expect(html.indexOf('Removed “Our &lt;policy&gt;”.')).toBeLessThan(html.indexOf('<details'))
    expect(html.match(/restore-evidence:i1/g)).toHaveLength(1)
    expect(String(<RemovedLately items={removed.slice(1)} justNow="i1" />)).not.toContain('<details')
  })

  test('is nothing when there is none', () => {
    expect(RemovedLately({ items: [] })).toBeNull()
  })
})

test('the fields are folded away until there is something to show', () => {
  expect(String(<AddEvidenceFields />)).not.toContain(' open')
  const again = String(
    <AddEvidenceFields
      values={{ evidenceLink: 'our policy', evidenceLinkTitle: '', evidencePlace: '', evidencePlaceTitle: '' }}
      errors={{ evidenceLink: 'Enter a web address', evidenceFile: 'Choose it again' }}
    />,
  )
  expect(again.match(/<details[^>]* open/g)).toHaveLength(2)
  expect(again).toContain('value="our policy"')
  expect(again).toContain('id="evidenceLink-error"')
  expect(again).toContain('id="evidenceFile-error"')
  expect(again).toContain('Files about young people')
})

test('the summary links to each field, in their order', () => {
  expect(evidenceSummary({ evidenceFile: 'b', evidenceLink: 'a' })).toEqual([
    { text: 'a', href: '#evidenceLink' },
    { text: 'b', href: '#evidenceFile' },
  ])
})
