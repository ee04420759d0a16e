import type { Answers } from '../story.ts'

/** Sports-based mentoring in three boroughs. Standard 8 is covered by the quality mark. */
export const secondWind: Answers = {
  '1.1': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'Second Wind’s logic model covers all three boroughs and was last revised in {4 months ago}, at a day attended by nine coach-mentors and eleven young people. Aims, objectives, outputs, outcomes and the session format are set out on two sides. As a result of that day, match-day trips were moved from “reward” to “part of the programme”.',
    shows: [
      { title: 'Second Wind logic model', link: 'https://compassrow.example/second-wind/logic-model' },
      { title: 'Delivery manual, version 6', place: 'Intranet, Programmes, Second Wind, Manual' },
    ],
  },
  '1.2': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Four outcomes, nine measures, all in the organisation-wide outcomes framework. Coach-mentors collect a start and a twelve-week questionnaire on tablets at the side of the pitch. Attendance comes from the sign-in app.',
  },
  '1.3': {
    rating: 'good',
    have: '1 2 4 5 6',
    says: 'Our insight team produces a two-page profile for each new site, from ward data, interviews with six local groups and a survey of at least 40 young people. For Edmonton it told us that girls wanted mornings; sessions moved to 10 o’clock on Saturdays, and girls are now 44% of those who come.',
  },
  '1.4': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Twice-yearly programme reviews, with a change log. Since the last one: groups capped at twelve, boxing drill replaced at two sites, and one venue closed after attendance fell below five.',
    will: [
      {
        what: 'Invite two mentees per borough to the autumn programme review, and pay their travel',
        who: 'Tobias Marchetti-Bello',
        by: -46,
        priority: 'medium',
        done: { on: -51, changed: 'Five came. They spotted that our “drop-outs” had mostly changed school.' },
      },
    ],
  },
  '2.1': {
    rating: 'good',
    have: '1 2 3 4 5',
    says: 'Coach-mentors are employed, so the job description, person specification and marking grid are standard. Posts go out through grassroots clubs as well as job boards. 29 of 46 are from a minority ethnic background, 15 are women; disabled coaches remain very few, at two.',
    will: [
      {
        what: 'Offer two paid traineeships for disabled coaches with the inclusion partnership, and report on who applied',
        who: 'People team, with Tobias Marchetti-Bello',
        by: 80,
        priority: 'high',
      },
    ],
  },
  '2.2': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Panel of three, at least one with Safer Recruitment certification, plus a coached session with real players that counts for 40% of the mark. References are taken up by phone as well as in writing.',
  },
  '2.3': {
    rating: 'excellent',
    have: '1 2 3 4',
    says: 'Single central record for 118 people, audited twice a year; at the last audit one renewal was nine days late and is now done. The safeguarding team of three covers evenings and weekends. 41 concerns in the year, with a median of 35 minutes from first word to designated lead. Young people’s own version was drawn by a comic artist with the Hackney group.',
    shows: [
      { title: 'Safeguarding policy and procedures', link: 'https://compassrow.example/safeguarding' },
      { title: 'Audit of the single central record', place: 'Intranet, Safeguarding, Audits (restricted)' },
    ],
  },
  '2.4': {
    rating: 'good',
    have: '1 2 3 4 5',
    says: 'Referrals enter the case system through a portal. Coach-mentors see four fields: name, what helps, what to avoid, whom to ring. Everything else needs a reason and is logged. There is a data protection impact assessment, and yearly briefing is compulsory.',
  },
  '2.5': {
    rating: 'good',
    have: '1 2 3',
    says: '11 to 16, at least one fixed-term exclusion or attendance under 85%, willing to try. Pupil referral units and schools have the one-page guide. Self-referral opened in {10 months ago}; a fifth now come that way.',
  },
  '3.1': {
    rating: 'good',
    have: '1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.11 1.12',
    says: 'Three paid days before first contact, then four shadowed sessions. Completion is a condition of probation: 17 of 17 new starters this year.',
  },
  '3.2': {
    rating: 'good',
    have: '1.1 1.2 1.3 1.5 1.6',
    says: 'One training morning a month in term time. Most asked-for topic two years running: coping when a session kicks off. Working with families has not been covered since {18 months ago}.',
    will: [
      {
        what: 'Put a morning on working with families into the spring programme, planned with four parents',
        who: 'Shanice Oyelaran',
        by: -19,
        priority: 'medium',
      },
    ],
  },
  '3.3': {
    rating: 'good',
    have: '1 2 3',
    says: 'Monthly supervision with a borough lead, plus a clinical supervisor for group reflection every half-term. Rates are reported to the senior team: 94% in the last quarter, 81% in Enfield, where the lead’s post was vacant.',
  },
  '3.4': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'Level 3 for borough leads, level 2 for everybody else, contextual safeguarding for all since {8 months ago}. After each training we test with two scenarios on the following shift; pass rate up from 70 to 93%.',
  },
  '3.5': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Each coach-mentor has £400 and four days a year. The training needs survey in {6 months ago} had 43 replies. Six people are studying for a youth work qualification, two of whom were once participants.',
  },
  '4.1': {
    rating: 'good',
    have: '1 2 3 4 5',
    says: 'Coach-mentors’ manual, and a players’ charter which young people sign at the third session rather than the first, because they told us that signing things with strangers is off-putting.',
  },
  '4.2': {
    rating: 'developing',
    have: '1',
    says: 'Allocation is mostly by venue and timetable. Interests are asked about, and in practice the sport is decided by who is on shift. There is no training on culture in matching beyond the general equality course.',
    will: [
      {
        what: 'Trial a choice of two coach-mentors at the Tottenham and Ponders End sites for one term',
        who: 'Tobias Marchetti-Bello',
        by: 7,
        priority: 'highest',
      },
      {
        what: 'Commission half a day on matching across cultures for the five people who allocate',
        who: 'Shanice Oyelaran',
        by: -60,
        priority: 'medium',
        done: { on: -33, changed: 'Held once; a second date has been added for the two who were off.' },
      },
    ],
  },
  '4.3': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Section 5 of the manual has a ladder: talk, ask the lead, meet as three, change mentor. In a year, 31 got as far as the second rung and four changed. Dependence is covered with a worked example.',
  },
  '4.4': {
    rating: 'developing',
    have: '2 3',
    says: 'Twelve-week blocks finish with a tournament and medals, which young people love. Those who leave mid-block get no ending at all, and they are about one in five.',
    notes:
      'Funders count “completed 12 weeks”, so early leavers drop out of everyone’s sight. Raise at the senior team before next year’s targets are agreed.',
    will: [
      {
        what: 'Design a goodbye for people who leave in the middle: a call, a visit if they want one, a note to the referrer',
        who: 'Kwabena Ollivier',
        by: -27,
        priority: 'high',
      },
    ],
  },
  '5.1': {
    rating: 'good',
    have: '1 2 4',
    says: 'Warm-up and cool-down both have a two-minute check-in. 212 of 260 have a start and an end score on the social and emotional skills scale; the average moved by half a point out of five, more for those who stayed a second block. Contact with carers is patchy in Hackney.',
  },
  '5.2': {
    rating: 'excellent',
    have: '1 2 3 4',
    says: 'Each of 14 venues has a risk assessment with photographs, renewed every six months and after any incident. Changing rooms, toilets, cars and the walk to the bus stop each have a line. Young people walk round with the assessor once a year and have twice found things that we missed (a gate, and a light).',
  },
  '5.3': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Notes are dictated into the case system on the way out, in under three minutes, then checked by the borough lead each Monday. Roles decide who can read what. Sampling in {2 months ago}: 46 of 50 met the standard.',
  },
  '5.4': {
    rating: 'good',
    have: '1 2 3',
    says: 'Players set the last fifteen minutes of every session. What they have put there this block: dodgeball, silence, doing nobody’s hair but their own, a debate on whether VAR should exist.',
  },
  '5.5': {
    rating: 'developing',
    have: '1',
    says: 'We refer 14 to 16s to the careers company that serves our boroughs. Take-up is 9 out of 60. Coach-mentors feel out of their depth after “what do you want to be?”',
    will: [
      {
        what: 'Train twelve coach-mentors to hold a first careers conversation, and have the adviser come to the pitch instead',
        who: '',
        by: null,
        priority: 'medium',
      },
    ],
  },
  '5.6': {
    rating: 'good',
    have: '1',
    says: 'A channel for “what worked on Tuesday”, with about 30 posts a month, and a swap of sites twice a year. The best drill of the term gets a video.',
  },
  '6.1': {
    rating: 'good',
    have: '1 2 3 5 6 7',
    says: 'The bench (our youth board, twelve members) co-signs the annual programme plan. Eight former players are paid junior coaches. Young people are on panels for all posts that work with them.',
  },
  '6.2': {
    rating: 'good',
    have: '1 2 3',
    says: 'Posters at player height, a number on the back of each bib, a card for carers. We asked 90 players who the safeguarding lead is: 64 knew the name, 81 knew what to do.',
  },
  '6.3': {
    rating: 'good',
    have: '1 2 3 4',
    says: 'Smiley buttons at the gate after every session; twelve-week survey with a 78% response; carers’ survey at 22%, which we would like to double.',
    will: [
      {
        what: 'Try asking carers by voice message, in the language that they choose',
        who: 'Shanice Oyelaran',
        by: 45,
        priority: 'low',
      },
    ],
  },
  '6.4': {
    rating: 'excellent',
    have: '1 2 3',
    says: 'The chief executive and one trustee each attend a session every quarter and report to the bench, who mark the report out of ten. Participation is one of five aims in the strategic plan. Last year’s impact report was edited by two 17 year olds.',
  },
  '6.5': {
    rating: 'good',
    have: '1 4',
    says: 'Finals day, with 310 guests at the last one. Players get a skills passport and choose which pages to show to whom.',
  },
  '7.1': {
    rating: 'excellent',
    have: '1 2 3 4',
    says: 'Dashboard by site and borough, refreshed nightly, open to every coach-mentor. Targets are agreed with site teams each April and looked at together in borough meetings; last year two were lowered, because they had been tempting people to enrol only the easy-to-reach.',
    shows: [{ title: 'What the dashboard shows, with definitions', link: 'https://compassrow.example/impact/definitions' }],
  },
  '7.2': {
    rating: 'good',
    have: '1 2 3',
    says: 'Programme risk log, reviewed monthly. Near misses are written up on one page and read out at the next training morning. Of 26 lessons in two years, four have come up again, all four about transport.',
  },
  '7.3': {
    rating: 'excellent',
    have: '1 2 3 4',
    says: 'A university team has evaluated Second Wind for two years, with a matched comparison group from schools that had to wait. The interim report found better attendance (+6 days a year) and no measurable change in exclusions. We published both.',
    shows: [{ title: 'Interim evaluation report', link: 'https://compassrow.example/impact/second-wind-interim' }],
  },
  '7.4': {
    rating: 'good',
    have: '1 2 3 4 5',
    says: 'Quarterly pulse survey (88% reply), borough reflection mornings, “you said, we did” at the foot of every payslip e-mail.',
  },
}

/** Not completed yet: what was sealed stands until it is. */
export const secondWindCorrected: Answers = {
  '3.4': {
    rating: 'good',
    have: '1 2 3',
    says: 'Level 3 for borough leads and level 2 for everybody who started before the winter. Seven people who joined at the Edmonton site were counted as trained and had only been booked. All seven have dates now.',
  },
}
