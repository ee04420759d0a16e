import { z } from 'zod'

/**
 * The shape of a pack: one field at a time, with its bound. What must agree between fields is in `agreement.ts`.
 * `frameworks/pack.schema.json` is made from this, and a test keeps the two equal.
 */

/** Bytes of UTF-8. The longest pack we know is a twentieth of this. */
export const MOST_BYTES = 2 * 1024 * 1024

/** `safeguarding-policy`: part of addresses and file names, so nothing needs escaping. */
const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold only lower-case letters, digits and single hyphens, such as "safeguarding-policy"')

/** `2022`, `2024-draft`: also part of addresses. */
const editionLabel = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'may hold only letters, digits, dots and hyphens, such as "2022"')

const indicatorId = z
  .string()
  .max(12)
  .regex(/^[1-9][0-9]*\.[1-9][0-9]*$/, 'must be the number of the standard, a dot and a place within it, such as "2.3"')

const words = (most: number) => z.string().max(most).regex(/\S/, 'is empty: give it text, or leave the field out')
const label = words(80)
const title = words(200)
const sentence = words(600)
const paragraph = words(1200)
const standardNumber = z.int().min(1).max(99)

const pageNumber = z.int().min(1).max(5000)

/** Pages show it as a link, so nothing but a web address over HTTPS will do. */
const webAddress = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s/]\S*$/, 'must be an address that begins with https://')

const publishedDocument = z.strictObject({
  title: title.describe('As the document calls itself.'),
  year: z.int().min(1900).max(2200).optional(),
  url: webAddress.optional().describe('Only one that is known to be right: never a guess.'),
})

const about = z.strictObject({
  audience: sentence.optional().describe('Whom the framework is for.'),
  purpose: sentence.optional().describe('What it is, and what it is not.'),
  filled_in_by: sentence.optional().describe('Who fills it in, and whom it is not sent to.'),
})

