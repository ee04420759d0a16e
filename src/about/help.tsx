import { paths as accountPaths } from '../accounts/index.ts'
import { advisedInWords, LOOK_OVER, WORKSHEETS } from '../assessment/index.ts'
import { PUT_BACK_DAYS } from '../evidence/index.ts'
import { coreIndicators, type Edition, SupportContact, WhoFillsItIn } from '../frameworks/index.ts'
import type { Page } from '../platform/index.ts'
import type { Operator } from '../platform/operator.ts'
import { InsetText } from '../ui/index.ts'
import { inDays, TITLES } from './content.ts'
import { Bullets, informationPage, Link, P, WhoRunsIt } from './information.tsx'
import { paths } from './paths.ts'

export interface HelpModel {
  /** One for each framework. */
  readonly frameworks: readonly Edition[]
  readonly operator: Operator
  readonly onlyHere: boolean
  /** Of the visitor's own assessments that are under way; none for somebody who has not signed in. */
  readonly worksheets: readonly { readonly text: string; readonly href: string }[]
}

/** The questions that people really have. */
export function helpPage(model: HelpModel): Page {
  const { frameworks, operator, onlyHere } = model
  return informationPage({
    title: TITLES.help,
    lead: 'Short answers to what people ask most.',
    sections: [
      { id: 'how-long', title: 'How long does it take?', body: <HowLong frameworks={frameworks} /> },
      {
        id: 'stop',
        title: 'Can I stop and come back?',
        body: (
          <P>
            Yes, at any point, and on another computer or phone. What you write is saved as you go. If the connection drops, your
            words wait in your browser and are sent when it is back.
          </P>
        ),
      },
      {
        id: 'everything',
        title: 'Do we have to do all of it?',
        body: (
          <P>
            No. You can begin with the core indicators and do the others when you have time. An indicator that does not fit how
            you mentor can be marked as less relevant, with a reason. You can skip one for now and come back to it. Evidence and
            actions can be left empty.
          </P>
        ),
      },
      {
        id: 'judged',
        title: 'Are we being judged?',
        body: (
          <P>
            No. There is no score and nobody is ranked. The best answer is the true one: an honest “not yet” shows you what to do
            next, and funders who ask for this want to see that you did it.
          </P>
        ),
      },
      {
        id: 'who-sees',
        title: 'Who sees what we write?',
        body: (
          <P>
            The members of your organisation, and nobody else unless you send it to them. Private notes are for your members only
            and are in no report. Those who look after the server can read the database:{' '}
            <Link href={paths.privacy.to()}>Privacy</Link> says more.
          </P>
        ),
      },
      { id: 'colleagues', title: 'How do I ask colleagues, mentors and young people?', body: <Asking frameworks={frameworks} /> },
      {
        id: 'passphrase',
        title: 'I have forgotten my passphrase',
        body: (
          <P>
            <Link href={accountPaths.forgotten.to()}>Ask for a link to choose a new one</Link>. It works for an hour.
          </P>
        ),
      },
      {
        id: 'correct',
        title: 'We found a mistake after completing it',
        body: (
          <P>
            Open the assessment and choose “Correct something”. You say why, change what is wrong and complete it again. What you
            completed before stays as it was and can still be read.
          </P>
        ),
      },
      {
        id: 'take-away',
        title: 'How do I take our work away?',
        body: (
          <P>
            The page with your results has the report and the plan as PDF, the plan for a spreadsheet, and everything in one file.{' '}
            <Link href={accountPaths.account.to()}>Your account</Link> has a download of what is held about you.
          </P>
        ),
      },
      {
        id: 'erase',
        title: 'How do I erase something?',
        body: (
          <P>
            Change or empty an answer where you wrote it. Evidence and actions have “Remove”, and can be put back for{' '}
            {inDays(PUT_BACK_DAYS)}. To erase your name and address,{' '}
            <Link href={accountPaths.closeAccount.to()}>close your account</Link>: it shows first what goes and what stays.
          </P>
        ),
      },
      { id: 'paper', title: 'Can we use paper?', body: <OnPaper worksheets={model.worksheets} /> },
      {
        id: 'more-help',
        title: 'Who can help?',
        body: (
          <>
            {frameworks.slice(0, MOST_FRAMEWORKS).map((edition) => (
              <SupportContact edition={edition} />
            ))}
            <P>For help with this site:</P>
            <WhoRunsIt operator={operator} onlyHere={onlyHere} />
          </>
        ),
      },
    ],
  })
}

/** Most frameworks of which something is said here. */
const MOST_FRAMEWORKS = 5

function HowLong({ frameworks }: { frameworks: readonly Edition[] }) {
  return (
    <>
      {frameworks.slice(0, MOST_FRAMEWORKS).map((edition) => {
        const core = coreIndicators(edition).length
        const all = edition.indicators.length
        return (
          <P>
            {frameworks.length > 1 && `${edition.title}: `}
            {core > 0 &&
              core < all &&
              `The ${core} core indicators take ${advisedInWords(core)}, in as many sittings as you like. `}
            All {all} take {advisedInWords(all)}.
          </P>
        )
      })}
      <P>Once you have begun, the page of your assessment says how long the rest takes at your own pace.</P>
    </>
  )
}

function Asking({ frameworks }: { frameworks: readonly Edition[] }) {
  return (
    <>
      {frameworks.slice(0, MOST_FRAMEWORKS).map((edition) => (
        <WhoFillsItIn edition={edition} />
      ))}
      <P>
        A colleague who works on it with you signs up with their own e-mail address. Then whoever runs this Mentormark adds them
        to your organisation. You could write to them:
      </P>
      <InsetText>
        <p class="govuk-body">
          We are looking at how well our mentoring works, and I would like your help. It is for staff: it is not a test of
          anybody, and there is no score. Please read the indicators that are about your work, and tell me what we do, what shows
          it, and what you would change. If you want to know what mentors or young people think, ask them in your own words.
          Please don’t send them the form.
        </p>
      </InsetText>
      <Bullets
        items={[
          'Ask mentors and young people as you usually do: in a session, in supervision, in a short survey.',
          'Write down what they said and what you changed because of it, without names. It is good evidence.',
        ]}
      />
    </>
  )
}

function OnPaper({ worksheets }: Pick<HelpModel, 'worksheets'>) {
  return (
    <>
      <P>
        Yes. Every assessment has “{WORKSHEETS}”: a blank sheet for each indicator, to fill in by hand at a meeting. Type in
        afterwards what you agreed. “{LOOK_OVER}” and the results can be printed as well.
      </P>
      {worksheets.length > 0 && <Bullets items={worksheets.map(({ text, href }) => <Link href={href}>{text}</Link>)} />}
    </>
  )
}
