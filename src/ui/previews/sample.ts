import type { ChartIndicator, ChartState, StandardsData } from '../charts/data.ts'

const TITLES: readonly (readonly [title: string, core: readonly number[], count: number])[] = [
  ['Programme design and development', [1, 3], 4],
  ['Recruitment, selection and screening of mentors and mentees', [1, 2, 3, 5], 5],
  ['Induction, training and support', [1, 2, 4], 6],
  ['Matching and relationship', [1, 2], 4],
  ['Mentoring practice', [1, 3], 5],
  ['Mentee’s voice', [2, 3], 5],
  ['Monitoring and evaluation', [1], 4],
  ['Management and leadership of the organisation', [1, 2, 5, 6], 7],
]

const WORDS = [
  'Clear aims',
  'Shared understanding',
  'Enough people and time',
  'Written down',
  'Looked at each year',
  'Known to all',
  'In plain words',
]

/** One digit for each indicator: its rating. n is not rated yet, l less relevant, e exempt. */
const STATES = ['2312', '32213', '1220n2', '2331', '12nn2', '011ln', '1102', 'eeeeeee']

function state(code: string): ChartState {
  if (code === 'n') return { kind: 'not-rated' }
  if (code === 'l') return { kind: 'less-relevant' }
  if (code === 'e') return { kind: 'exempt' }
  return { kind: 'rated', order: Number(code) }
}

function indicator(standard: number, place: number, core: boolean, code: string): ChartIndicator {
  return { id: `${standard}.${place}`, shortTitle: WORDS[place - 1] ?? '', core, state: state(code) }
}

/** An assessment under way. */
export const underWay: StandardsData = {
  ratings: [
    { order: 0, label: 'Undeveloped practice' },
    { order: 1, label: 'Developing practice' },
    { order: 2, label: 'Good practice' },
    { order: 3, label: 'Excellent practice' },
  ],
  standards: TITLES.map(([title, core, count], index) => ({
    number: index + 1,
    title,
    indicators: Array.from({ length: count }, (_, place) =>
      indicator(index + 1, place + 1, core.includes(place + 1), STATES[index]?.[place] ?? 'n'),
    ),
  })),
}

/** Another framework: nothing may expect eight standards or four ratings. */
export const otherFramework: StandardsData = {
  ratings: ['Not yet', 'Begun', 'Growing', 'Secure', 'Leading', 'Teaching others'].map((label, order) => ({ order, label })),
  standards: [
    { number: 1, title: 'Welcome', indicators: [indicator(1, 1, true, '0'), indicator(1, 2, false, '5')] },
    {
      number: 2,
      title: 'Safety, and how everybody who meets young people here knows what to do when they are worried',
      indicators: Array.from({ length: 11 }, (_, place) => indicator(2, place + 1, place % 4 === 0, String(place % 6))),
    },
    { number: 3, title: 'Endings', indicators: [] },
  ],
}
