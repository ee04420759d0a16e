import { type Edition, exampleItems, type Indicator, ratingById } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import {
  Button,
  type Child,
  ErrorMessage,
  ErrorSummary,
  Form,
  FormattedText,
  formatDate,
  formatTime,
  PageHeading,
  Textarea,
  VisuallyHidden,
} from '../../ui/index.ts'
import { BOUNDS, EMPTY, type Field, heldExamples, LESS_RELEVANT } from '../answer.ts'
import type { CameFrom } from '../came-from.ts'
import { FIELD_LABELS, LESS_RELEVANT_LABEL } from '../content.ts'
import { paths } from '../paths.ts'
import type { StoredConflict } from '../store/conflicts.ts'

export interface VersionsModel {
  readonly organisationId: string
  readonly assessmentId: string
  readonly edition: Edition
  readonly indicator: Indicator
  /** The list somebody came from before this, carried along. */
  readonly from: CameFrom
  readonly conflict: StoredConflict
  /** Who wrote the version that was kept aside. */
  readonly by: string
  /** The value as it stands, and who saved it last. */
  readonly stands: string
  readonly standsBy: string
  readonly joined: string
  /** What is wrong, and whether it is about the joined words or about the two versions. */
  readonly error: { readonly text: string; readonly about: 'joined' | 'versions' } | null
}

/** Two versions of the same field, side by side: keep one, or join them. */
export function versionsPage(model: VersionsModel): Page {
  const { organisationId, assessmentId, indicator, from, conflict, by, stands, standsBy, joined, error } = model
  const at = { organisation: organisationId, assessment: assessmentId, indicator: indicator.id, conflict: conflict.id }
  const label = FIELD_LABELS[conflict.field]
  return {
    title: `Two versions: ${label}`,
    error: error !== null,
    back: { href: paths.indicator.to(at, { from }), text: `${indicator.id} ${indicator.shortTitle}` },
    body: (
      <>
        {error && <ErrorSummary errors={[{ text: error.text, href: `#${error.about}` }]} />}
        <PageHeading
          caption={`${indicator.id} ${indicator.shortTitle}`}
          lead="Two people, or two windows, changed this at the same time. Both are kept. Choose one, or join them."
        >
          {label}: two versions
        </PageHeading>
        <Form action={paths.versions.to(at, { from })}>
          <input type="hidden" name="stands" value={stands} />
          {error?.about === 'versions' && <ErrorMessage id="versions-error">{error.text}</ErrorMessage>}
          <div class="app-versions" id="versions">
            <Version title="Saved now" who={`By ${standsBy}`}>
              <Value {...model} value={stands} />
              <Button kind="secondary" name="choose" value="stands">
                Keep this one <VisuallyHidden>saved now</VisuallyHidden>
              </Button>
            </Version>
            <Version title="The other version" who={`By ${by}, ${formatTime(conflict.at)} on ${formatDate(conflict.at)}`}>
              <Value {...model} value={conflict.value} />
              <Button kind="secondary" name="choose" value="kept">
                Use this one <VisuallyHidden>the other version</VisuallyHidden>
              </Button>
            </Version>
          </div>
          {canJoin(conflict.field) && (
            <>
              <Textarea
                name="joined"
                label="Or join them"
                labelSize="m"
                hint="Both are here. Change the words until they say what you mean."
                rows={10}
                value={joined}
                error={error?.about === 'joined' ? error.text : undefined}
                attributes={{ dir: 'auto' }}
              />
              <Button name="choose" value="joined">
                Use the joined words
              </Button>
            </>
          )}
        </Form>
      </>
    ),
  }
}

/** Words can be joined; a rating is one or the other. */
export const canJoin = (field: Field): field is keyof typeof BOUNDS => field in BOUNDS

function Version({ title, who, children }: { title: string; who: string; children?: Child }) {
  return (
    <section class="app-version">
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-caption-m">{who}</p>
      {children}
    </section>
  )
}

function Value({ edition, indicator, conflict, value }: VersionsModel & { value: string }) {
  if (value === '' || value === '[]') return <p class="govuk-body app-version__nothing">Nothing</p>
  if (conflict.field === 'rating') {
    return (
      <p class="govuk-body">{value === LESS_RELEVANT ? LESS_RELEVANT_LABEL : (ratingById(edition, value)?.label ?? value)}</p>
    )
  }
  if (conflict.field !== 'examples') return <FormattedText text={value} />
  const held = new Set(heldExamples({ ...EMPTY, examples: value }))
  return (
    <ul class="govuk-list govuk-list--bullet">
      {exampleItems(indicator)
        .filter((example) => held.has(example.key))
        .map((example) => (
          <li>{example.text}</li>
        ))}
    </ul>
  )
}
