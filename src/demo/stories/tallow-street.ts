import type { Story } from '../story.ts'

/** Two people and a borrowed room: the core indicators first. */
export const tallowStreet: Story = {
  organisation: {
    name: 'Tallow Street Peers',
    setUp: -12,
    kind: 'unincorporated',
    registrations: [],
    // Newham
    areas: ['E09000025'],
    models: ['peer', 'group'],
    mentorsPerYear: '11-25',
    youngPeoplePerYear: '1-25',
    marks: [],
  },
  people: [
    { name: 'Ifeoma Wray', email: 'ifeoma@tallowstreet.example', role: 'owner', does: 'runs it, three days a week' },
    { name: 'Kamil Sardar', email: 'kamil@tallowstreet.example', role: 'lead', does: 'runs it too, evenings' },
  ],
  assessments: [
    {
      scope: 'core',
      programme: null,
      lead: 'ifeoma@tallowstreet.example',
      sittings: [-11, -4],
      answers: {
        '1.1': {
          rating: 'developing',
          have: '2',
          says: 'Sixth-formers mentor year 7s for their first two terms, Thursdays after school, in the church hall. Everyone knows that much. Apart from one paragraph on the poster, it has not been written down.',
          will: [
            {
              what: 'Write our aims on one page, and ask the mentors whether it sounds like what they do',
              who: 'Ifeoma Wray',
              by: 11,
              priority: 'high',
            },
          ],
        },
        '1.2': {
          rating: 'undeveloped',
          says: 'We can tell that it helps. We could not show you.',
          will: [
            {
              what: 'Pick three questions to ask every year 7 in week one and in week twenty',
              who: 'Kamil Sardar',
              by: null,
              priority: null,
            },
          ],
        },
        '2.1': {
          rating: 'developing',
          have: '5',
          says: 'Mentors are whoever puts a hand up in assembly, and then whoever the head of sixth form doesn’t wince at. 12 this year: 8 girls, 4 boys, between them nine languages.',
        },
        '2.2': {
          rating: 'developing',
          have: '1',
          says: 'A ten-minute chat with both of us. Kamil writes down the answers in the blue book.',
          shows: [{ title: 'The blue book', place: 'Cupboard in the hall, top shelf; Ifeoma has the key' }],
        },
        '2.3': {
          rating: 'good',
          have: '1 2 3',
          says: 'We work under the school’s safeguarding policy, and have a one-page agreement with them about it. Both of us have enhanced checks. Mentors who are 16 and 17 are young people too, so we are always in the room. They get an hour with the school’s designated lead before they start.',
          shows: [{ title: 'Agreement with the school', place: 'Ifeoma’s folder, “School”, signed copy' }],
        },
        '2.4': { rating: '', says: '', have: '4' },
        '3.1': {
          rating: 'good',
          have: '1.1 1.2 1.3 1.5 1.7',
          says: 'One Saturday with lunch. Last year’s mentors run the part on what to do when nobody talks. We cover phones, secrets, favourites and what to do if someone cries.',
        },
        '3.3': {
          rating: 'good',
          have: '3',
          says: 'Fifteen minutes together at the end of every Thursday: what went well, who’s worrying you. Nobody goes home before it.',
          notes: 'Kamil says we should be writing these down. He’s right.',
        },
        '3.4': {
          rating: 'developing',
          have: '1',
          says: 'The hour with the designated lead at the start. Nothing after that.',
          will: [
            {
              what: 'Ask the school whether mentors can join its refresher in the new term',
              who: 'Ifeoma Wray',
              by: 24,
              priority: 'medium',
            },
          ],
        },
        '4.1': {
          rating: 'undeveloped',
          says: 'It’s all talking so far. A year 7 asked, three weeks in, whether the mentors were being punished.',
          will: [
            {
              what: 'A card for year 7s: who we are, why the mentors are here, how to say no',
              who: '',
              by: 30,
              priority: 'high',
            },
          ],
        },
        '5.1': {
          rating: 'developing',
          says: 'Homework, buses, friends, who to sit with at lunch. We follow where they lead. We don’t meet parents, except at the gate.',
        },
      },
      putOff: ['3.2'],
    },
  ],
}