const support = z.strictObject({
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@<>"?&]+@[^\s@<>"?&.]+(\.[^\s@<>"?&.]+)+$/, 'must be one e-mail address, such as "help@example.org"')
    .optional(),
  url: webAddress.optional(),
  offers: sentence.optional().describe('What can be asked for there.'),
  note: sentence.optional().describe('Where the contact comes from, and how old it is.'),
})

const correction = z.strictObject({
  date: z
    .string()
    .max(10)
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, such as "2026-11-28"')
    .describe('When the wording of this pack was corrected.'),
  where: title.describe('The place in this pack.'),
  change: sentence.describe('What is different now.'),
})

const provenance = z.strictObject({
  wording: z.enum(['original', 'adapted', 'published']).describe('Ours, reworked from the publisher, or the publisher’s own.'),
  note: words(2000).describe('Where the text comes from, in one or two sentences.'),
  in_short: title.optional().describe('Whose words these are, in a few words that fit at the foot of a page.'),
  additions: z.array(label).max(50).optional().describe('Fields that are not in the source at all.'),
})

const erratum = z.strictObject({
  where: title.describe('The place in the source.'),
  source: paragraph.describe('What the source does.'),
  decision: paragraph.describe('What this pack does.'),
})

const rating = z.strictObject({ id: slug, label, meaning: sentence.optional() })

const priority = z.strictObject({ id: slug, label, meaning: sentence.optional() })

const exemption = z.strictObject({
  standard: standardNumber.describe('The standard the quality mark stands in for.'),
  held_mark: title,
  levels: z.array(label).max(20).optional(),
  record: z
    .array(z.enum(['date_awarded', 'expires_on']))
    .max(2)
    .optional()
    .describe('What must be recorded about the mark.'),
})

const theme = z.strictObject({
  id: slug,
  title,
  indicators: z.array(indicatorId).min(1).max(200).describe('Indicators this one document speaks to.'),
  look_for: sentence.optional(),
})

const workedExample = z.strictObject({
  indicator: indicatorId.describe('The indicator the action is about.'),
  action: sentence.describe('What will be done.'),
  by_whom: label.optional().describe('Who will do it: a role.'),
  by_when: label.optional().describe('In words and without a year, such as "31 January": it would soon be past.'),
  priority: slug.optional().describe('Id of a priority.'),
})

const exampleGroup = z.strictObject({ heading: sentence, items: z.array(sentence).min(1).max(50) })

const indicator = z.strictObject({
  id: indicatorId.describe('Standard number, dot, place within it. In quotes: "1.10" without them is the number 1.1.'),
  core: z.boolean(),
  page: pageNumber.optional().describe('Where it stands in the published document.'),
  short_title: label.optional().describe('A few words for lists and charts.'),
  statement: paragraph.describe('The requirement.'),
  why_it_matters: sentence.optional(),
  example_evidence: z
    .array(z.union([sentence, exampleGroup]))
    .max(50)
    .optional()
    .describe('Text, or a heading with a list.'),
  levels: z.record(z.string(), paragraph).optional().describe('What practice looks like, by rating id.'),
  suggested_actions: z
    .array(sentence)
    .max(10)
    .optional()
    .describe('Two or three, in the words of whoever takes one into their plan: “our”, not “your”.'),
})

const usefulLink = z.strictObject({
  title,
  publisher: title,
  url: webAddress.optional(),
})

const standard = z.strictObject({
  number: standardNumber,
  title,
  aim: sentence,
  page: pageNumber.optional().describe('Where it begins in the published document.'),
  indicators: z.array(indicator).min(1).max(100),
  useful_links: z.array(usefulLink).max(100).optional(),
})

export const packFormat = z.strictObject({
  id: slug.describe('Stable for ever.'),
  edition: editionLabel.describe('Text, so in quotes when it is a year.'),
  title,
  publisher: title.describe('Who publishes the framework itself.'),
  published_by: title
    .optional()
    .describe('The publisher and whom they made it with, as it follows the words “published by”; the publisher when left out.'),
  published_document: publishedDocument.optional(),
  about: about.optional().describe('One sentence each, shown wherever the framework is named.'),
  support: support.optional().describe('Whom organisations can ask about the framework, and for help with it.'),
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, such as "en-GB"')
    .optional()
    .describe('BCP 47 tag; en-GB when left out.'),
  review_every_months: z.int().min(1).max(120).optional().describe('12 when left out.'),
  provenance: provenance.optional(),
  licence: title.optional().describe('Of this text.'),
  supersedes: editionLabel.nullable().optional().describe('The edition this one replaces.'),
  errata: z.array(erratum).max(100).optional().describe('What was noticed in the source, and decided.'),
  corrections: z
    .array(correction)
    .max(200)
    .optional()
    .describe('Errata of this pack’s own wording, newest first: an assessment that is under way can take them.'),
  ratings: z.array(rating).min(2).max(12).describe('Worst first.'),
  priorities: z.array(priority).max(12).optional().describe('Most pressing first.'),
  exemptions: z.array(exemption).max(50).optional(),
  evidence_themes: z.array(theme).max(200).optional(),
  worked_example: workedExample.optional().describe('One development action, shown as an example where a plan has none yet.'),
  standards: z.array(standard).min(1).max(50),
})

/** What a pack says, exactly as written: no defaults filled in, so that its digest never depends on the program. */
export type PackContent = z.infer<typeof packFormat>

/** The sets of fields a pack is made of, by the name of the list or field that holds them ('' is the whole pack). */
export const PARTS: Readonly<Record<string, { readonly noun: string; readonly fields: readonly string[] }>> = {
  '': { noun: 'a pack', fields: Object.keys(packFormat.shape) },
  provenance: { noun: 'provenance', fields: Object.keys(provenance.shape) },
  published_document: { noun: 'the published document', fields: Object.keys(publishedDocument.shape) },
  about: { noun: '"about"', fields: Object.keys(about.shape) },
  support: { noun: '"support"', fields: Object.keys(support.shape) },
  corrections: { noun: 'a correction', fields: Object.keys(correction.shape) },
  errata: { noun: 'an erratum', fields: Object.keys(erratum.shape) },
  ratings: { noun: 'a rating', fields: Object.keys(rating.shape) },
  priorities: { noun: 'a priority', fields: Object.keys(priority.shape) },
  exemptions: { noun: 'an exemption', fields: Object.keys(exemption.shape) },
  evidence_themes: { noun: 'a theme', fields: Object.keys(theme.shape) },
  worked_example: { noun: 'a worked example', fields: Object.keys(workedExample.shape) },
  standards: { noun: 'a standard', fields: Object.keys(standard.shape) },
  indicators: { noun: 'an indicator', fields: Object.keys(indicator.shape) },
  example_evidence: { noun: 'a heading with examples', fields: Object.keys(exampleGroup.shape) },
  useful_links: { noun: 'a link', fields: Object.keys(usefulLink.shape) },
}
