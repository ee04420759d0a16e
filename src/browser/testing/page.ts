/** A page of the test server: the attributes and classes of the product's own, without its words. */
export interface Shown {
  readonly title: string
  readonly person: string | null
  readonly token: string
  readonly indicator?: string
  readonly revision?: number
  readonly values?: Readonly<Record<string, string>>
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

export function page(shown: Shown): string {
  const { title, person, token } = shown
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(title)} – Mentormark</title>
<script type="module" src="/app.js"></script></head>
<body ${person ? `data-person="${person}"` : ''}>
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
<header>${
    person
      ? `<form method="post" action="/sign-out" data-sign-out><input type="hidden" name="token" value="${token}"><button>Sign out</button></form>`
      : ''
  }</header>
<main id="main-content"><h1>${escaped(title)}</h1>
${shown.indicator ? form(shown) : ''}
${title === 'components' ? COMPONENTS : ''}
</main></body></html>`
}

function form({ indicator = '', person, token, revision = 0, values = {} }: Shown): string {
  const examples = (values.examples ?? '').split(' ')
  const tick = (value: string) =>
    `<label><input type="checkbox" name="examples" value="${value}" data-field="examples" ${examples.includes(value) ? 'checked' : ''}> ${value}</label>`
  const rate = (value: string) =>
    `<div class="govuk-radios__item"><input type="radio" id="rating-${value}" name="rating" value="${value}" data-field="rating" data-shortcut-rating="${value}" ${values.rating === value ? 'checked' : ''}><label for="rating-${value}">Level ${value}</label></div>`
  return `
<form data-autosave method="post" action="/indicator/${indicator}" data-revision="${revision}" data-subject="assessment/a1/indicator/${indicator}" data-person="${person}">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="basedOn" value="${revision}"><input type="hidden" name="whole" value="yes">
<fieldset><legend>Examples</legend>${tick('a')}${tick('b')}</fieldset>
<div class="govuk-form-group"><label for="evidence">Evidence</label><textarea class="govuk-textarea" id="evidence" name="evidence" data-field="evidence">
${escaped(values.evidence ?? '')}</textarea></div>
<fieldset><legend>Rating</legend><div class="govuk-radios">${rate('1')}${rate('2')}${rate('3')}</div></fieldset>
<label for="notes">Notes</label><textarea id="notes" name="notes" data-field="notes">
${escaped(values.notes ?? '')}</textarea>
<label for="other">New action</label><input id="other" name="other">
<p class="app-save-status" role="status" aria-live="polite" data-save-status data-state="idle">Saved yesterday</p>
<button data-prevent-double-click="true">Save and continue</button>
</form>
<a href="/indicator/next" data-shortcut="n">Next: next</a>
<details data-shortcut-jump><summary>Jump to</summary>list</details>
<details data-shortcuts><summary>Keyboard shortcuts</summary><div class="govuk-details__text">n next</div></details>`
}

const COMPONENTS = `
<div class="govuk-error-summary" data-module="govuk-error-summary"><a href="#choice">Choose</a><a href="#limited">Shorten</a></div>
<blockquote id="paragraph">
  What we do well.
</blockquote>
<div data-copy="paragraph" data-copy-label="Copy it" data-copy-done="Copied"></div>
<form method="post" action="/components">
<fieldset><legend>Question</legend><div class="govuk-radios" data-module="govuk-radios">
<input type="radio" id="choice" name="choice" value="y" data-aria-controls="more"><label for="choice">Yes</label>
<div class="govuk-radios__conditional govuk-radios__conditional--hidden" id="more">More</div>
<input type="radio" id="choice-2" name="choice" value="n"><label for="choice-2">No</label></div></fieldset>
<div class="govuk-checkboxes" data-module="govuk-checkboxes">
<input type="checkbox" id="box" name="box" value="1"><input type="checkbox" id="box-none" name="box" value="none" data-behaviour="exclusive"></div>
<div class="govuk-form-group govuk-character-count" data-module="govuk-character-count" data-maxlength="10" data-threshold="50">
<label for="limited">Limited</label><textarea class="govuk-textarea govuk-js-character-count" id="limited" aria-describedby="limited-info"></textarea>
<div id="limited-info" class="govuk-hint govuk-character-count__message">You can enter up to 10 characters</div></div>
<div class="govuk-form-group govuk-password-input" data-module="govuk-password-input"><div>
<input type="password" class="govuk-js-password-input-input" id="password">
<button type="button" class="govuk-js-password-input-toggle" aria-label="Show password" hidden>Show</button></div></div>
<div data-module="govuk-password-input" data-i18n.show-password-aria-label="Show passphrase" data-i18n.hide-password-aria-label="Hide passphrase" data-i18n.password-shown-announcement="Your passphrase is visible">
<input type="password" class="govuk-js-password-input-input" id="passphrase">
<button type="button" class="govuk-js-password-input-toggle" aria-label="Show passphrase" hidden>Show</button></div>
<label for="file">File</label><input type="file" id="file">
<button id="send" data-prevent-double-click="true">Send</button>
</form>`
