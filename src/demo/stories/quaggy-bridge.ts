import type { Story } from '../story.ts'
import { firstYear } from './quaggy-bridge-first.ts'
import { secondYear, secondYearCorrected } from './quaggy-bridge-second.ts'
import { thirdYear } from './quaggy-bridge-third.ts'

const MARCIA = 'marcia@quaggybridge.example'

/** A charity of six, in its third year with the framework: one assessment a year, the latest in progress. */
export const quaggyBridge: Story = {
  organisation: {
    name: 'Quaggy Bridge Mentoring',
    setUp: -748,
    kind: 'registered-charity',
    registrations: ['GB-CHC-9999902'],
    // Greenwich, Lewisham
    areas: ['E09000011', 'E09000023'],
    models: ['volunteer', 'online'],
    mentorsPerYear: '26-50',
    youngPeoplePerYear: '26-50',
    marks: ['Trusted Charity Mark'],
  },
  people: [
    { name: 'Marcia Holloway', email: MARCIA, role: 'owner', does: 'programme manager' },
    { name: 'Declan Osei', email: 'declan@quaggybridge.example', role: 'contributor', does: 'volunteer coordinator' },
    { name: 'Ruth Pattanaik', email: 'ruth@quaggybridge.example', role: 'viewer', does: 'trustee for safeguarding' },
  ],
  assessments: [
    {
      scope: 'all',
      programme: null,
      lead: MARCIA,
      sittings: [-745, -739, -732],
      answers: firstYear,
      completed: { on: -728, role: 'programme manager', reviewedBy: 'Marcia Holloway and Priya Ransome (director)' },
    },
    {
      scope: 'all',
      programme: null,
      lead: MARCIA,
      sittings: [-379, -376, -370, -366],
      answers: secondYear,
      completed: { on: -361, role: 'programme manager', reviewedBy: 'Marcia Holloway, with Ruth Pattanaik for the trustees' },
      correction: {
        on: -318,
        reason:
          'Our trustee for safeguarding read the supervision notes. Six online mentors had none since the spring, so 3.3 was not yet good practice.',
        answers: secondYearCorrected,
        completed: {
          on: -316,
          dated: -361,
          role: 'programme manager',
          reviewedBy: 'Marcia Holloway, with Ruth Pattanaik for the trustees',
        },
      },
    },
    {
      scope: 'all',
      programme: null,
      lead: MARCIA,
      sittings: [-16, -9, -5],
      answers: thirdYear,
      putOff: ['5.5'],
    },
  ],
}
