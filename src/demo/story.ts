// What a sample organisation's story is made of. Days are counted from the day the demo is built, so that it never looks old:
// -30 is thirty days ago.

/** Days from today. */
export type DaysFromToday = number

export interface Story {
  readonly organisation: OrganisationStory
  /** Whoever sets the organisation up comes first. */
  readonly people: readonly PersonStory[]
  /** In the order in which they were started. */
  readonly assessments: readonly AssessmentStory[]
}

export interface OrganisationStory {
  readonly name: string
  readonly setUp: DaysFromToday
  readonly kind: string
  /** org-id identifiers that no register has given out. */
  readonly registrations: readonly string[]
  readonly areas: readonly string[]
  readonly models: readonly string[]
  readonly mentorsPerYear: string
  readonly youngPeoplePerYear: string
  readonly marks: readonly string[]
}

export interface PersonStory {
  readonly name: string
  /** Ends in `.example`, which nobody can own. */
  readonly email: string
  readonly role: 'owner' | 'lead' | 'contributor' | 'viewer'
  /** What they do there, for whoever tries the demo. */
  readonly does: string
}

export interface AssessmentStory {
  readonly scope: 'all' | 'core'
  readonly programme: string | null
  /** E-mail of the member who leads it. */
  readonly lead: string
  /** The days on which they sat down to it; answers are shared out evenly. The first is the day it was started. */
  readonly sittings: readonly [DaysFromToday, ...DaysFromToday[]]
  /** By indicator, in the order of the framework. */
  readonly answers: Answers
  /** Put off for now. */
  readonly putOff?: readonly string[]
  readonly exemption?: {
    readonly standard: number
    readonly mark: string
    readonly level: string
    readonly awarded: DaysFromToday
    readonly expires: DaysFromToday
  }
  readonly completed?: CompletionStory
  readonly correction?: {
    readonly on: DaysFromToday
    readonly reason: string
    readonly answers: Answers
    /** Left out while the correction is open. */
    readonly completed?: CompletionStory
  }
}

export interface CompletionStory {
  readonly on: DaysFromToday
  /** The day it is said to be completed on, where that is an earlier one. */
  readonly dated?: DaysFromToday
  readonly role: string
  readonly reviewedBy: string
  /** What comes before the report, and whose words it is. */
  readonly foreword?: { readonly says: string; readonly by: string }
}

export type Answers = Readonly<Record<string, AnswerStory>>

/** Texts may hold `{3 months ago}`, `{in 2 months}`, `{this year}`, `{last year}` and `{next year}`, counted from the day of writing. */
export interface AnswerStory {
  /** Rating id, `less-relevant`, or '' while nobody has decided. */
  readonly rating: string
  readonly says: string
  /** Keys of the example evidence they have, with spaces between. */
  readonly have?: string
  /** Why it is less relevant. */
  readonly because?: string
  readonly notes?: string
  readonly shows?: readonly Shown[]
  readonly will?: readonly Planned[]
  /** E-mail of whoever wrote it, where that is not the lead. */
  readonly by?: string
  /** Somebody else wrote this at the same time: both versions are kept, and wait for a choice. */
  readonly meanwhile?: { readonly by: string; readonly says: string }
}

export type Shown =
  | { readonly title: string; readonly link: string }
  | { readonly title: string; readonly place: string }
  /** A file by its name, with what is in it. */
  | { readonly file: string; readonly holds: string }
  /** A picture by its name, and which of `src/demo/pictures` it is. */
  | { readonly file: string; readonly picture: string }

export interface Planned {
  readonly what: string
  readonly who: string
  readonly by: DaysFromToday | null
  readonly priority: string | null
  readonly done?: { readonly on: DaysFromToday; readonly changed: string }
}
