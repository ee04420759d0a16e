import type { Edition, EvidenceTheme, Indicator, Standard } from '../../frameworks/index.ts'
import { Details, remembered } from '../../ui/index.ts'
import { INDICATOR_STATES } from '../content.ts'
import type { Opened } from '../open.ts'
import { fromIndicator } from '../paths.ts'
import type { IndicatorState } from '../rules.ts'

interface AsideProps {
  readonly opened: Opened
  readonly standard: Standard
  readonly indicator: Indicator
  readonly themes: readonly EvidenceTheme[]
  readonly mayAnswer: boolean
}

/** Help beside the questions: one document that answers several, links worth reading, every indicator to jump to, the keys. */
export function Aside({ opened, standard, indicator, themes, mayAnswer }: AsideProps) {
  const inScope = new Set(opened.standards.flatMap((each) => each.indicators.map((one) => one.indicator.id)))
  const link = (id: string) =>
    inScope.has(id) ? (
      <a class="govuk-link" href={fromIndicator.indicator(id)}>
        {id}
      </a>
    ) : (
      id
    )
  return (
    <>
      {themes.length > 0 && (
        <section class="app-aside-part" aria-labelledby="themes-heading">
          <h2 class="govuk-heading-s" id="themes-heading">
            One document, several indicators
          </h2>
          <ul class="govuk-list">
            {themes.map((theme) => (
              <li class="govuk-body-s">
                <strong>{theme.title}</strong>: also for{' '}
                {theme.indicatorIds.filter((id) => id !== indicator.id).map((id, index) => [index > 0 && ', ', link(id)])}.
              </li>
            ))}
          </ul>
          {themes.some((theme) => theme.lookFor) && (
            <Details summary="What to look for in them">
              <dl class="app-look-for govuk-body-s">
                {themes.map(
                  (theme) =>
                    theme.lookFor && (
                      <>
                        <dt>{theme.title}</dt>
                        <dd>{theme.lookFor}</dd>
                      </>
                    ),
                )}
              </dl>
            </Details>
          )}
        </section>
      )}
      {usefulLinks(standard)}
      <Details summary="Jump to any indicator" attributes={{ 'data-shortcut-jump': true }}>
        {opened.standards.map((each) => [
          standardJump(each.standard),
          <ul class="govuk-list app-jump">
            {each.indicators.map(({ indicator: other, state }) =>
              other.id === indicator.id ? jumpHere(other, state) : jump(other, state),
            )}
          </ul>,
        ])}
      </Details>
      {shortcuts(opened.edition, mayAnswer ? 'answers' : 'reads')}
    </>
  )
}

const standardJump = remembered((standard: Standard) => (
  <p class="govuk-body-s app-jump__standard">
    <a class="govuk-link" href={fromIndicator.standard(standard.number)}>
      {standard.number}. {standard.title}
    </a>
  </p>
))

const jump = remembered((indicator: Indicator, state: IndicatorState) => <Jump indicator={indicator} state={state} />)
const jumpHere = remembered((indicator: Indicator, state: IndicatorState) => <Jump indicator={indicator} state={state} here />)

/** The number, and for those who hear it or hold the pointer over it what it is about and how it stands. */
function Jump({ indicator, state, here }: { indicator: Indicator; state: IndicatorState; here?: true }) {
  const words = `${indicator.shortTitle}, ${INDICATOR_STATES[state].label}`
  return (
    <li>
      <a
        class={`govuk-link app-jump__link app-jump__link--${state}`}
        href={fromIndicator.indicator(indicator.id)}
        aria-current={here && 'page'}
      >
        <span title={words}>
          {indicator.id}
          <span class="govuk-visually-hidden"> {words}</span>
        </span>
      </a>
    </li>
  )
}

const usefulLinks = remembered(
  (standard: Standard) =>
    standard.links.length > 0 && (
      <Details
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
