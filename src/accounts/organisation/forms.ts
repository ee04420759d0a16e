import { CHOICE, type Form, type FormFields, saysNothing, withoutUnseen } from '../../platform/index.ts'
import { type Errors, HAS_LETTERS, type Read } from '../forms.ts'
import { normaliseName } from '../rules.ts'
import { AREAS, KINDS, MARKS, MENTORS, MODELS, type Option, registrationWords, YOUNG_PEOPLE } from './content.ts'
import { parseRegistration, REGISTERS, type Register, readRegistrations } from './registrations.ts'
import type { Description } from './rules.ts'

/** The form as it is shown: what was ticked and typed, right or wrong. */
export interface DescriptionInput {
  readonly name: string
  readonly kind: string
  readonly numbers: Readonly<Record<Register, string>>
  readonly areas: readonly string[]
  readonly otherAreas: string
  readonly models: readonly string[]
  readonly otherModel: string
  readonly mentorsPerYear: string
  readonly youngPeoplePerYear: string
  readonly marks: readonly string[]
  readonly otherMarks: string
}

export type DescriptionField =
  | 'name'
  | 'kind'
  | Register
  | 'areas'
  | 'otherAreas'
  | 'models'
  | 'otherModel'
  | 'mentorsPerYear'
  | 'youngPeoplePerYear'
  | 'marks'
  | 'otherMarks'

/** What is ticked to open the box for one's own words. */
export const OTHER = 'other'

/** In UTF-16 units, as every bound here. */
export const LONGEST_NAME = 200
const WORDS = 200
const MARK = 100
const MARKS_WRITTEN = 10
const NUMBERS = 5
/** What a form is shown again with, and its fields are read from: far more than any bound, so that what is cut is refused. */
const SHOWN = 10_000
/** More than any number, with the words people write beside it. */
const LONGEST_NUMBER = 200

export const DESCRIPTION_FIELDS: FormFields = {
  id: CHOICE,
  basedOn: CHOICE,
  name: LONGEST_NAME,
  kind: CHOICE,
  ...Object.fromEntries(REGISTERS.map((register) => [register, NUMBERS * LONGEST_NUMBER])),
  areas: CHOICE,
  otherAreas: WORDS,
  models: CHOICE,
  otherModel: WORDS,
  mentorsPerYear: CHOICE,
  youngPeoplePerYear: CHOICE,
  marks: CHOICE,
  otherMarks: MARKS_WRITTEN * (MARK + 1),
}

/** An empty form, or what is kept, ready to be changed. */
export function inputOf(description: Description | null): DescriptionInput {
  const known = (options: readonly Option[], values: readonly string[] = []) =>
    values.filter((value) => options.some((option) => option.id === value))
  const written = (options: readonly Option[], values: readonly string[] = []) =>
    values.filter((value) => !options.some((option) => option.id === value))
  const otherModel = written(MODELS, description?.models).join(', ')
  return {
    name: description?.name ?? '',
    kind: description?.kind ?? '',
    numbers: numbersOf(description?.registrations ?? []),
    areas: known(AREAS, description?.areas),
    otherAreas: written(AREAS, description?.areas).join(', '),
    models: [...known(MODELS, description?.models), ...(otherModel ? [OTHER] : [])],
    otherModel,
    mentorsPerYear: description?.mentorsPerYear ?? '',
    youngPeoplePerYear: description?.youngPeoplePerYear ?? '',
    marks: known(MARKS, description?.marks),
    otherMarks: written(MARKS, description?.marks).join('\n'),
  }
}

export function inputFrom(form: Form): DescriptionInput {
  const text = (name: string) => form.get(name).slice(0, SHOWN)
  const ticked = (name: string) => form.all(name).slice(0, 100)
  return {
    name: text('name'),
    kind: text('kind'),
    numbers: Object.fromEntries(REGISTERS.map((register) => [register, text(register)])) as Record<Register, string>,
    areas: ticked('areas'),
    otherAreas: text('otherAreas'),
    models: ticked('models'),
    otherModel: text('otherModel'),
    mentorsPerYear: text('mentorsPerYear'),
    youngPeoplePerYear: text('youngPeoplePerYear'),
    marks: ticked('marks'),
    otherMarks: text('otherMarks'),
  }
}

