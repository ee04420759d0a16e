import type { Answers } from '../story.ts'

/** The first time round: short answers, mostly honest shrugs. */
export const firstYear: Answers = {
  '1.1': {
    rating: 'developing',
    have: '1',
    says: 'We wrote a two-page description of the project for our first three-year grant, in {9 months ago}. The aims and the numbers are in it. What should change for young people is vaguer, and new mentors hear it from Declan, from memory.',
    will: [
      {
        what: 'Turn the grant description into a one-page theory of change, with four young people and three mentors in the room',
        who: 'Marcia Holloway',
        by: -640,
        priority: 'high',
        done: { on: -652, changed: 'It is on the wall, in the mentor pack and in every funding bid since.' },
      },
    ],
  },
  '1.2': {
    rating: 'undeveloped',
    says: 'We count sessions and matches. Nothing tells us how anyone is doing, apart from an end form that five people filled in.',
    will: [
      {
        what: 'Choose one short wellbeing questionnaire and use it at the first and the last session',
        who: 'Hana Vilks',
        by: -610,
        priority: 'highest',
        done: { on: -598, changed: 'Seven questions, four minutes. 31 first answers in the first year.' },
      },
    ],
  },
  '1.3': {
    rating: 'developing',
    have: '3 5',
    says: 'Schools tell us whom they would like us to see. We also ran a pizza evening with 14 young people in {5 months ago} and stuck what they said on the office wall. It is still there.',
  },
  '1.4': {
    rating: 'undeveloped',
    says: 'There is no set time for this. We change things when they break.',
    notes: 'Priya thinks we do this “all the time, informally”. I don’t think we do.',
    will: [
      {
        what: 'Put two half-days a year in everyone’s diary to look at how the programme is designed',
        who: 'Priya Ransome',
        by: -560,
        priority: 'medium',
        done: { on: -548, changed: 'The first was good. The second kept being moved, and then was not held.' },
      },
    ],
  },
  '2.1': {
    rating: 'developing',
    have: '1 4',
    says: 'There is a role description and a list of qualities, last edited before most of us joined. Of 22 mentors, 17 are women, and 15 heard of us through the same university.',
    will: [
      {
        what: 'Ask a barber’s, a mosque, two churches and the leisure centre to carry our advert for mentors',
        who: 'Declan Osei',
        by: -600,
        priority: 'high',
        done: { on: -571, changed: 'Nine applications, six of them from men. The barber’s alone brought four.' },
      },
    ],
  },
  '2.2': {
    rating: 'good',
    have: '1 2 3',
    says: 'Two of us interview everybody, using the same nine questions. Two references, one from work or study. Notes stay in the recruitment folder until the mentor leaves.',
  },
  '2.3': {
    rating: 'good',
    have: '1 2 3',
    says: 'Trustees signed the policy off in {2 months ago}. Mentoring roles are eligible for an enhanced check, and nobody meets a young person before it is back. Staff and mentors all do the two-hour course; online mentors did theirs by video.',
    shows: [{ title: 'Register of checks', place: 'Shared drive, People, “Checks register” (Agnieszka has the password)' }],
  },
  '2.4': {
    rating: 'developing',
    have: '3 4',
    says: 'Referral forms come by e-mail, which worries us, and are moved to a locked folder the same week. Mentors get a spoken summary from whoever made the match. We could not show you a rule for what goes into that summary.',
    will: [
      {
        what: 'Write down what a mentor is told about a young person, and who decides',
        who: 'Marcia Holloway',
        by: -650,
        priority: 'highest',
        done: { on: -660, changed: 'Half a page. Two mentors said they now ask fewer awkward questions in the first session.' },
      },
      {
        what: 'Stop taking referrals by e-mail: find a secure form',
        who: 'Agnieszka Farrow',
        by: -590,
        priority: 'high',
        done: { on: -540, changed: 'All five schools use it. One still rings first to check that it has arrived.' },
      },
    ],
  },
  '2.5': {
    rating: 'developing',
    have: '1',
    says: '10 to 17, living or at school in Lewisham, and “would benefit from a trusted adult”. That last part lets almost anyone in.',
  },
  '3.1': {
    rating: 'good',
    have: '1.1 1.2 1.3 1.5 1.11',
    says: 'Six hours over two evenings before a first match. All 22 of this year’s mentors have done both.',
  },
  '3.2': {
    rating: 'developing',
    have: '1.1',
    says: 'One safeguarding refresher since the spring. Two other evenings were called off because fewer than four people could come.',
  },
  '3.3': {
    rating: 'developing',
    have: '3',
    says: 'An evening together each term, and a phone call for any mentor who asks. The quiet ones do not ask.',
    will: [
      {
        what: 'Give each mentor a named supervisor and a date every six weeks',
        who: 'Declan Osei',
        by: -620,
        priority: 'highest',
        done: { on: -605, changed: 'Started with the 14 pairs who meet in person. The online mentors came into it much later.' },
      },
    ],
  },
  '3.4': {
    rating: 'good',
    have: '1 3',
    says: 'Everyone passes the level 2 course within a month of their interview. Certificates are in each person’s file.',
  },
  '3.5': { rating: 'undeveloped', says: 'Nothing is planned beyond the above.' },
  '4.1': {
    rating: 'developing',
    have: '1',
    says: 'Mentors have a handbook of 31 pages that we suspect nobody reads. Young people get a chat with Joel and a card with his number on it.',
  },
  '4.2': {
    rating: 'developing',
    have: '1',
    says: 'Marcia reads both forms and goes with her instinct. Three of the last 26 matches ended in the first two months.',
    will: [
      {
        what: 'Draw up a matching form that both sides fill in, and have two people agree each match',
        who: 'Marcia Holloway',
        by: -580,
        priority: 'medium',
        done: { on: -566, changed: 'One early ending out of 29 since.' },
      },
    ],
  },
  '4.3': { rating: 'undeveloped', says: 'When a match wobbles, somebody rings Marcia.' },
  '4.4': {
    rating: 'undeveloped',
    says: 'Matches fade. Eleven stopped in the past year without a last session, and of four we heard only weeks later, from the school.',
    notes: 'The one I am least proud of. A mum told me her son waited at the library twice.',
    will: [
      {
        what: 'Agree how a match ends: notice, a last session, a card, a call to the family, and what happens when someone just stops coming',
        who: 'Marcia Holloway',
        by: -570,
        priority: 'highest',
        done: {
          on: -577,
          changed: 'Every match since the spring has had a planned ending, apart from two families who moved away.',
        },
      },
    ],
  },
  '5.1': {
    rating: 'developing',
    have: '2',
    says: 'Session notes are full of more than school: sleep, friendships, a granddad’s funeral. We do not look across them in any planned way.',
  },
  '5.2': {
    rating: 'developing',
    have: '1',
    says: 'Pairs who meet in person use cafés and libraries, and the policy allows public places only. It has not a word on video calls, which are now a third of what we do.',
    will: [
      {
        what: 'Add a section on online sessions to the safeguarding policy: cameras, bedrooms, recording, who else is in the room',
        who: 'Hana Vilks',
        by: -660,
        priority: 'highest',
        done: { on: -671, changed: 'Trustees passed it. Families get the one-page version.' },
      },
    ],
  },
  '5.3': {
    rating: 'developing',
    have: '1',
    says: 'We have a form. About half come in, some as photographs of a notebook.',
  },
  '5.4': {
    rating: 'good',
    have: '3',
    says: 'Pairs choose together. The only box on the form that has to be filled in is “What does your mentee want to do next time?”',
  },
  '5.5': {
    rating: 'developing',
    says: 'Some mentors are good at this because of the jobs they do. It is luck who gets one of those.',
  },
  '5.6': { rating: 'undeveloped', says: 'There is a group chat, used mainly to swap session times.' },
  '6.1': {
    rating: 'developing',
    have: '1',
    says: 'Young people chose our name and colours when we began. Since then we have asked their opinion about twice a year and made most of the decisions ourselves.',
  },
  '6.2': {
    rating: 'good',
    have: '1 2',
    says: 'The welcome card says whom to tell and how, with a text number for people who hate phoning. Joel goes through it with each young person and their parent at the first meeting.',
  },
  '6.3': {
    rating: 'developing',
    have: '1',
    says: 'A paper questionnaire in the summer: 9 back out of 26, all of them kind.',
  },
  '6.4': { rating: 'undeveloped', says: 'Trustees read about young people in reports. They have not yet met in the same room.' },
  '6.5': {
    rating: 'developing',
    have: '1',
    says: 'A picnic in {4 months ago} with certificates. Forty people came, including somebody’s six cousins.',
  },
  '7.1': {
    rating: 'developing',
    have: '2',
    says: 'The grant has three targets (30 matches, 24 sessions each, 80% staying six months). We look them up when the report is due.',
  },
  '7.2': {
    rating: 'developing',
    have: '1',
    says: 'The charity has a risk register. Mentoring has two lines in it, and both say “medium”.',
  },
  '7.3': {
    rating: 'undeveloped',
    says: 'We have never evaluated the programme. A student’s dissertation is the nearest thing to it.',
  },
  '7.4': {
    rating: 'developing',
    have: '1',
    says: 'We ask mentors how it is going at the Christmas social. They say it is going well; it is the Christmas social.',
  },
  '8.1': {
    rating: 'developing',
    have: '1 3',
    says: 'Five of seven trustees live in the borough. None is under 40. The equality policy was reviewed in {last year}.',
  },
  '8.2': {
    rating: 'good',
    have: '1 2 3',
    says: 'Priya reports to the board, Marcia runs mentoring, and job descriptions were rewritten when Hana joined. Mentoring has a place on every agenda.',
  },
  '8.3': {
    rating: 'good',
    have: '1 2 4',
    says: 'Independently examined accounts, monthly figures to the treasurer, a budget for two years. Four funders; the largest is 58% of our income, which is more than we would like.',
  },
  '8.4': {
    rating: 'developing',
    have: '1',
    says: 'We have a mission sentence. The strategy ran out in {3 months ago} and the new one is a set of notes.',
  },
  '8.5': {
    rating: 'developing',
    says: 'There is £150 a head for training. Most of it was not spent, because nobody could be spared.',
  },
  '8.6': {
    rating: 'developing',
    have: '2',
    says: 'One-to-ones happen every month and are helpful. Yearly reviews last happened for three staff out of six.',
  },
  '8.7': {
    rating: 'undeveloped',
    says: 'We found nineteen policies in four places. Two were both called “final”.',
    will: [
      {
        what: 'Gather every policy into one folder, delete the old ones, and list the dates they are due for review',
        who: 'Agnieszka Farrow',
        by: -600,
        priority: 'medium',
        done: { on: -512, changed: 'Nineteen became twelve. The list of dates is still missing for five of them.' },
      },
    ],
  },
}
