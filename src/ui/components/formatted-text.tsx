/**
 * What somebody typed, with its paragraphs and line breaks. Its direction follows its own letters, since people write in
 * the language they think in.
 */
export function FormattedText({ text }: { text: string }) {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '')
  return (
    <div class="app-formatted">
      {paragraphs.map((paragraph) => (
        <p class="govuk-body" dir="auto">
          {paragraph.split('\n').map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </div>
  )
}
