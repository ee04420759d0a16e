import type { Page } from '../../platform/index.ts'
import { Card, type Child, Details, EmptyState, PageHeading, Stack } from '../../ui/index.ts'

export interface OutboxMessage {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What would have been sent, newest first. */
export function outboxPage(messages: readonly OutboxMessage[]): Page {
  const [newest, ...earlier] = messages
  return {
    title: 'Outbox',
    body: (
      <>
        <PageHeading lead="No mail server is set up, so messages are kept on this machine. The newest is first.">
          Outbox
        </PageHeading>
        {messages.length === 0 && (
          <EmptyState title="No messages yet">Messages appear here when Mentormark has something to send.</EmptyState>
        )}
        <Stack>
          {newest && (
            <Card title={newest.subject}>
              <Message {...newest} />
            </Card>
          )}
          <div>
            {earlier.map((message) => (
              <Details summary={`${message.subject}, to ${message.to}`}>
                <Message {...message} />
              </Details>
            ))}
          </div>
        </Stack>
      </>
    ),
  }
}

function Message({ to, text }: OutboxMessage) {
  return (
    <>
      <p class="govuk-hint">To {to}</p>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p class="govuk-body">{withLinks(paragraph)}</p>
        ))}
    </>
  )
}

/** Addresses in the text become links; everything else stays text. */
function withLinks(text: string): readonly Child[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a class="govuk-link" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
