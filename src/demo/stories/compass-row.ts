import type { Story } from '../story.ts'
import { openDoor } from './compass-row-open-door.ts'
import { secondWind, secondWindCorrected } from './compass-row-second-wind.ts'

/** A larger organisation with several programmes across boroughs, and a quality mark that stands in for Standard 8. */
export const compassRow: Story = {
  organisation: {
    name: 'Compass Row Young London',
    setUp: -262,
    kind: 'registered-charity',
    registrations: ['GB-CHC-9999903', 'GB-COH-99999903'],
    // Barnet, Enfield, Hackney, Haringey, Islington
    areas: ['E09000003', 'E09000010', 'E09000012', 'E09000014', 'E09000019'],
    models: ['volunteer', 'professional', 'sports', 'group'],
    mentorsPerYear: '101-250',
    youngPeoplePerYear: '251-500',
    marks: ['London Youth Quality Mark', 'Investing in Volunteers'],
  },
  people: [
    {
      name: 'Josephine Achterlonie',
      email: 'josephine@compassrow.example',
      role: 'owner',
      does: 'head of practice and quality',
    },
    { name: 'Tobias Marchetti-Bello', email: 'tobias@compassrow.example', role: 'lead', does: 'leads Second Wind' },
    { name: 'Esra Whitcombe', email: 'esra@compassrow.example', role: 'lead', does: 'leads Open Door' },
  ],
  assessments: [
    {
      scope: 'all',
      programme: 'Second Wind, sports mentoring for 11 to 16 year olds',
      lead: 'tobias@compassrow.example',
      sittings: [-238, -231, -224],
      answers: secondWind,
      exemption: { standard: 8, mark: 'London Youth Quality Mark', level: 'Gold', awarded: -580, expires: 515 },
      completed: {
        on: -217,
        role: 'programme lead, Second Wind',
        reviewedBy: 'Josephine Achterlonie, with the bench (youth board)',
        foreword: {
          says: 'Second Wind began with six boxers and a kettle. It is now two hundred sessions a year, and it was time to look at what we do as closely as we look at how a young person stands in the ring.\n\nThis is what we found: what is in place, what we are proud of, and what we still owe the young people who come to us. We hope it is useful to others who mentor through sport.',
          by: 'Josephine Achterlonie, head of practice and quality',
        },
      },
      correction: {
        on: -2,
        reason: 'The training register counted seven people at Edmonton who had only been booked, so 3.4 said too much.',
        answers: secondWindCorrected,
      },
    },
    {
      scope: 'all',
      programme: 'Open Door, for young people in and leaving care',
      lead: 'esra@compassrow.example',
      sittings: [-6],
      answers: openDoor,
      exemption: { standard: 8, mark: 'London Youth Quality Mark', level: 'Gold', awarded: -580, expires: 515 },
    },
  ],
}
