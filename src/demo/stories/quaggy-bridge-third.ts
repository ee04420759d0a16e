import type { Answers } from '../story.ts'

const DECLAN = 'declan@quaggybridge.example'

/** This year's, about two thirds done. */
export const thirdYear: Answers = {
  '1.1': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'Still one page, and now in its third version. In {7 months ago} the steering group crossed out “resilience” (“sounds like putting up with stuff”) and wrote “having people”. We dropped the homework club the same month, because nobody could find it on the page.',
    shows: [{ title: 'Theory of change, third version', link: 'https://quaggybridge.example/about/theory-of-change' }],
  },
  '1.2': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Same three outcomes and seven questions, two of them in easier words since 10 and 11 year olds tried them out. All mentees are asked at the start, at six months and at the end. Second scores are in for 34 of 41.',
  },
  '1.3': {
    rating: 'good',
    have: '1 2 3 5 6',
    says: 'Before planning the year we now put three things side by side: what is said at the two open evenings, the borough’s school-move figures, and Joel’s half-made map of who else is doing what. It showed us that Bellingham and Downham send few referrals and have the fewest groups, so that is where we started the new school link.',
  },
  '1.4': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Two review days, in {8 months ago} and {2 months ago}. Each ends with a list of at most three changes and a date to see whether they worked. From the spring list: shorter waiting time (worked), walking sessions (worked), monthly newsletter (did not; stopped).',
  },
  '2.1': {
    rating: 'good',
    have: '1 3 4 5',
    says: '34 mentors: 19 women, 15 men; 20 of them Black, Asian or of mixed heritage, as are 31 of 41 mentees. Few mentors under 25, and none who signs. Two of our young deaf referrals waited five months.',
    will: [
      {
        what: 'Visit the deaf centre and the college’s access team with the steering group, to ask how they would advertise for mentors who sign',
        who: 'Declan Osei',
        by: 55,
        priority: 'high',
      },
    ],
    by: DECLAN,
  },
  '2.2': {
    rating: 'excellent',
    have: '1 2 3 4',
    says: 'No change to the panels, which work. New this year: candidates meet two mentees over squash and biscuits first, and hear the result from a person rather than an e-mail. Of 23 interviewed, 15 were accepted; four of the eight we turned down thanked us for how it was done.',
    by: DECLAN,
  },
  '2.3': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Policy reviewed and signed by Ruth in {1 month ago}. All 34 mentors and six staff are trained; the last refresher was missed by three people, who did it within a fortnight. Nine concerns, two passed to children’s social care. The board reads a one-page summary every quarter.',
    shows: [
      { title: 'Safeguarding policy', link: 'https://quaggybridge.example/policies/safeguarding' },
      { title: 'Quarterly summaries to the board', place: 'Shared drive, Trustees, Safeguarding (Ruth, Priya and Marcia only)' },
    ],
  },
  '2.4': {
    rating: 'good',
    have: '1 2 3 4 5',
    says: 'Agnieszka checked in {3 months ago} who can open the referral folder: nine people could, four needed to, and now four can. All mentors were briefed again after one forwarded a message with a surname in it.',
  },
  '2.5': { rating: 'good', says: '' },
  '3.1': {
    rating: 'excellent',
    have: '1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.11 1.12',
    says: 'Former mentees lead the whole of the second evening. Six weeks in, we ask each new mentor what they wish they had known. Twice the answer was “how to sit in silence”, so there is now an exercise in which nobody may talk for three minutes. It is everyone’s favourite, afterwards.',
    shows: [{ file: 'What new mentors wish they had known.jpg', picture: 'notes-on-a-wall.jpg' }],
    by: DECLAN,
  },
  '3.2': {
    rating: 'good',
    have: '1.1 1.2 1.3 1.4 1.5',
    says: 'Five evenings, each run twice. The one on families was led by two parents and had the best turnout we have seen, 27 of 34.',
    by: DECLAN,
    meanwhile: {
      by: 'marcia@quaggybridge.example',
      says: 'Five evenings, each run twice. Best attended: families, led by two parents (27 came). Worst: the online one about online mentoring, which the video link ended after ten minutes.',
    },
  },
  '3.3': {
    rating: 'good',
    have: '1 2 3',
    says: 'After last year’s correction Ruth asked for a list every quarter. All 34 mentors have had supervision in the past seven weeks, online mentors included, and there is a note for each.',
    notes: 'Would have said excellent, but mentees’ feedback does not reach supervision yet. Next year.',
    shows: [
      {
        file: 'supervision-dates.csv',
        holds:
          'Supervisor,Mentors,Seen in the last 7 weeks,Notes on file\nDeclan,11,11,11\nHana,12,12,12\nMarcia,7,7,7\nJoel,4,4,4\n',
      },
    ],
    by: DECLAN,
  },
  '3.4': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'Cases for the refresher come from our own nine concerns, with the details changed, and mentors work out what they would write down and whom they would ring. The designated lead joins one supervision group each term. A mentor of two months noticed, wrote and rang within the hour in {5 months ago}.',
  },
  '3.5': {
    rating: 'developing',
    have: '2 4',
    says: 'Experienced mentors help at induction and one is training as a supervisor. That came about by chance, not by a plan.',
    will: [
      {
        what: 'Agree with each mentor in their third year one thing they will learn and one they will pass on',
        who: 'Declan Osei',
        by: 120,
        priority: 'medium',
      },
    ],
  },
  '4.1': {
    rating: 'good',
    have: '1 2 3 4 5',
    says: 'Handbook, mentee card and session starters are all in date. The short film that the steering group made (two minutes, on a phone) now goes out with the first letter.',
  },
  '4.2': {
    rating: 'excellent',
    have: '1 2 4 5',
    says: 'Since the spring young people meet two possible mentors and say which; the one who is not chosen hears from us the same day. Only one match in 38 has ended early. Where somebody asked for a mentor of their own faith or background we managed it for 11 of 14.',
  },
  '4.3': {
    rating: 'good',
    have: '1 2 3',
    says: 'Agreement, induction hour and, in draft, the two pages on “when it gets hard”. Mentors have used the draft seven times already. It still says too little on a mentee who comes to depend on it.',
    will: [
      {
        what: 'Finish the two pages and add the part on depending too much, with the school counsellor’s advice',
        who: 'Marcia Holloway',
        by: 10,
        priority: 'high',
      },
    ],
  },
  '4.4': {
    rating: 'good',
    have: '1 2 3',
    says: '26 of 28 endings went to plan. We rang ten young people three months afterwards: eight spoke warmly, and two said that they would have liked a way to write to their mentor once more. Trustees have asked us to think about that carefully.',
    will: [
      {
        what: 'Decide whether, and how safely, a mentee may write once more after a match has ended',
        who: '',
        by: null,
        priority: null,
      },
    ],
  },
  '5.1': {
    rating: 'good',
    have: '1 2 3 4',
    says: '34 pairs of scores: 23 up, 7 level, 4 down. We met the families of all four. Teachers and youth workers come to a “people around you” tea if the young person invites them; 16 did.',
  },
  '5.2': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'The list is up to 17 places, including the two walking routes, each looked at again this year. Hana drops in on one online session in ten, announced as a possibility at the start of every match.',
  },
  '5.3': {
    rating: 'good',
    have: '1 2 4',
    says: '92% of notes within a week. Mentors see only their own pair’s. Reading three good notes together at induction did more than any amount of reminding.',
    shows: [{ title: 'What a good session note looks like', place: 'Mentor pack, page 9' }],
  },
  '5.4': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'In last term’s texts 36 of 38 said “I choose what we do” always or mostly. Online pairs were the bored ones, so each now gets a £12 box by post: watercolours, a card game, seeds. One of them is growing chillies in Catford and reporting on it weekly 🌶️.',
  },
  '5.6': {
    rating: '',
    says: 'The ideas page is up to 40 entries, mostly ours. Three mentors have started a monthly breakfast at the café by the station. Ask Declan whether to count that?',
  },
  '6.1': {
    rating: 'good',
    have: '1 2 5 6 7',
    says: 'The steering group of seven meets monthly, has £600 of its own and two seats on the board from {in 2 months}. They said no to our idea of a mentor of the year award (“weird”), and that was that.',
  },
  '6.2': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'Card, text and film, in six languages. We rang 20 again: all 20 could say whom they would tell, and three had.',
    notes: 'The three are all known and closed. Do not describe them here.',
  },
  '6.3': {
    rating: 'developing',
    have: '1 4',
    says: 'Gone backwards, so we have rated it lower than last year. Only 17 of 41 answered the texts after we changed provider, and nobody noticed for a term. The phone calls at the end still happen.',
    will: [
      {
        what: 'Put the three questions back on the old number, and look at the response rate every month',
        who: 'Hana Vilks',
        by: 4,
        priority: 'highest',
        done: { on: -1, changed: 'Moved back. 12 answers came in within three days.' },
      },
      {
        what: 'Ask parents and carers in the same way, which we stopped doing in the spring',
        who: 'Hana Vilks',
        by: 35,
        priority: 'high',
      },
    ],
  },
  '6.4': {
    rating: 'developing',
    have: '3',
    says: 'Three trustees came to the second review day and stayed for the washing-up. The first board meeting in the youth space is in the diary.',
  },
  '6.5': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Thirty-one last-session showings so far. We have begun to take a photograph of what was shown, never of who: a bridge made of bricks, a bus pass, page one of a CV, a very flat cake.',
  },
}
