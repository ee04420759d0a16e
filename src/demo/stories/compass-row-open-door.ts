import type { Answers } from '../story.ts'

/** One-to-one mentoring for young people in and leaving care: just begun. */
export const openDoor: Answers = {
  '1.1': {
    rating: 'developing',
    have: '1',
    says: 'The service specification agreed with the two councils sets out aims and outputs. It was written by commissioners, and reads like it. Objectives in our own words are due before the contract is renewed.',
    will: [
      {
        what: 'Write an Open Door logic model with the care-experienced advisory group, in the format Second Wind uses',
        who: 'Esra Whitcombe',
        by: 28,
        priority: 'high',
      },
    ],
  },
  '1.2': {
    rating: 'good',
    have: '3 4',
    says: 'We report on the councils’ five measures and add two that young people asked for: somewhere to go on a Sunday, and somebody who remembers my birthday.',
  },
  '1.3': {
    rating: 'good',
    have: '2 4 5',
    says: 'A needs study with 37 care leavers, in {13 months ago}, led by three peer researchers. Loneliness in the first six months of a tenancy came out far ahead of money, which surprised the adults.',
  },
  '1.4': {
    rating: 'developing',
    have: '1',
    says: 'Contract meetings take place each quarter and look at numbers. The design itself has not been reviewed since we started.',
  },
  '2.1': {
    rating: 'good',
    have: '1 2 4 5',
    says: 'Volunteers aged 25 and over, able to commit for two years, with at least a third care-experienced themselves (currently 13 of 31).',
  },
  '2.2': {
    rating: 'excellent',
    have: '1 2 3 4',
    says: 'Two interviews, the second by care leavers alone. They have overruled the staff panel three times and were right, we think, on each occasion.',
  },
  '2.3': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'As for the whole organisation, with an added protocol for 18 to 25 year olds, to whom the adult safeguarding duties apply.',
  },
  '2.4': {
    rating: '',
    says: 'Case summaries come from personal advisers, usually too long. Young people see theirs before the mentor does, and can strike things out. Still to check with Josephine: what the new data sharing agreement says about',
  },
}
