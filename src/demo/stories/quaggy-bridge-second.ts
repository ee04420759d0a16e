import type { AnswerStory, Answers } from '../story.ts'

const DECLAN = 'declan@quaggybridge.example'

/** A year on: most of the plan was done, and it shows. */
export const secondYear: Answers = {
  '1.1': {
    rating: 'good',
    have: '1 2 3',
    says: 'A one-page theory of change, made in {9 months ago} with three mentors and four young people. It hangs in both meeting rooms and opens the mentor pack. When we asked eight mentors in supervision what the programme is for, seven gave much the same answer.',
    shows: [
      { title: 'Theory of change, one page', link: 'https://quaggybridge.example/about/theory-of-change' },
      { title: 'Notes of the afternoon we made it', place: 'Shared drive, Mentoring, Design, “ToC afternoon”' },
    ],
  },
  '1.2': {
    rating: 'good',
    have: '1 2 3',
    says: 'Three outcomes: feeling able to ask for help, having an adult to turn to, looking forward to something. Hana keeps a table of which question measures which. Everybody gets the seven questions at the first session and again at six months or the end.',
    will: [
      {
        what: 'Try the questions out with two groups of 10 and 11 year olds, and put the ones they stumble over into easier words',
        who: 'Hana Vilks',
        by: -150,
        priority: 'medium',
        done: {
          on: -142,
          changed: 'Two questions reworded. The youngest now finish without an adult explaining.',
        },
      },
    ],
  },
  '1.3': {
    rating: 'developing',
    have: '1 3 5',
    says: 'We hold the pizza evening twice a year now and type up what is said. Ward profiles came from the council. Joining the two into a decision about whom to reach is still done by whoever writes the bid.',
    will: [
      {
        what: 'Map who else offers mentoring in Lewisham, by age and by ward, and bring it to the spring planning day',
        who: 'Joel Adomako',
        by: -34,
        priority: 'medium',
      },
    ],
  },
  '1.4': {
    rating: 'developing',
    have: '1',
    says: 'One review day held, in {6 months ago}, out of the two we planned. It led to shorter first sessions. The autumn one was moved three times.',
    notes: 'Suggest to Priya that we fix the date a year ahead and invite the trustees, so that it cannot slip.',
    will: [
      {
        what: 'Fix both review days for the coming year, with the trustees invited',
        who: 'Priya Ransome',
        by: -290,
        priority: 'high',
        done: { on: -301, changed: 'Both were held. Two trustees and three mentees came to the second.' },
      },
    ],
  },
  '2.1': {
    rating: 'good',
    have: '1 3 4 5',
    says: 'The criteria are five plain sentences that mentees helped to word (“turns up”, “doesn’t talk over you”). We advertise in eleven places chosen on purpose. Mentors are now 60% women, down from 77%, and a third grew up in the borough.',
    by: DECLAN,
  },
  '2.2': {
    rating: 'excellent',
    have: '1 2 3 4',
    says: 'Two young people from the steering group sit on every panel and ask two of the nine questions. Marcia and Declan have both done Safer Recruitment training. In {8 months ago} we looked back at 40 interviews: the question about keeping a secret told us most, and “why do you want to mentor?” told us nothing, so it has gone.',
    shows: [{ title: 'Interview questions and score sheet', place: 'Shared drive, Mentoring, Recruitment, Interviews' }],
    by: DECLAN,
  },
  '2.3': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Policy reviewed in {2 months ago}; Ruth, our trustee for safeguarding, signs it. Checks are renewed every three years, and Agnieszka chases three months ahead. Each referral is scored for risk by two of us. There were six concerns this year, all passed on within the day.',
    shows: [
      { title: 'Safeguarding policy', link: 'https://quaggybridge.example/policies/safeguarding' },
      {
        title: 'Register of checks, with renewal dates',
        place: 'Shared drive, People, “Checks register” (Agnieszka has the password)',
      },
    ],
  },
  '2.4': {
    rating: 'good',
    have: '1 2 3 4 5',
    says: 'Referrals arrive through the secure form only. What mentors are told fits on half a page, and a young person can ask to see it. Retention schedule: two years after the match ends, then deleted by Agnieszka on the first of the month.',
  },
  '2.5': {
    rating: 'good',
    have: '1 2',
    says: 'Rewritten with two heads of year: 10 to 17, in Lewisham, has lost touch with an adult who mattered or is about to change school. Out of 44 referrals we said no to seven, and told each school where else to try.',
  },
  '3.1': {
    rating: 'good',
    have: '1.1 1.2 1.3 1.4 1.5 1.7 1.10 1.11',
    says: 'Still two evenings, now with a checklist that the mentor and Declan both sign. New this year: what to do about messages sent at midnight, and a half-hour led by Amira and Jonah, who were mentored here themselves.',
    shows: [
      {
        file: 'induction-checklist.txt',
        holds: `Quaggy Bridge Mentoring: induction checklist

First evening
[ ] Why we mentor, and what young people say they want from it
[ ] Your role, and what it is not
[ ] Safeguarding: signs, listening, writing it down, ringing Marcia or Priya the same day
[ ] Code of conduct: lifts, gifts, phones, social media, midnight messages

Second evening
[ ] First session, step by step, with Amira and Jonah
[ ] Meeting online: camera, where you sit, who else is in the room
[ ] Session notes, and where they are kept
[ ] Supervision: who, when, and what to bring
[ ] Endings: how we say goodbye well

Signed by the mentor ....................   Signed by the coordinator ....................
`,
      },
    ],
    by: DECLAN,
  },
  '3.2': {
    rating: 'good',
    have: '1.1 1.2 1.3 1.5',
    says: 'Four evenings a year, dates set in {11 months ago}, each held twice so that shift workers can come. Topics were picked from what came up in supervision. Between 60 and 75% of mentors come to any one of them.',
    by: DECLAN,
  },
  '3.3': {
    rating: 'good',
    have: '1 3',
    says: 'Every mentor has a named supervisor and meets them every six weeks, with a short note afterwards.',
    by: DECLAN,
  },
  '3.4': {
    rating: 'good',
    have: '1 2 3',
    says: 'As last year, and we added a yearly refresher built round three made-up cases. Attendance lists go to the trustees.',
    by: DECLAN,
  },
  '3.5': {
    rating: 'developing',
    have: '2',
    says: 'There is a training timetable. It treats a mentor in their fifth year like one in their first.',
    will: [
      {
        what: 'Ask experienced mentors what they would like to learn or lead, and plan three things from the answers',
        who: '',
        by: 40,
        priority: 'low',
      },
    ],
  },
  '4.1': {
    rating: 'good',
    have: '1 3 4 5',
    says: 'The 31 pages are now twelve, with pictures. Mentees get a folded card of their own: what a mentor is, what they are not, how to stop, how to complain. A version in Somali and one in Portuguese were read over by parents.',
  },
  '4.2': {
    rating: 'good',
    have: '1 4',
    says: 'Both sides fill in the same form, and two of us agree each match and write one line on why. We ask what someone would like a mentor to understand about their background; about half want that talked about and half firmly do not.',
    will: [
      {
        what: 'Run the training on culture and identity in mentoring for everyone who makes matches',
        who: 'Marcia Holloway',
        by: -95,
        priority: 'medium',
        done: { on: -88, changed: 'All four of us did it. We took out a question that assumed everyone has one home language.' },
      },
    ],
  },
  '4.3': {
    rating: 'developing',
    have: '1 2',
    says: 'A signed agreement, and an hour on it at induction. There is no written guidance for when things have already gone wrong, and dependence is a word we avoid.',
    will: [
      {
        what: 'Write two pages on “when it gets hard”: silence, no-shows, crossed lines, leaning too much',
        who: 'Declan Osei',
        by: -12,
        priority: 'high',
      },
    ],
  },
  '4.4': {
    rating: 'good',
    have: '1 2 3',
    says: 'Seven months’ work, and the change we are proudest of. Everyone knows the end date from the start. Six weeks before, the pair plan the last session; the family gets a call; the young person gets a card with three things the mentor noticed about them. 19 of 21 endings were planned.',
    shows: [{ title: 'How we end a match (one page)', link: 'https://quaggybridge.example/mentors/endings' }],
  },
  '5.1': {
    rating: 'good',
    have: '1 2 4',
    says: 'The seven questions are about feelings, friends and asking for help. 31 young people have a first score and 18 a second: 13 rose, 3 stayed the same and 2 fell. Mentors draw a “people map” with their mentee in the third session and come back to it at the end.',
  },
  '5.2': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'In person: a list of 14 places, each visited and written up by Joel. Online: our own video rooms, staff can drop in, cameras optional for mentees, nobody in bed, no recording. Both are in the policy and the code of conduct.',
  },
  '5.3': {
    rating: 'developing',
    have: '1 4',
    says: 'Three quarters of notes now come in within the week, by phone form. The paper ones from before are in a cabinet that Agnieszka can open and so, it turns out, can the cleaner.',
    will: [
      {
        what: 'Shred the paper notes that are past their date, scan the rest, and change the cabinet lock',
        who: 'Agnieszka Farrow',
        by: 9,
        priority: 'high',
      },
    ],
  },
  '5.4': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'Young people write their own plan in the second session and rip it up whenever they like. What pairs did last term, from the notes: chess, a family recipe, a mock interview, bus routes to a new school, learning to sew on a badge, a letter to a councillor about a broken basketball hoop. The hoop was mended.',
  },
  '5.5': {
    rating: 'less-relevant',
    says: '',
    because:
      'Two thirds of our mentees are 10 to 13, and none has yet left school. We tell mentors of older ones where their school’s careers adviser sits, and leave it there.',
  },
  '5.6': {
    rating: 'developing',
    says: 'A page of good ideas goes round with the dates for training. Mentors read it (we asked) and have added two things to it in a year.',
  },
  '6.1': {
    rating: 'developing',
    have: '1 6',
    says: 'A steering group of five began in {5 months ago}, aged 12 to 17. So far they sit on interview panels and chose where the picnic was. They have asked to see the budget; we are working out how to show it.',
    will: [
      {
        what: 'Show the steering group this year’s budget and give them £600 of it to decide on',
        who: 'Joel Adomako',
        by: -240,
        priority: 'high',
        done: { on: -222, changed: 'They spent £380 on bus fares for online mentees to meet in person, and saved the rest.' },
      },
    ],
  },
  '6.2': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'Young people rewrote the card. It now begins “You will not get anyone into trouble by asking”. Parents get it as a text message with a link, in five languages. We rang 20 mentees and asked whom they would tell: 18 could say.',
  },
  '6.3': {
    rating: 'good',
    have: '1 3 4',
    says: 'Three questions by text in the fourth session, and a phone call at the end made by someone who is not the mentor. 24 of 31 answered. From a parent: “he hums when he comes home from it”.',
  },
  '6.4': {
    rating: 'undeveloped',
    says: 'Still just the reports. Two trustees have said that they would like to come to something.',
    will: [
      {
        what: 'Hold one board meeting a year in the youth space, with the steering group setting the first half of the agenda',
        who: 'Priya Ransome and Ruth Pattanaik',
        by: 12,
        priority: 'high',
      },
    ],
  },
  '6.5': {
    rating: 'good',
    have: '1 3 4',
    says: 'The picnic, bigger. And a new thing: in the last session the mentee shows one person of their choice what they have done. Choices this year: nine mums, four teachers, two older brothers, a dad by video from Lagos, a youth justice worker.',
  },
  '7.1': {
    rating: 'good',
    have: '1 2 3',
    says: 'Eight indicators on a single sheet, filled in by Hana on the last Friday of the month and looked at in the next team meeting. Targets were set by us, not copied from the grant.',
    shows: [{ title: 'Monthly sheet', place: 'Shared drive, Mentoring, Figures' }],
  },
  '7.2': {
    rating: 'good',
    have: '1 2',
    says: 'The mentoring register has eleven risks, each with a name. After a mentor was followed home from a session in {7 months ago} we changed two meeting places within the week and added lone travel to induction.',
  },
  '7.3': {
    rating: 'developing',
    have: '1 3',
    says: 'A written plan, first and second measures, and a student on placement who checked our sums and found two mistakes. Nobody independent has looked at whether we are asking the right things.',
    will: [
      {
        what: 'Ask three universities about a small outside evaluation, and what it would cost',
        who: 'Priya Ransome',
        by: null,
        priority: 'medium',
      },
    ],
  },
  '7.4': {
    rating: 'good',
    have: '1 4 5',
    says: 'Supervision notes end with “one thing the programme should change”. Declan lists them, and twice a year everybody gets a page of what we did about it. Of 37 suggestions, 22 happened.',
  },
  '8.1': {
    rating: 'developing',
    have: '1 2 3',
    says: 'A trustee of 24 has joined who was mentored here at 15. We have not yet compared staff, mentors and mentees on paper; we think that we know, which is not the same.',
    will: [
      {
        what: 'Compare the board, staff, mentors and mentees by age, gender, ethnicity and where they grew up, without names',
        who: 'Priya Ransome',
        by: 62,
        priority: 'medium',
      },
    ],
  },
  '8.2': {
    rating: 'good',
    have: '1 2 3',
    says: 'Unchanged, and it works. We added who stands in for whom after both Marcia and Priya had flu in one week.',
  },
  '8.3': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'The largest funder is now 41% of income. Six months’ running costs in reserve, a list of fourteen funds with deadlines, and a small fee from two schools.',
  },
  '8.4': {
    rating: 'good',
    have: '1 2 3',
    says: 'A four-year strategy was agreed in {8 months ago}: fewer, longer matches; online for those who cannot travel; nobody waits more than eight weeks.',
  },
  '8.5': {
    rating: 'good',
    have: '2 3',
    says: 'Each of us has a learning plan of half a page and two days set aside for it. Joel shadowed a coordinator at another charity, and brought back the people map.',
  },
  '8.6': {
    rating: 'developing',
    have: '1 2',
    says: 'All six had a yearly review. Only two were watched at work, and young people’s views are not yet asked for.',
    will: [
      {
        what: 'Watch each of the six of us at work once, and talk about it the same week',
        who: 'Marcia Holloway',
        by: -120,
        priority: 'low',
        done: { on: -104, changed: 'Five out of six. Hana now lets silences go on for longer, and says so.' },
      },
    ],
  },
  '8.7': {
    rating: 'developing',
    have: '1 4',
    says: 'One folder, twelve policies, open on anyone’s phone. Five have no review date, and the flow chart for a disclosure is a photograph of a whiteboard.',
    will: [
      {
        what: 'Give the last five policies a review date and an owner',
        who: 'Agnieszka Farrow',
        by: -180,
        priority: 'medium',
        done: { on: -171, changed: 'Done, and two were found to say opposite things about lifts home. Both now say no.' },
      },
    ],
  },
}

/** What the trustee for safeguarding found when she read the file, six weeks after it was completed. */
export const secondYearCorrected: Readonly<Record<'3.3', AnswerStory>> = {
  '3.3': {
    rating: 'developing',
    have: '1 3',
    says: 'Mentors who meet in person have a named supervisor and see them every six weeks, with a short note afterwards. Six of our online mentors have no note since the spring, and had been told to “just call”. Group evenings go on as before.',
    will: [
      {
        what: 'Bring all online mentors into six-weekly supervision, with evening slots by video',
        who: 'Hana Vilks',
        by: -210,
        priority: 'highest',
        done: {
          on: -196,
          changed: 'All 12 have a slot. Three told us things in the first month that we should have known in the spring.',
        },
      },
    ],
    by: DECLAN,
  },
}
