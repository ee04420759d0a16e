import type { Edition, Indicator } from '../frameworks/index.ts'
import { Details, plural } from '../ui/index.ts'
import { type CameFrom, rowId, rowsOf } from './came-from.ts'
import { QUESTIONS, TO_DO } from './content.ts'
import type { OpenedWithAnswers } from './open.ts'
import { paths } from './paths.ts'
import { type Gap, gapsOf, type MustClose, mustClose, type Question, type Surroundings } from './rules.ts'

/** Something worth another look at one indicator. */
export interface GapRow<Kind extends Gap = Gap> {
  readonly indicator: Indicator
  readonly gap: Kind
}

/** Everything there is to see to in an assessment, in the framework's order. */
export function gapRows(opened: OpenedWithAnswers, around: (indicatorId: string) => Surroundings): readonly GapRow[] {
  return opened.standards.flatMap(({ indicators }) =>
    indicators.flatMap(({ indicator, state }) =>
      gapsOf(opened.edition, opened.answerOf(indicator.id), state === 'exempt', around(indicator.id)).map((gap) => ({
        indicator,
        gap,
      })),
    ),
  )
}

/** What must be answered before an assessment can be completed. */
export function openRows(rows: readonly GapRow[]): readonly GapRow<MustClose>[] {
  return rows.filter((row): row is GapRow<MustClose> => mustClose(row.gap))
}

/** What is only asked about. */
export function worthRows(rows: readonly GapRow[]): readonly GapRow<Question>[] {
  return rows.filter((row): row is GapRow<Question> => !mustClose(row.gap))
}

interface ListProps {
  readonly organisationId: string
  readonly assessmentId: string
  /** The list that links lead back to. */
  readonly list: CameFrom
}

/** More than this many are folded away, where a list is not what the page is for. */
const SHOWN = 8

/** The id by which a link leads back to a row; none in a list that shows its own rows besides. */
const idOf = (list: CameFrom, rows: 'open' | 'worth', indicator: Indicator) =>
  list && rowsOf(list) === rows ? rowId(list, indicator.id) : undefined

const addressOf = ({ organisationId, assessmentId, list }: ListProps, indicator: Indicator) =>
  paths.indicator.to({ organisation: organisationId, assessment: assessmentId, indicator: indicator.id }, { from: list })

interface ToDoProps extends ListProps {
  readonly edition: Edition
  readonly rows: readonly GapRow<MustClose>[]
  /** True where the page is for something else: then a long list is folded. */
  readonly fold?: boolean | undefined
}

/** What needs an answer, to be worked through: each indicator once, with what to do there. Nothing where there is none. */
export function ToDoList(props: ToDoProps) {
  const { edition, rows, fold } = props
  if (rows.length === 0) return null
  const list = edition.standards.flatMap((standard) => {
    const own = standard.indicators.filter((indicator) => rows.some((row) => row.indicator === indicator))
    if (own.length === 0) return []
    return [
      <h3 class="app-to-do__standard">
        {standard.number}. {standard.title}
      </h3>,
      <ul class="app-to-do__rows">
        {own.map((indicator) => (
          <li class="app-to-do__row" id={idOf(props.list, 'open', indicator)}>
            <a class="govuk-link app-to-do__link" href={addressOf(props, indicator)}>
              {indicator.id} {indicator.shortTitle}
            </a>
            <span class="app-to-do__what">
              {rows
                .filter((row) => row.indicator === indicator)
                .map(({ gap }) => TO_DO[gap])
                .join('. ')}
            </span>
          </li>
        ))}
      </ul>,
    ]
  })
  return (
    <section class="app-to-do" aria-labelledby="to-do">
      <h2 class="app-to-do__heading" id="to-do">
        {plural(rows.length, 'thing needs', 'things need')} an answer
      </h2>
      <div class="app-to-do__body">
        {fold && rows.length > SHOWN ? <Details summary="Show what needs an answer">{list}</Details> : list}
      </div>
    </section>
  )
}

interface WorthALookProps extends ListProps {
  readonly rows: readonly GapRow<Question>[]
  /** True where something else comes first on the page: then it is folded however short it is. */
  readonly fold?: boolean | undefined
}

/** What may be left: each question once, with every indicator it is asked of. Nothing where there is none. */
export function WorthALook(props: WorthALookProps) {
  const { rows, fold } = props
  if (rows.length === 0) return null
  const indicators = new Set(rows.map(({ indicator }) => indicator)).size
  const words = `${plural(indicators, 'indicator is', 'indicators are')} worth another look. You can leave ${indicators === 1 ? 'it' : 'them'}.`
  // The first of an indicator's rows is where a link to it leads.
  const first = (row: GapRow) => rows.find(({ indicator }) => indicator === row.indicator) === row
  const questions = (Object.keys(QUESTIONS) as Question[]).map((gap) => ({ gap, own: rows.filter((row) => row.gap === gap) }))
  const folded = fold || indicators > SHOWN
  const Heading = folded ? 'h2' : 'h3'
  const list = (
    <div class="app-gaps">
      {questions
        .filter(({ own }) => own.length > 0)
        .map(({ gap, own }) => (
          <div class="app-gap">
            <Heading class="app-gap__question">{QUESTIONS[gap].question}</Heading>
            <p class="app-gap__about">{QUESTIONS[gap].about}</p>
            <ul class="app-gap__indicators">
              {own.map((row) => (
                <li id={first(row) ? idOf(props.list, 'worth', row.indicator) : undefined}>
                  <a class="govuk-link" href={addressOf(props, row.indicator)}>
                    {row.indicator.id} {row.indicator.shortTitle}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
  if (folded) {
    return (
      <Details class="app-worth-a-look" summary={words}>
        {list}
      </Details>
    )
  }
  return (
    <section class="app-worth-a-look" aria-labelledby="worth-a-look">
      <h2 class="govuk-heading-s" id="worth-a-look">
        {words}
      </h2>
      {list}
    </section>
  )
}
