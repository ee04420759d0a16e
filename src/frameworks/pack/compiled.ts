import { hash } from 'node:crypto'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Edition, ExampleEvidence, Indicator, Standard, WorkedExample } from '../edition.ts'
import type { PackContent } from './format.ts'

/**
 * A checked pack as it is kept: its own content in canonical JSON. The digest of an edition is the SHA-256 of this text, so
 * anyone who holds the text can check what an assessment was pinned to. Neither YAML nor the checker is needed to read it.
 */
export function contentText(content: PackContent): string {
  return canonicalJson(content)
}

/** The edition a kept pack describes. The text must come from `compilePack` or the database: it is not checked again. */
export function editionFromJson(text: string): Edition {
  return editionOf(JSON.parse(text) as PackContent, hash('sha256', text))
}

type PackStandard = PackContent['standards'][number]
type PackIndicator = PackStandard['indicators'][number]

function editionOf(pack: PackContent, digest: string): Edition {
  const standards = pack.standards.map(standardOf)
  return {
    id: pack.id,
    edition: pack.edition,
    title: tidy(pack.title),
    publisher: tidy(pack.publisher),
    publishedBy: tidy(pack.published_by ?? pack.publisher),
    publishedDocument: pack.published_document
      ? {
          title: tidy(pack.published_document.title),
          year: pack.published_document.year ?? null,
          url: pack.published_document.url ?? null,
        }
      : null,
    about: {
      audience: optional(pack.about?.audience),
      purpose: optional(pack.about?.purpose),
      filledInBy: optional(pack.about?.filled_in_by),
    },
    support: pack.support
      ? {
          email: pack.support.email ?? null,
          url: pack.support.url ?? null,
          offers: optional(pack.support.offers),
          note: optional(pack.support.note),
        }
      : null,
    language: pack.language ?? 'en-GB',
    reviewEveryMonths: pack.review_every_months ?? 12,
    provenance: pack.provenance
      ? {
          wording: pack.provenance.wording,
          note: tidy(pack.provenance.note),
          inShort: optional(pack.provenance.in_short),
          additions: pack.provenance.additions ?? [],
        }
      : null,
    licence: optional(pack.licence),
    supersedes: pack.supersedes ?? null,
    errata: (pack.errata ?? []).map(({ where, source, decision }) => ({
      where: tidy(where),
      source: tidy(source),
      decision: tidy(decision),
    })),
    corrections: (pack.corrections ?? []).map(({ date, where, change }) => ({ date, where: tidy(where), change: tidy(change) })),
    ratings: pack.ratings.map(({ id, label, meaning }, order) => ({ id, label: tidy(label), meaning: optional(meaning), order })),
    priorities: (pack.priorities ?? []).map(({ id, label, meaning }) => ({ id, label: tidy(label), meaning: optional(meaning) })),
    exemptions: (pack.exemptions ?? []).map(({ standard, held_mark, levels, record }) => ({
      standard,
      heldMark: tidy(held_mark),
      levels: (levels ?? []).map(tidy),
      record: record ?? [],
    })),
    themes: (pack.evidence_themes ?? []).map(({ id, title, look_for, indicators }) => ({
      id,
      title: tidy(title),
      lookFor: optional(look_for),
      indicatorIds: indicators,
    })),
    workedExample: pack.worked_example ? workedExampleOf(pack.worked_example) : null,
    standards,
    indicators: standards.flatMap((standard) => standard.indicators),
    digest,
  }
}

function workedExampleOf(example: NonNullable<PackContent['worked_example']>): WorkedExample {
  return {
    indicatorId: example.indicator,
    action: tidy(example.action),
    byWhom: optional(example.by_whom),
    byWhen: optional(example.by_when),
    priority: example.priority ?? null,
  }
}

function standardOf(standard: PackStandard): Standard {
  return {
    number: standard.number,
    title: tidy(standard.title),
    aim: tidy(standard.aim),
    page: standard.page ?? null,
    indicators: standard.indicators.map((indicator) => indicatorOf(indicator, standard.number)),
    links: (standard.useful_links ?? []).map(({ title, publisher, url }) => ({
      title: tidy(title),
      publisher: tidy(publisher),
      url: url ?? null,
    })),
  }
}

function indicatorOf(indicator: PackIndicator, standard: number): Indicator {
  const statement = tidy(indicator.statement)
  return {
    id: indicator.id,
    standard,
    core: indicator.core,
    page: indicator.page ?? null,
    shortTitle: indicator.short_title === undefined ? beginning(statement) : tidy(indicator.short_title),
    statement,
    whyItMatters: optional(indicator.why_it_matters),
    examples: (indicator.example_evidence ?? []).map(exampleOf),
    levels: Object.fromEntries(Object.entries(indicator.levels ?? {}).map(([rating, text]) => [rating, tidy(text)])),
    suggestedActions: (indicator.suggested_actions ?? []).map(tidy),
  }
}

function exampleOf(example: NonNullable<PackIndicator['example_evidence']>[number], i: number): ExampleEvidence {
  const key = String(i + 1)
  if (typeof example === 'string') return { kind: 'item', key, text: tidy(example) }
  const items = example.items.map((text, j) => ({ key: `${key}.${j + 1}`, text: tidy(text) }))
  return { kind: 'group', heading: tidy(example.heading), items }
}

/** Text in YAML may run over several lines; on a page it is one. */
function tidy(text: string): string {
  return text.trim().replace(/[ \t\r\n]+/g, ' ')
}

function optional(text: string | undefined): string | null {
  return text === undefined ? null : tidy(text)
}

const SHORT = 60

/** The first words of a statement, as many as fit a list or a chart. */
function beginning(statement: string): string {
  if (statement.length <= SHORT) return statement
  const words = statement.slice(0, SHORT).replace(/\s+\S*$/, '')
  return `${words.replace(/[\s,;:.–(]+$/, '')}…`
}
