import {
  Button,
  CharacterCount,
  Checkboxes,
  DateInput,
  Details,
  ErrorMessage,
  Fieldset,
  FileUpload,
  Hint,
  Input,
  Label,
  PasswordInput,
  Radios,
  RatingMark,
  Select,
  Textarea,
} from '../index.ts'
import type { Preview } from './preview.ts'

const RATINGS = [
  ['undeveloped', 'Undeveloped', 'We have not started on this, or it depends on one person.'],
  ['developing', 'Developing', 'We have begun. It happens some of the time.'],
  ['good', 'Good practice', 'We do this every time and can show it.'],
  ['excellent', 'Excellent practice', 'We do this every time, learn from it, and help others.'],
] as const

export const fields: readonly Preview[] = [
  {
    component: 'Button',
    examples: [
      {
        name: 'Kinds',
        shown: (
          <div class="govuk-button-group">
            <Button>Save and continue</Button>
            <Button kind="secondary">Save and come back later</Button>
            <Button kind="warning">Delete this action</Button>
            <a class="govuk-link" href="/components">
              Cancel
            </a>
          </div>
        ),
      },
      {
        name: 'Start, and one that cannot be used',
        shown: (
          <div class="govuk-button-group">
            <Button href="/components" start>
              Start your assessment
            </Button>
            <Button disabled>Complete</Button>
          </div>
        ),
      },
    ],
  },
  {
    component: 'Input',
    examples: [
      { name: 'Plain', shown: <Input name="organisation" label="Name of your organisation" value="Next Steps Mentoring" /> },
      {
        name: 'With a hint, a width and an error',
        shown: (
          <Input
            name="charity-number"
            label="Charity number"
            hint="Seven digits. Leave it empty if you do not have one."
            error="Enter a charity number of seven digits"
            width={10}
            inputmode="numeric"
            value="12345"
          />
        ),
      },
      {
        name: 'With a prefix',
        shown: <Input name="grant" label="Grant you would need" prefix="£" width={10} inputmode="numeric" />,
      },
    ],
  },
  { component: 'PasswordInput', examples: [{ name: 'Plain', shown: <PasswordInput name="password" label="Password" /> }] },
  {
    component: 'Textarea',
    examples: [
      {
        name: 'With a label that leads',
        shown: (
          <Textarea
            name="evidence"
            label="Your evidence"
            labelSize="m"
            hint="Say what you do and where the proof is kept. Do not name young people."
            value="Every mentor has a two-hour induction before they meet a young person. The slides are in the shared drive."
          />
        ),
      },
    ],
  },
  {
    component: 'CharacterCount',
    examples: [
      {
        name: 'Characters',
        shown: <CharacterCount name="what-changed" label="What changed?" maxlength={200} rows={3} />,
      },
    ],
  },
  {
    component: 'Radios',
    examples: [
      {
        name: 'Ratings, as cards',
        shown: (
          <Radios
            name="rating"
            legend="How would you rate your practice?"
            legendSize="m"
            hint="This is for you. Nobody outside your organisation sees it unless you choose."
            class="app-choices"
            value="good"
            items={RATINGS.map(([value, label, meaning], order) => ({
              value,
              text: <RatingMark order={order} count={RATINGS.length} label={label} />,
              hint: meaning,
            }))}
          />
        ),
      },
      {
        name: 'Small, with something to fill in and an error',
        shown: (
          <Radios
            name="relevant"
            legend="Is this indicator relevant to how you mentor?"
            legendSize="s"
            error="Say whether it is relevant"
            small
            value="less"
            items={[
              { value: 'yes', text: 'Yes' },
              { value: 'less', text: 'Less relevant', conditional: <Input name="why" label="Why is it less relevant?" /> },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Checkboxes',
    examples: [
      {
        name: 'Several, or none of them',
        shown: (
          <Checkboxes
            name="examples-held"
            legend="Which of these do you have?"
            legendSize="s"
            hint="Tick the ones you could show somebody today."
            values={['policy', 'training']}
            items={[
              { value: 'policy', text: 'A safeguarding policy, looked at within the last year' },
              {
                value: 'training',
                text: 'Training records for everybody who meets young people',
                hint: 'With the date of the next one.',
              },
              { value: 'lead', text: 'A named safeguarding lead and a deputy' },
              { divider: 'or' },
              { value: 'none', text: 'None of these', exclusive: true },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Select',
    examples: [
      {
        name: 'Plain',
        shown: (
          <Select
            name="standard"
            label="Standard"
            value="4"
            items={[
              { value: '', text: 'Choose a standard' },
              { value: '1', text: '1. Programme design and development' },
              { value: '4', text: '4. Matching and relationship' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'DateInput',
    examples: [
      {
        name: 'With an error in the month',
        shown: (
          <DateInput
            name="by-when"
            legend="By when?"
            legendSize="s"
            hint="For example, 31 3 2027"
            error="Month must be from 1 to 12"
            errorIn={['month']}
            value={{ day: '31', month: '13', year: '2027' }}
          />
        ),
      },
    ],
  },
  {
    component: 'FileUpload',
    examples: [
      {
        name: 'With a place to drop files',
        shown: <FileUpload name="file" label="Add a file" hint="PDF, Word, Excel or a picture, up to 10 MB" dropZone />,
      },
    ],
  },
  {
    component: 'Fieldset',
    examples: [
      {
        name: 'Around two fields',
        shown: (
          <Fieldset legend="Who leads the assessment?" legendSize="m">
            <Input name="lead-name" label="Name" value="Amina Osei" />
            <Input name="lead-email" label="Email address" type="email" autocomplete="email" />
          </Fieldset>
        ),
      },
    ],
  },
  {
    component: 'Label',
    examples: [
      {
        name: 'Alone, for a control of your own',
        shown: (
          <Label for="alone" size="s">
            Search indicators
          </Label>
        ),
      },
    ],
  },
  { component: 'Hint', examples: [{ name: 'Alone', shown: <Hint>You can change this later.</Hint> }] },
  { component: 'ErrorMessage', examples: [{ name: 'Alone', shown: <ErrorMessage>Choose a rating</ErrorMessage> }] },
  {
    component: 'Details',
    examples: [
      {
        name: 'Closed',
        shown: (
          <Details summary="Why this matters">
            <p class="govuk-body">Young people told us that endings matter as much as beginnings.</p>
          </Details>
        ),
      },
      {
        name: 'Open',
        shown: (
          <Details summary="What others keep as evidence" open>
            <p class="govuk-body">A one-page description of the programme, agreed by trustees.</p>
          </Details>
        ),
      },
    ],
  },
]
