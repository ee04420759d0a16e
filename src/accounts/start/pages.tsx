import type { Page } from '../../platform/index.ts'
import { Button, Card, type Child, Grid } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { GetBetter, LookHonestly, ProveIt, Together } from './pictures.tsx'

const STEPS = [
  {
    title: 'Look honestly',
    text: 'Go through the framework in pieces, when you have a quarter of an hour. Say how things really are: nobody is marked, and nobody is ranked.',
    Picture: LookHonestly,
  },
  {
    title: 'Prove it',
    text: 'Write down what shows it: a policy, a link, where a file is kept, a few words. It is there when a funder asks.',
    Picture: ProveIt,
  },
  {
    title: 'Get better',
    text: 'Choose what to work on, who does it and by when. You come out with a plan that people act on, and look again next year.',
    Picture: GetBetter,
  },
] as const

/**
 * For somebody who has not signed in: what this is, and the way in.
 * @param about what other capabilities tell: whose framework it is
 */
export function welcomePage(about: Child): Page {
  return {
    title: 'Better mentoring for young people',
    body: (
      <>
        <div class="app-welcome">
          <div>
            <h1 class="app-welcome__title">Good mentoring, and always getting better</h1>
            <p class="app-welcome__lead">
              Mentormark helps organisations that mentor young people look honestly at their practice, prove it, and get better at
              it.
            </p>
            <div class="govuk-button-group">
              <Button href={paths.signUp.to()} kind="inverse" start>
                Sign up
              </Button>
              <a class="app-welcome__enter" href={paths.signIn.to()}>
                Sign in
              </a>
            </div>
            <p class="app-welcome__note">Setting up takes about two minutes.</p>
          </div>
          <Together />
        </div>
        <h2 class="govuk-heading-l">How it works</h2>
        <Grid class="app-welcome-steps">
          {STEPS.map(({ title, text, Picture }, index) => (
            <Card headingLevel={3} title={`${index + 1}. ${title}`}>
              <Picture />
              <p class="govuk-body">{text}</p>
            </Card>
          ))}
        </Grid>
        {about}
        <Card kind="tinted" title="Made for a small team with a lot to do">
          <ul class="govuk-list govuk-list--bullet">
            <li>Every word is saved as you go, also when the connection drops.</li>
            <li>It works on an old laptop, on a phone, and on paper.</li>
            <li>What you write is yours. Other organisations never see it.</li>
          </ul>
        </Card>
      </>
    ),
  }
}