/** Only the name must be there. */
export function readDescription(input: DescriptionInput): Read<Description, DescriptionField> {
  const errors: Errors<DescriptionField> = {}
  const name = normaliseName(input.name)
  if (!HAS_LETTERS.test(name)) errors.name = 'Enter the name of your organisation'
  else if (name.length > LONGEST_NAME) errors.name = `Make the name ${LONGEST_NAME} characters or fewer`
  const registrations = REGISTERS.flatMap((register) => readNumbers(register, input.numbers[register], errors))
  const otherAreas = ownWords(input.otherAreas, WORDS, 'otherAreas', errors)
  const otherModel = input.models.includes(OTHER) ? ownWords(input.otherModel, WORDS, 'otherModel', errors) : []
  if (input.models.includes(OTHER) && otherModel.length === 0)
    errors.otherModel ??= 'Say what kind of mentoring it is, or untick “Something else”'
  const otherMarks = readMarks(input.otherMarks, errors)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    value: {
      name,
      kind: chosen(KINDS, input.kind),
      registrations: unique(registrations),
      areas: unique([...known(AREAS, input.areas), ...otherAreas]),
      models: unique([...known(MODELS, input.models), ...otherModel]),
      mentorsPerYear: chosen(MENTORS, input.mentorsPerYear),
      youngPeoplePerYear: chosen(YOUNG_PEOPLE, input.youngPeoplePerYear),
      marks: unique([...known(MARKS, input.marks), ...otherMarks]),
    },
  }
}

/** Every number in a box; one of another register counts as that register's. */
function readNumbers(register: Register, typed: string, errors: Errors<DescriptionField>): readonly string[] {
  const parts = withoutUnseen(typed)
    .split(/[,;\n]/)
    .filter((part) => !saysNothing(part))
  const numbers = readRegistrations(register, parts.join(', '))
  if (numbers.length > NUMBERS) errors[register] = `Enter up to ${NUMBERS} numbers, with a comma between them`
  return numbers.slice(0, NUMBERS).flatMap(({ typed: written, read }) => {
    if (read.ok) return [read.id]
    errors[register] ??= registrationWords({ typed: written, read })
    return []
  })
}

function readMarks(typed: string, errors: Errors<DescriptionField>): readonly string[] {
  const lines = typed.split('\n').filter((line) => !saysNothing(line))
  const marks = lines.slice(0, MARKS_WRITTEN).map(normaliseName).filter(Boolean)
  if (lines.length > MARKS_WRITTEN) errors.otherMarks = `Enter up to ${MARKS_WRITTEN} other marks, each on a line of its own`
  else if (marks.some((mark) => mark.length > MARK)) errors.otherMarks = `Make each mark’s name ${MARK} characters or fewer`
  return marks
}

function ownWords(
  typed: string,
  limit: number,
  field: 'otherAreas' | 'otherModel',
  errors: Errors<DescriptionField>,
): readonly string[] {
  const words = saysNothing(typed) ? '' : normaliseName(typed)
  if (words.length > limit) errors[field] = `Use ${limit} characters or fewer`
  return words === '' ? [] : [words]
}

/** Values that are not among the options come from no form of ours, and are left out. */
function known(options: readonly Option[], values: readonly string[]): readonly string[] {
  return options.map((option) => option.id).filter((id) => values.includes(id))
}

function chosen(options: readonly Option[], value: string): string | null {
  return known(options, [value])[0] ?? null
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}

function numbersOf(registrations: readonly string[]): Readonly<Record<Register, string>> {
  const numbers = Object.fromEntries(REGISTERS.map((register) => [register, [] as string[]])) as Record<Register, string[]>
  for (const id of registrations) {
    const parsed = parseRegistration(id)
    if (parsed) numbers[parsed.register].push(parsed.number)
  }
  return Object.fromEntries(REGISTERS.map((register) => [register, numbers[register].join(', ')])) as Record<Register, string>
}
