import { paths as accountPaths, LINK_SECONDS, LONGEST_SECONDS, SESSION_SECONDS } from '../accounts/index.ts'
import { PUT_BACK_DAYS } from '../evidence/index.ts'
import type { Page } from '../platform/index.ts'
import { MAIL_DAYS } from '../platform/mail.ts'
import type { Operator } from '../platform/operator.ts'
import { SummaryList } from '../ui/index.ts'
import { inDays, keptFor, TITLES } from './content.ts'
import { Bullets, informationPage, Link, P, WhoRunsIt } from './information.tsx'

interface PrivacyModel {
  readonly operator: Operator
  /** True where messages go out by mail; false where they stay on the server. */
  readonly mailIsSent: boolean
  readonly onlyHere: boolean
}

const DAY = 24 * 60 * 60
const days = (seconds: number) => inDays(seconds / DAY)

/**
 * What is kept, where, and for how long: what the code does, with its own numbers. What whoever runs it decides comes from their
 * settings. docs/operating.md says the same to them, and a test compares its numbers with the code.
 */
export function privacyPage({ operator, mailIsSent, onlyHere }: PrivacyModel): Page {
  return informationPage({
    title: TITLES.privacy,
    lead: 'What this Mentormark keeps about you and your organisation, where, for how long, and what you can do about it.',
    sections: [
      { id: 'who', title: 'Who is responsible', body: <Responsible operator={operator} onlyHere={onlyHere} /> },
      { id: 'kept', title: 'What is kept, and for how long', body: <Kept operator={operator} /> },
      { id: 'where', title: 'Where it is kept', body: <Where operator={operator} mailIsSent={mailIsSent} /> },
      { id: 'readers', title: 'Who can read it', body: <Readers /> },
      { id: 'young-people', title: 'Young people’s information', body: <YoungPeople /> },
      { id: 'browser', title: 'Cookies, and what stays in your browser', body: <InTheBrowser /> },
      { id: 'rights', title: 'What you can do', body: <Rights operator={operator} /> },
    ],
  })
}

function Responsible({ operator, onlyHere }: { operator: Operator; onlyHere: boolean }) {
  return (
    <>
      <WhoRunsIt operator={operator} onlyHere={onlyHere} />
      <P>
        They look after the server and the accounts. What an organisation writes here is that organisation’s own: it decides what
        it writes about people, and answers for it. The people who make the Mentormark program get nothing from here.
      </P>
      {operator.note !== null && <P>{operator.note}</P>}
    </>
  )
}

function Kept({ operator }: { operator: Operator }) {
  return (
    <SummaryList
      rows={[
        {
          key: 'You',
          value:
            'Your name, your e-mail address and which organisations you are in: until you close your account. Your passphrase is never kept, only a code made from it.',
        },
        {
          key: 'Where you are signed in',
          value: `Your network address and the kind of browser, until you sign out: ${days(SESSION_SECONDS)} after you were last here, and ${days(LONGEST_SECONDS)} at most.`,
        },
        {
          key: 'What you write',
          value:
            'Answers, evidence, plans, completed assessments, and who wrote what when: for as long as the organisation is here. It goes with the last person who closes their account.',
        },
        {
          key: 'Evidence you remove',
          value: `Can be put back for ${inDays(PUT_BACK_DAYS)}, then it is deleted. A file goes about a week later. What a completed assessment names stays with it.`,
        },
        {
          key: 'Messages to you',
          value: `Their words until they are sent. To whom and when: ${inDays(MAIL_DAYS)}. A link in one works once, and for ${days(LINK_SECONDS['confirm-address'])} at most.`,
        },
        {
          key: 'A list of what was done',
          value:
            'Who changed what and when, without the words: as long as the organisation. After you close your account it has a number in the place of your name.',
        },
        {
          key: 'Counts of tries',
          value:
            'How often something was tried, such as signing in, to stop people from guessing: a day at most. They hold no names or addresses that can be read.',
        },
        {
          key: 'The server’s log',
          value: `Signing in and out, refusals and failures, with network addresses and no names or words. ${keptFor(operator.logDays)}`,
        },
        {
          key: 'Backups',
          value: `Copies of all of this, with what has been erased since. ${keptFor(operator.backupDays)}`,
        },
      ]}
    />
  )
}

function Where({ operator, mailIsSent }: { operator: Operator; mailIsSent: boolean }) {
  return (
    <>
      <P>
        {operator.hosting === null
          ? 'In a database and a folder of files on one server. Whoever runs this Mentormark has not said where that is yet.'
          : `In a database and a folder of files, kept ${operator.hosting}.`}
      </P>
      <P>
        {mailIsSent
          ? 'E-mail to you goes out through the mail server of whoever runs this. Nothing else leaves the server by itself.'
          : 'Messages to you stay on the server, because no mail server is set up. Nothing leaves the server by itself.'}{' '}
        These pages load nothing from other sites, count no visits and show no advertising. Nobody sells or shares what is here.
      </P>
    </>
  )
}

function Readers() {
  return (
    <Bullets
      items={[
        'The members of your organisation: everything in its assessments and plans, private notes included. Other organisations never see any of it.',
        'Whoever you send a report to. A report never has private notes in it.',
        'Whoever runs this Mentormark, because they look after the database. They should look only when they have to.',
      ]}
    />
  )
}

function YoungPeople() {
  return (
    <P>
      You don’t need to name young people here, and please don’t. Say where something is kept rather than copying it, and take
      names out of what you do copy. If something about a young person got in by mistake, remove it, and ask whoever runs this to
      take it out of backups.
    </P>
  )
}

function InTheBrowser() {
  return (
    <>
      <P>There are only cookies that the site needs, so it doesn’t ask whether you agree to them:</P>
      <Bullets
        items={[
          'one that keeps you signed in',
          'one that shows a form was sent from our own page, until you close the browser',
          'one that knows a browser in which you have signed in before, so that a stranger’s guesses can’t keep you out: 400 days',
          'for minutes or an hour, the message “Saved”, an e-mail address you have just typed, or the link from a message you opened',
        ]}
      />
      <P>
        Words that could not be sent yet stay in your browser until they are sent or you sign out. On a computer that others use,
        sign out when you leave.
      </P>
    </>
  )
}

function Rights({ operator }: { operator: Operator }) {
  return (
    <>
      <Bullets
        items={[
          <>
            See and download what is held about you, and correct your name, on{' '}
            <Link href={accountPaths.account.to()}>your account</Link>.
          </>,
          <>
            <Link href={accountPaths.closeAccount.to()}>Close your account</Link>: your name, address and passphrase go at once.
            What you wrote for an organisation that others are in stays with it.
          </>,
          'Ask for something else to be corrected or erased, or object to how it is used: ask your organisation about what it wrote, and whoever runs this about the rest.',
        ]}
      />
      <P>
        {operator.email === null ? '' : 'If that does not help, or if you would rather not ask them, '}
        {operator.email === null ? 'You' : 'you'} can complain to the Information Commissioner’s Office, which watches over data
        protection in the United Kingdom.
      </P>
    </>
  )
}
