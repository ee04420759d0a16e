/** The framework plan's columns, in its order. `whatChanged` is ours: it is where a finished action says what came of it. */
export const planColumns = {
  action: 'Development action',
  standard: 'Standard',
  indicator: 'Indicator',
  byWhom: 'By who?',
  byWhen: 'By when?',
  priority: 'Priority',
  completedOn: 'Completed on',
  whatChanged: 'What changed',
} as const

/** Words for the states that are not ratings. A rating's word is the edition's. */
export const stateWords = {
  'not-rated': 'Not rated yet',
  'less-relevant': 'Less relevant',
  exempt: 'Covered by a quality mark',
} as const

/**
 * Every fixed word of the PDF documents, so that the templates hold layout and no wording. Neutral on purpose: a gap is
 * somewhere to grow next, not a failing.
 */
export const pdfWords = {
  draft: 'Draft, not yet completed',
  selfAssessment: 'Our self-assessment',
  plan: 'Mentoring Development Plan',
  published: 'Published by',
  edition: 'edition',
  generated: 'Made on',
  page: 'Page',
  of: 'of',
  inThisReport: 'In this report',
  core: 'Core',
  notCore: 'Not core',
  notSet: 'Not set yet',

  purpose:
    'This is an honest look at our mentoring, made by the people who run it. It is for reflection and for planning: it is not a judgement, and it gives no score.',
  howToRead: 'How to read the shapes',
  howToReadLead: 'A plant stands for each rating. It grows as practice grows, and the word is always beside it or in a table below.',

  whereWeAre: 'Where we are',
  acrossStandards: 'Across the standards',
  acrossStandardsLead: 'Each dot is one indicator, under its rating. A filled dot is a core indicator.',
  everyIndicator: 'Every indicator',
  everyIndicatorLead: 'Each plant is one indicator, planted with its standard. A number on a dark tag is a core indicator.',
  inNumbers: 'The same, as a table',
  standard: 'Standard',
  indicator: 'Indicator',
  rating: 'Rating',

  strengths: 'What we do well',
  growNext: 'Where we could grow next',

  answers: 'Our answers',
  evidence: 'Our evidence',
  noEvidence: 'Nothing written here yet.',
  examples: 'Examples we hold',
  items: 'Where to find it',
  actions: 'What we will do',
  actionDone: 'Done',
  reason: 'Why it is less relevant',
  coveredBy: 'Covered by',
  keptFromBefore: 'Answered before the quality mark was recorded. Kept here, and not counted.',
  fileFingerprint: 'SHA-256 begins',

  planLead: 'What we will do, who will do it and by when. We will look at the whole framework again on the review date.',
  noActions: 'No actions have been recorded yet. The rows below are for writing in.',
  completedOn: 'This framework was completed on',
  completedBy: 'This framework was completed by',
  nextReview: 'We will next review our framework on',
  reviewedBy: 'Our framework will be reviewed by',
  whatChanged: 'What changed:',

  aboutDocument: 'About this document',
  missingCharacters:
    'Some characters in this document are not in the fonts it is made with. Each is shown as its Unicode number in square brackets, such as [U+4E2D].',
} as const

export type PdfWords = typeof pdfWords
