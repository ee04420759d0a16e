import { Button } from './button.tsx'
import { common, content, type Fixture, matchesPublishedFixtures } from './fixtures.ts'
import { Panel } from './panel.tsx'

function action(given: Fixture['options']) {
  if (!given.href || given.type === 'button') {
    return (
      <Button {...common(given)} kind="inverse" type={given.type ?? 'button'} href={given.href}>
        {given.text}
      </Button>
    )
  }
  return (
    <a class="govuk-link govuk-link--inverse" href={given.href}>
      {given.text}
    </a>
  )
}

matchesPublishedFixtures(
  'panel',
  (given) => {
    const interruption = given.classes?.includes('govuk-panel--interruption')
    return (
      <Panel
        {...common(given)}
        class={given.classes?.replace('govuk-panel--interruption', '')}
        kind={interruption ? 'interruption' : 'confirmation'}
        title={content({ html: given.titleHtml, text: given.titleText })}
        headingLevel={given.headingLevel}
        actions={interruption && given.actions?.items?.map(action)}
      >
        {content(given)}
      </Panel>
    )
  },
  {
    'interruption, with actions classes and attributes': 'the row of actions is plain',
    'interruption, button link': 'the row of actions is plain',
    'interruption, no actions items': 'without actions there is no row for them',
  },
)
