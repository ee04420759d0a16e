import {
  Button,
  Card,
  Cluster,
  CoreTag,
  EmptyState,
  Filters,
  Form,
  FormattedText,
  Grid,
  Input,
  PageHeading,
  PriorityTag,
  ProgressBar,
  plural,
  RatingMark,
  SaveStatus,
  Select,
  Stack,
  StatusTag,
  TwoThirds,
  VisuallyHidden,
  WithAside,
} from '../index.ts'
import type { Preview } from './preview.ts'

const RATINGS = ['Undeveloped practice', 'Developing practice', 'Good practice', 'Excellent practice']
const PRIORITIES = ['Highest', 'High', 'Medium', 'Low']

export const own: readonly Preview[] = [
  {
    component: 'RatingMark',
    examples: [
      {
        name: 'Four ratings',
        shown: (
          <Stack gap="s">
            {RATINGS.map((label, order) => (
              <RatingMark order={order} count={4} label={label} />
            ))}
          </Stack>
        ),
      },
      {
        name: 'Six ratings',
        shown: (
          <Cluster>
            {Array.from({ length: 6 }, (_, order) => (
              <RatingMark order={order} count={6} label={`Level ${order + 1}`} />
            ))}
          </Cluster>
        ),
      },
    ],
  },
  { component: 'CoreTag', examples: [{ name: 'Plain', shown: <CoreTag /> }] },
  {
    component: 'ProgressBar',
    examples: [
      { name: 'Under way', shown: <ProgressBar done={12} total={40} label="indicators answered" /> },
      { name: 'Finished', shown: <ProgressBar done={40} total={40} label="indicators answered" /> },
    ],
  },
  {
    component: 'SaveStatus',
    examples: [{ name: 'What it said when the page was made', shown: <SaveStatus>Saved 22 November 2026, 14:05</SaveStatus> }],
  },
  {
    component: 'StatusTag',
    examples: [
      {
        name: 'Kinds',
        shown: (
          <Cluster>
            {(['not-started', 'in-progress', 'complete', 'exempt', 'attention', 'overdue'] as const).map((kind) => (
              <StatusTag kind={kind} />
            ))}
          </Cluster>
        ),
      },
      { name: 'Other words', shown: <StatusTag kind="attention">Waiting for you</StatusTag> },
    ],
  },
  {
    component: 'PriorityTag',
    examples: [
      {
        name: 'Four priorities',
        shown: (
          <Stack gap="s">
            {PRIORITIES.map((label, order) => (
              <div>
                <PriorityTag label={label} order={order} count={PRIORITIES.length} />
              </div>
            ))}
          </Stack>
        ),
      },
    ],
  },
  {
    component: 'PageHeading',
    examples: [
      {
        name: 'See the top of this page',
        shown: <p class="govuk-body">A page has one heading, and this page has its own.</p>,
      },
    ],
  },
  {
    component: 'Card',
    examples: [
      {
        name: 'Kinds',
        shown: (
          <Grid>
            <Card title="Assessment 2026" headingLevel={3} href="/components" footer={<StatusTag kind="in-progress" />}>
              <ProgressBar done={12} total={40} label="indicators answered" />
            </Card>
            <Card
              title="Your plan"
              headingLevel={3}
              kind="highlight"
              footer={
                <a class="govuk-link" href="/components">
                  Open the plan
                </a>
              }
            >
              <p class="govuk-body">{plural(3, 'action is', 'actions are')} due this month.</p>
            </Card>
            <Card title="Last year" headingLevel={3} kind="tinted">
              <p class="govuk-body">Completed by Amina Osei.</p>
            </Card>
          </Grid>
        ),
      },
    ],
  },
  {
    component: 'EmptyState',
    examples: [
      {
        name: 'No actions',
        shown: (
          <EmptyState title="No actions yet" headingLevel={3} action={<Button>Add the first action</Button>}>
            Actions turn what you noticed into what you will do. Start with one that matters most.
          </EmptyState>
        ),
      },
    ],
  },
  {
    component: 'Filters',
    examples: [
      {
        name: 'Over a list of actions',
        shown: (
          <Filters
            action="/components"
            label="Filter actions"
            summary="Filter"
            now="High priority"
            clear={{ href: '/components' }}
          >
            <Input name="words" label="Words" />
            <Select
              name="priority"
              label="Priority"
              items={[{ value: '', text: 'All' }, ...PRIORITIES.map((text) => ({ text }))]}
            />
          </Filters>
        ),
      },
    ],
  },
  {
    component: 'Form',
    examples: [
      {
        name: 'One that changes something',
        shown: (
          <Form action="/components">
            <Button kind="secondary">Send the reminder</Button>
          </Form>
        ),
      },
    ],
  },
  {
    component: 'Stack',
    examples: [
      {
        name: 'Small steps',
        shown: (
          <Stack gap="s">
            <p class="govuk-body">One thing.</p>
            <p class="govuk-body">Another thing.</p>
          </Stack>
        ),
      },
    ],
  },
  {
    component: 'Cluster',
    examples: [
      {
        name: 'Beside each other',
        shown: (
          <Cluster>
            <RatingMark order={2} count={4} label="Good practice" />
            <CoreTag />
            <StatusTag kind="complete" />
          </Cluster>
        ),
      },
    ],
  },
  {
    component: 'Grid',
    examples: [
      {
        name: 'As many as fit',
        shown: (
          <Grid>
            {['Amina', 'Grace', 'Tomasz'].map((name) => (
              <Card title={name} headingLevel={3} />
            ))}
          </Grid>
        ),
      },
    ],
  },
  {
    component: 'TwoThirds',
    examples: [
      {
        name: 'Text to read',
        shown: (
          <TwoThirds>
            <p class="govuk-body">
              Lines of about seventy letters are the easiest to read, so text is kept to about that, however wide the window is.
            </p>
          </TwoThirds>
        ),
      },
    ],
  },
  {
    component: 'WithAside',
    examples: [
      {
        name: 'Beside, or below where it is narrow',
        shown: (
          <WithAside aside={<Card title="Useful links" headingLevel={3} kind="tinted" />} asideLabel="Useful links">
            <p class="govuk-body">The question and its answer stand here.</p>
          </WithAside>
        ),
      },
    ],
  },
  {
    component: 'VisuallyHidden',
    examples: [
      {
        name: 'Says more to screen readers',
        shown: (
          <p class="govuk-body">
            <a class="govuk-link" href="/components">
              Change<VisuallyHidden> the lead</VisuallyHidden>
            </a>
          </p>
        ),
      },
    ],
  },
  {
    component: 'FormattedText',
    examples: [
      {
        name: 'Paragraphs, line breaks, another direction',
        shown: (
          <FormattedText
            text={
              'We meet every new mentor twice:\nonce alone,\nonce with the young person’s school.\n\nيلتقي كل مرشد بالشاب مرة في الأسبوع.'
            }
          />
        ),
      },
    ],
  },
]

// Only so that the heading is drawn once, by the page.
export const pageHeading = (
  <PageHeading
    caption="Mentormark"
    lead="Every component with its examples. What is shown here is also what is tested."
    size="xl"
  >
    Components
  </PageHeading>
)
