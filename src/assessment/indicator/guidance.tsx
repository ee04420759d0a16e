import { type Edition, type Indicator, indicatorById, type Standard, themesForIndicator } from '../../frameworks/index.ts'
import { Details, remembered } from '../../ui/index.ts'
import { INDICATOR_STATES } from '../content.ts'
import type { Opened } from '../open.ts'
import { fromIndicator } from '../paths.ts'
import { type IndicatorState, indicatorsInScope, type Scope } from '../rules.ts'

/** What helps with an answer, each beside what it is about; and the ways around, at the end of the page. */

/** Documents that answer several indicators: what to look for in them, and where else they help. `state` is the indicator and the scope. */
const documents = remembered((edition: Edition, state: string) => {
  const [id = '', scope = 'all'] = state.split(' ')
  const themes = themesForIndicator(edition, id)
  if (themes.length === 0) return null
  const inScope = new Set(indicatorsInScope(edition, scope as Scope).map((indicator) => indicator.id))
  return (
    <Details class="app-guidance" summary="One document, several indicators">
      <dl class="app-documents">
        {themes.map((theme) => (
          <>
            <dt>{theme.title}</dt>
            {theme.lookFor && <dd>{theme.lookFor}</dd>}
            <dd>
              Also for:
              <ul class="app-documents__others">
                {theme.indicatorIds.map((other) => {
                  const indicator = other !== id && indicatorById(edition, other)
                  if (!indicator) return null
                  const name = `${indicator.id} ${indicator.shortTitle}`
                  return (
                    <li>
                      {inScope.has(other) ? (
                        <a class="govuk-link" href={fromIndicator.indicator(other)}>
                          {name}
                        </a>
                      ) : (
                        name
                      )}
                    </li>
                  )
                })}
              </ul>
            </dd>
          </>
        ))}
      </dl>
    </Details>
  )
})

export function Documents({ opened, indicator }: { opened: Opened; indicator: Indicator }) {
  return <>{documents(opened.edition, `${indicator.id} ${opened.assessment.scope}`)}</>
}

/** What the framework names for further reading about a standard. */
export const usefulLinks = remembered(
  (standard: Standard) =>
    standard.links.length > 0 && (
      <Details
        class="app-guidance"
        summary={`${standard.links.some((link) => link.url) ? 'Useful links' : 'More help'} for standard ${standard.number}`}
      >
        <ul class="govuk-list govuk-list--bullet govuk-body-s">
          {standard.links.map((link) => (
            <li>
              {link.url ? (
                <a class="govuk-link" href={link.url} rel="noreferrer">
                  {link.title}
                </a>
              ) : (
                link.title
              )}
              , {link.publisher}
            </li>
          ))}
        </ul>
      </Details>
    ),
)

/** Every indicator of the assessment with its state, and the keys. */
export function WaysAround({ opened, indicator, mayAnswer }: { opened: Opened; indicator: Indicator; mayAnswer: boolean }) {
  return (
    <div class="app-ways-around">
      <Details class="app-jump" summary="Jump to any indicator" attributes={{ 'data-shortcut-jump': true }}>
        <div class="app-jump__standards">
          {opened.standards.map((each) => (
            <div class="app-jump__standard">
              {standardJump(each.standard)}
              <ul class="app-jump__list">
                {each.indicators.map(({ indicator: other, state }) =>
                  other.id === indicator.id ? jumpHere(other, state) : jump(other, state),
                )}
              </ul>
            </div>
          ))}
        </div>
      </Details>
      {shortcuts(opened.edition, mayAnswer ? 'answers' : 'reads')}
    </div>
  )
}

const standardJump = remembered((standard: Standard) => (
  <p class="app-jump__title">
    <a class="govuk-link" href={fromIndicator.standard(standard.number)}>
      {standard.number}. {standard.title}
    </a>
  </p>
))

const jump = remembered((indicator: Indicator, state: IndicatorState) => <Jump indicator={indicator} state={state} />)
const jumpHere = remembered((indicator: Indicator, state: IndicatorState) => <Jump indicator={indicator} state={state} here />)

function Jump({ indicator, state, here }: { indicator: Indicator; state: IndicatorState; here?: true }) {
  return (
    <li class={`app-state app-state--${state}`}>
      <a class="govuk-link" href={fromIndicator.indicator(indicator.id)} aria-current={here && 'page'}>
        {indicator.id} {indicator.shortTitle}
      </a>{' '}
      <span class="app-jump__state">{INDICATOR_STATES[state].label}</span>
    </li>
  )
}

const shortcuts = remembered((edition: Edition, who: 'answers' | 'reads') => (
  <Details summary="Keyboard shortcuts" attributes={{ 'data-shortcuts': true }}>
    <p class="govuk-body-s">They work when you are not typing in a field.</p>
    <dl class="app-keys govuk-body-s">
      <Key name="n" does="next indicator" />
      <Key name="p" does="previous indicator" />
      {who === 'answers' && <Key name={`1 to ${edition.ratings.length}`} does="choose that rating" />}
      <Key name="j" does="jump to any indicator" />
      <Key name="?" does="open this list" />
    </dl>
  </Details>
))

function Key({ name, does }: { name: string; does: string }) {
  return (
    <div class="app-keys__row">
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  )
}
