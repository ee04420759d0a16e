import {
  BackLink,
  Button,
  Cluster,
  ErrorSummary,
  formatDate,
  InsetText,
  NotificationBanner,
  Pagination,
  Panel,
  SkipLink,
  StatusTag,
  SummaryList,
  Table,
  Tag,
  TaskList,
  WarningText,
} from '../index.ts'
import type { Preview } from './preview.ts'

export const messages: readonly Preview[] = [
  {
    component: 'ErrorSummary',
    examples: [
      {
        name: 'Two problems',
        shown: (
          <ErrorSummary
            disableAutoFocus
            errors={[
              { text: 'Choose a rating', href: '#rating' },
              { text: 'Month must be from 1 to 12', href: '#by-when-month' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'NotificationBanner',
    examples: [
      {
        name: 'Done',
        shown: (
          <NotificationBanner
            kind="success"
            titleId="preview-done"
            disableAutoFocus
            role="region"
            text="Your assessment is completed."
          />
        ),
      },
      { name: 'To know', shown: <NotificationBanner titleId="preview-know" text="Grace is also working on standard 4." /> },
    ],
  },
  {
    component: 'Panel',
    examples: [
      {
        name: 'Finished',
        shown: (
          <Panel title="Assessment complete" headingLevel={3}>
            Next review by {formatDate('2027-03-05')}
          </Panel>
        ),
      },
      {
        name: 'Think again',
        shown: (
          <Panel
            title="Complete without three ratings?"
            headingLevel={3}
            kind="interruption"
            actions={
              <>
                <Button kind="inverse">Yes, complete it</Button>
                <a class="govuk-link govuk-link--inverse" href="/components">
                  No, go back
                </a>
              </>
            }
          >
            <p class="govuk-body">2.4, 5.3 and 5.4 have no rating yet.</p>
          </Panel>
        ),
      },
    ],
  },
  {
    component: 'InsetText',
    examples: [{ name: 'Plain', shown: <InsetText>A low rating is a place to start from.</InsetText> }],
  },
  {
    component: 'WarningText',
    examples: [{ name: 'Plain', shown: <WarningText>Do not upload anything that names a young person.</WarningText> }],
  },
  {
    component: 'Tag',
    examples: [
      {
        name: 'Colours',
        shown: (
          <Cluster>
            {(['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'] as const).map((colour) => (
              <Tag colour={colour}>{colour}</Tag>
            ))}
          </Cluster>
        ),
      },
    ],
  },
  {
    component: 'TaskList',
    examples: [
      {
        name: 'Standards',
        shown: (
          <TaskList
            idPrefix="standards"
            items={[
              { title: '1. Programme design and development', href: '/components', status: <StatusTag kind="complete" /> },
              {
                title: '2. Recruitment, selection and screening of mentors and mentees',
                hint: '3 of 5 indicators answered',
                href: '/components',
                status: <StatusTag kind="in-progress" />,
              },
              { title: '3. Induction, training and support', href: '/components', status: <StatusTag kind="not-started" /> },
              { title: 'Complete the assessment', status: 'Cannot start yet', cannotStartYet: true },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'SummaryList',
    examples: [
      {
        name: 'Check answers',
        shown: (
          <SummaryList
            rows={[
              {
                key: 'Organisation',
                value: 'Next Steps Mentoring',
                actions: [{ text: 'Change', href: '/components', hiddenText: 'name of organisation' }],
              },
              { key: 'Lead', value: 'Amina Osei', actions: [{ text: 'Change', href: '/components', hiddenText: 'lead' }] },
              { key: 'Started', value: formatDate('2026-11-22') },
            ]}
          />
        ),
      },
      {
        name: 'As a card',
        shown: (
          <SummaryList
            card={{ title: '4.2 A good ending', headingLevel: 3, actions: [{ text: 'Edit', href: '/components' }] }}
            rows={[
              { key: 'Action', value: 'Write a plan for endings with three young people' },
              { key: 'By whom', value: 'Grace' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Table',
    examples: [
      {
        name: 'With numbers',
        shown: (
          <Table
            caption="Young people mentored"
            captionSize="m"
            firstCellIsHeader
            head={['Year', { content: 'Mentors', numeric: true }, { content: 'Young people', numeric: true }]}
            rows={[
              ['2025', { content: 24, numeric: true }, { content: 31, numeric: true }],
              ['2026', { content: 38, numeric: true }, { content: 52, numeric: true }],
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Pagination',
    examples: [
      {
        name: 'Previous and next',
        shown: (
          <Pagination
            label="Indicators"
            previous={{ href: '/components', text: 'Previous', label: '1.2 Shared understanding' }}
            next={{ href: '/components', text: 'Next', label: '1.4 Enough people and time' }}
          />
        ),
      },
      {
        name: 'Pages',
        shown: (
          <Pagination
            label="Pages"
            previous={{ href: '/components' }}
            next={{ href: '/components' }}
            items={[
              { number: 1, href: '/components' },
              { number: 2, href: '/components', current: true },
              { ellipsis: true },
              { number: 9, href: '/components' },
            ]}
          />
        ),
      },
    ],
  },
  { component: 'BackLink', examples: [{ name: 'Plain', shown: <BackLink href="/components">All standards</BackLink> }] },
  {
    component: 'SkipLink',
    examples: [
      {
        name: 'Shown when it has the focus',
        shown: <SkipLink href="#main-content">Skip to the top of these components</SkipLink>,
      },
    ],
  },
]
