import { Checkboxes, type Choice, Details, Fieldset, Input, Radios, Select, Textarea } from '../../ui/index.ts'
import type { Errors } from '../forms.ts'
import { AREAS, KINDS, MARKS, MENTORS, MODELS, type Option, REGISTER_WORDS, YOUNG_PEOPLE } from './content.ts'
import { type DescriptionField, type DescriptionInput, inputOf, OTHER } from './forms.ts'
import { REGISTERS, type Register } from './registrations.ts'

/** Registers few need: folded away. */
const ELSEWHERE: readonly Register[] = ['GB-SC', 'GB-NIC']

export interface FieldsModel {
  readonly input: DescriptionInput
  readonly errors: Errors<DescriptionField>
}

export function NameField({ input, errors }: FieldsModel) {
  return (
    <Input
      name="name"
      label="Name of your organisation"
      labelSize="m"
      value={input.name}
      autocomplete="organization"
      spellcheck={false}
      error={errors.name}
    />
  )
}

/** Everything but the name; all of it optional. */
export function DescriptionFields({ input, errors }: FieldsModel) {
  const numberField = (register: Register) => (
    <Input
      name={register}
      label={REGISTER_WORDS[register].label}
      hint={`For example, ${REGISTER_WORDS[register].example}`}
      width={20}
      value={input.numbers[register]}
      autocomplete="off"
      spellcheck={false}
      error={errors[register]}
    />
  )
  const [wholeCity, ...boroughs] = AREAS
  const chosen = boroughs.filter(({ id }) => input.areas.includes(id)).map(({ label }) => label)
  return (
    <>
      <Radios
        name="kind"
        legend="What kind of organisation is it?"
        legendSize="m"
        small
        value={input.kind}
        items={[...KINDS.map(choice), { divider: 'or' }, { value: '', text: 'Not said yet' }]}
      />
      <Fieldset legend="Registration numbers" legendSize="m">
        <p class="govuk-hint">
          Fill in the ones you have, as they stand in your documents. If there is more than one of a kind, put a comma between
          them.
        </p>
        {REGISTERS.filter((register) => !ELSEWHERE.includes(register)).map(numberField)}
        <Details
          summary="Registered in Scotland or Northern Ireland"
          open={ELSEWHERE.some((register) => input.numbers[register] !== '' || errors[register])}
        >
          {ELSEWHERE.map(numberField)}
        </Details>
      </Fieldset>
      <Checkboxes
        name="models"
        legend="How do you mentor?"
        legendSize="m"
        hint="Tick all that you do."
        small
        values={input.models}
        items={[
          ...MODELS.map(choice),
          {
            value: OTHER,
            text: 'Something else',
            conditional: (
              <Input name="otherModel" label="What kind of mentoring is it?" value={input.otherModel} error={errors.otherModel} />
            ),
          },
        ]}
      />
      <Fieldset legend="Where do you work?" legendSize="m">
        <Checkboxes name="areas" small values={input.areas} items={wholeCity ? [choice(wholeCity)] : []} />
        <Details summary={['London boroughs', chosen.join(', ')].filter(Boolean).join(': ')}>
          <Checkboxes
            name="areas"
            id="boroughs"
            legend="London boroughs"
            legendClass="govuk-visually-hidden"
            small
            class="app-choice-columns"
            values={input.areas}
            items={boroughs.map(choice)}
          />
        </Details>
        <Input
          name="otherAreas"
          label="Other areas, outside London or smaller than a borough"
          value={input.otherAreas}
          error={errors.otherAreas}
        />
      </Fieldset>
      <Select
        name="mentorsPerYear"
        label="Roughly how many mentors do you have in a year?"
        labelSize="m"
        value={input.mentorsPerYear}
        items={bands(MENTORS)}
      />
      <Select
        name="youngPeoplePerYear"
        label="Roughly how many young people do you mentor in a year?"
        labelSize="m"
        value={input.youngPeoplePerYear}
        items={bands(YOUNG_PEOPLE)}
      />
      <Checkboxes
        name="marks"
        legend="Which quality marks do you hold now?"
        legendSize="m"
        hint="Some marks mean that you can skip parts of the framework."
        small
        values={input.marks}
        items={MARKS.map(choice)}
      />
      <Textarea
        name="otherMarks"
        label="Other quality marks"
        hint="Each on a line of its own."
        rows={3}
        value={input.otherMarks}
        error={errors.otherMarks}
      />
    </>
  )
}

/** The same, folded away for someone who wants to begin; open once there is something in it. */
export function MoreFields({ input, errors }: FieldsModel) {
  const open = JSON.stringify({ ...input, name: '' }) !== JSON.stringify(inputOf(null))
  return (
    <Details summary="Say more about your organisation now" open={open}>
      <DescriptionFields input={input} errors={errors} />
    </Details>
  )
}

function choice({ id, label, hint }: Option): Choice {
  return { value: id, text: label, hint }
}

function bands(options: readonly Option[]) {
  return [
    { value: '', text: 'Not sure, or would rather not say' },
    ...options.map(({ id, label }) => ({ value: id, text: label })),
  ]
}
