import { Button, ErrorMessage, Form, formatDate, InsetText } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import type { ConfirmRequest } from './actions.ts'

interface ConfirmNoteProps {
  /** Null shows nothing. */
  readonly request: ConfirmRequest | null
  /** Where to come back to; the account page when there is nothing else. */
  readonly next?: string | undefined
  readonly error?: string | undefined
}

/** Asks somebody to confirm their address. It has a form of its own, so it stands outside any other. */
export function ConfirmNote({ request, next, error }: ConfirmNoteProps) {
  if (!request) return null
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>Confirm your e-mail address.</strong> Then you can add files, and be added to an organisation that is here
        already. Everything else works now.
      </p>
      <p class="govuk-body">{sent(request)}</p>
      <Form action={paths.accountAddress.to()}>
        {next && <input type="hidden" name="next" value={next} />}
        {error && <ErrorMessage id="confirmAgain-error">{error}</ErrorMessage>}
        <Button
          id="confirmAgain"
          kind="secondary"
          preventDoubleClick
          attributes={error ? { 'aria-describedby': 'confirmAgain-error' } : {}}
        >
          {request.sentAt ? 'Send it again' : 'Send me a link'}
        </Button>
      </Form>
    </InsetText>
  )
}

/** The same in a few words, inside another page's form: asking for a link would lose what was written there. */
export function ConfirmBeforeFiles({ request }: { readonly request: ConfirmRequest | null }) {
  if (!request) return null
  return (
    <InsetText>
      <strong>Confirm your e-mail address to add files.</strong> {sent(request)}{' '}
      <a class="govuk-link" href={`${paths.account.to()}#confirmAgain`} target="_blank" rel="noopener">
        {request.sentAt ? 'Send it again' : 'Ask for a link'} from your account (opens in new tab)
      </a>
    </InsetText>
  )
}

function sent({ email, sentAt }: ConfirmRequest) {
  return sentAt ? (
    <>
      We sent a link to <strong>{email}</strong> on {formatDate(sentAt)}.
    </>
  ) : (
    <>
      We will send a link to <strong>{email}</strong> when you ask for it.
    </>
  )
}
