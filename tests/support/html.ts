const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** What a browser makes of escaped text. */
export function unescaped(html: string): string {
  return html.replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? whole),
  )
}

/** The hidden fields of the form that is sent to `action`, as a browser would send them. */
export function hiddenFields(html: string, action: string): Readonly<Record<string, string | string[]>> {
  const form = html
    .split('<form ')
    .slice(1)
    .find((each) => unescaped(/action="([^"]*)"/.exec(each)?.[1] ?? '') === action)
  if (form === undefined) throw new Error(`no form leads to ${action}`)
  const fields: Record<string, string | string[]> = {}
  for (const [, name = '', value = ''] of form
    .slice(0, form.indexOf('</form>'))
    .matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)) {
    const known = fields[unescaped(name)]
    fields[unescaped(name)] = known === undefined ? unescaped(value) : [known, unescaped(value)].flat()
  }
  return fields
}

/** The errors at the top of a page, as people read them. */
export function errorsOf(html: string): readonly string[] {
  const summary = /govuk-error-summary__list">(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
  return [...summary.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => unescaped(item.replace(/<[^>]*>/g, '')))
}

/** The words of the page's main part, on one line. */
export function wordsOf(html: string): string {
  const main = /<main.*?>(.*)<\/main>/s.exec(html)?.[1] ?? html
  return unescaped(main.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
