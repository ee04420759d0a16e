// Parts for other pages. None has a form of its own: they stand inside one, which must be sent with its files.
import { ConfirmBeforeFiles, type ConfirmRequest } from '../accounts/index.ts'
import {
  Button,
  CharacterCount,
  Details,
  FileUpload,
  formatDate,
  Input,
  InsetText,
  inOnePiece,
  VisuallyHidden,
} from '../ui/index.ts'
import { KIND_WORDS, WORDS } from './content.ts'
import { EVIDENCE_FIELDS, type EvidenceErrors, type evidenceValues } from './forms.ts'
import { ACCEPTED_ENDINGS, kindOfType } from './kinds.ts'
import { paths } from './paths.ts'
import { PREVIEW_EDGE } from './preview/size.ts'
import { type EvidenceItem, fileSize, LONGEST, MOST_REMOVED, type RemovedItem } from './rules.ts'

interface EvidenceItemsProps {
  readonly items: readonly EvidenceItem[]
  readonly organisationId: string
  /** Names by person's id. Whoever is not in it is not named. */
  readonly people: ReadonlyMap<string, string>
  /** True shows a button to remove each. */
  readonly canChange: boolean
  /** Name of the buttons, whose values are `remove-evidence:<id>`. */
  readonly removeName?: string | undefined
}

/** Evidence as a list; nothing where there is none. */
export function EvidenceItems({ items, organisationId, people, canChange, removeName = 'do' }: EvidenceItemsProps) {
  if (items.length === 0) return null
  return (
    <ul class="app-evidence">
      {items.map((item) => (
        <li class={`app-evidence__item${item.preview === 'none' ? '' : ' app-evidence__item--picture'}`}>
          {item.preview === 'none' && <KindIcon kind={item.kind} />}
          <div class="app-evidence__about">
            <Headline item={item} organisationId={organisationId} />
            <p class="app-evidence__meta">{meta(item, people)}</p>
          </div>
          {canChange && (
            <Button kind="secondary" class="app-evidence__remove" name={removeName} value={`remove-evidence:${item.id}`}>
              Remove <VisuallyHidden>{item.title}</VisuallyHidden>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Headline({ item, organisationId }: { item: EvidenceItem; organisationId: string }) {
  if (item.kind === 'place') {
    return (
      <>
        <p class="app-evidence__title" dir="auto">
          {item.title}
        </p>
        <p class="app-evidence__place" dir="auto">
          {item.place}
        </p>
      </>
    )
  }
  if (item.kind === 'link') {
    return (
      <p class="app-evidence__title" dir="auto">
        {/* A new tab, so that words not saved yet are not left behind. */}
        <a class="govuk-link" href={item.url} target="_blank" rel="noopener noreferrer">
          {item.title} (opens in new tab)
        </a>
      </p>
    )
  }
  return (
    <p class="app-evidence__title" dir="auto">
      <a class="govuk-link" href={paths.file.to({ organisation: organisationId, evidence: item.id })} download={item.fileName}>
        <Picture item={item} organisationId={organisationId} />
        <VisuallyHidden>Download </VisuallyHidden>
        {item.fileName}
      </a>
    </p>
  )
}

/** The preview of a picture; nothing for what has none. It stands in the link to the file, whose name it is called by. */
function Picture({ item, organisationId }: { item: EvidenceItem; organisationId: string }) {
  if (item.preview === 'none') return null
  const { width, height } = item.preview === 'not-yet' ? UNKNOWN_SIZE : item.preview
  return (
    <img
      class="app-evidence__preview"
      src={paths.preview.to({ organisation: organisationId, evidence: item.id })}
      alt={item.title}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  )
}

/** Nobody has looked at the picture yet. It is shown in a box of the same size whatever it has. */
const UNKNOWN_SIZE = { width: PREVIEW_EDGE, height: (PREVIEW_EDGE * 3) / 4 } as const

interface PictureStripProps {
  readonly items: readonly EvidenceItem[]
  readonly organisationId: string
}

/** The first few pictures among the evidence, side by side, each to be downloaded; nothing where there is none. */
export function PictureStrip({ items, organisationId }: PictureStripProps) {
  const pictures = items.filter((item) => item.preview !== 'none').slice(0, MOST_IN_STRIP)
  if (pictures.length === 0) return null
  return (
    <ul class="app-picture-strip">
      {pictures.map((item) => (
        <li>
          <a
            href={paths.file.to({ organisation: organisationId, evidence: item.id })}
            download={item.kind === 'file' ? item.fileName : undefined}
          >
            <VisuallyHidden>Download </VisuallyHidden>
            <Picture item={item} organisationId={organisationId} />
          </a>
        </li>
      ))}
    </ul>
  )
}

const MOST_IN_STRIP = 4

/** "PDF, 1.2 MB. Added by Sam Obi on 4 March 2026." */
function meta(item: EvidenceItem, people: ReadonlyMap<string, string>): string {
  const who = people.get(item.addedBy)
  return `${whatItIs(item)}. Added ${who ? `by ${who} ` : ''}on ${formatDate(item.addedAt)}.`
}

/** "PDF, 1.2 MB", "Link". */
function whatItIs(item: EvidenceItem): string {
  if (item.kind !== 'file') return KIND_WORDS[item.kind]
  return `${kindOfType(item.fileType)?.word ?? KIND_WORDS.file}, ${fileSize(item.bytes)}`
}

interface RemovedLatelyProps {
  readonly items: readonly RemovedItem[]
  /** Of those, what was taken away with the press before: it is offered back in plain sight, the rest folded. */
  readonly justNow?: string | null | undefined
}

/** What was taken away and can still be put back; nothing where there is none. The buttons' values are `restore-evidence:<id>`. */
export function RemovedLately({ items, justNow = null }: RemovedLatelyProps) {
  if (items.length === 0) return null
  const last = items.find((item) => item.id === justNow)
  const others = items.filter((item) => item !== last)
  return (
    <>
      {last && (
        <InsetText class="app-evidence-removed">
          <p class="govuk-body">{WORDS.removed(titleOf(last))}</p>
          <PutBack item={last} />
        </InsetText>
      )}
      {others.length > 0 && (
        <Details class="app-evidence-removed" summary={WORDS.removedLately}>
          <p class="govuk-body">{WORDS.putBackFor(items.length === MOST_REMOVED)}</p>
          <ul class="app-evidence">
            {others.map((item) => (
              <li class="app-evidence__item">
                <KindIcon kind={item.kind} />
                <div class="app-evidence__about">
                  <p class="app-evidence__title" dir="auto">
                    {titleOf(item)}
                  </p>
                  <p class="app-evidence__meta">{`${whatItIs(item)}. Removed on ${formatDate(item.removedAt)}.`}</p>
                </div>
                <PutBack item={item} class="app-evidence__remove" />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function PutBack({ item, class: name }: { item: EvidenceItem; class?: string }) {
  return (
    <Button kind="secondary" class={name} name="do" value={`restore-evidence:${item.id}`}>
      {WORDS.putBack} <VisuallyHidden>{titleOf(item)}</VisuallyHidden>
    </Button>
  )
}

/** As the list names it: a file by its own name. */
function titleOf(item: EvidenceItem): string {
  return item.kind === 'file' ? item.fileName : item.title
}

interface AddEvidenceFieldsProps {
  /** What was typed, from `evidenceValues`, when the form is shown again. */
  readonly values?: ReturnType<typeof evidenceValues> | undefined
  readonly errors?: EvidenceErrors | undefined
  /** Said to somebody whose files are not kept before they have confirmed their address. */
  readonly confirm?: ConfirmRequest | null | undefined
  /** Name of the buttons, whose values are `add-evidence:link`, `add-evidence:place` and `add-evidence:file`. */
  readonly addName?: string | undefined
}

/** Three folded sets of fields: a link, a place, a file. One with something to show stands open. */
export function AddEvidenceFields(props: AddEvidenceFieldsProps) {
  const empty = !props.values && !props.addName && !props.confirm && Object.keys(props.errors ?? {}).length === 0
  return empty ? EMPTY_FIELDS : fields(props)
}

function fields({ values, errors = {}, confirm = null, addName = 'do' }: AddEvidenceFieldsProps) {
  const add = (what: EvidenceItem['kind'], word: string) => (
    <Button kind="secondary" name={addName} value={`add-evidence:${what}`}>
      {word}
    </Button>
  )
  const open = (...texts: readonly (string | undefined)[]) => texts.some((text) => text)
  return (
    <div class="app-add-evidence">
      <Details
        summary={WORDS.addLink}
        open={open(values?.evidenceLink, values?.evidenceLinkTitle, errors.evidenceLink, errors.evidenceLinkTitle)}
      >
        <Input
          name="evidenceLink"
          label="Link"
          hint="For example, example.org/safeguarding-policy"
          inputmode="url"
          autocapitalize="none"
          spellcheck={false}
          value={values?.evidenceLink}
          error={errors.evidenceLink}
        />
        <Input
          name="evidenceLinkTitle"
          label="What it shows (optional)"
          value={values?.evidenceLinkTitle}
          error={errors.evidenceLinkTitle}
        />
        {add('link', 'Add link')}
      </Details>
      <Details
        summary={WORDS.addPlace}
        open={open(values?.evidencePlace, values?.evidencePlaceTitle, errors.evidencePlace, errors.evidencePlaceTitle)}
      >
        <p class="govuk-body">Best for anything about a young person: nothing is copied, and it stays where you look after it.</p>
        <Input
          name="evidencePlaceTitle"
          label="What it is"
          hint="For example, Signed consent forms"
          value={values?.evidencePlaceTitle}
          error={errors.evidencePlaceTitle}
        />
        <CharacterCount
          name="evidencePlace"
          label="Where it is kept"
          hint="For example, locked cabinet in the main office, ask the safeguarding lead"
          rows={2}
          maxlength={LONGEST.place}
          threshold={75}
          value={values?.evidencePlace}
          error={errors.evidencePlace}
        />
        {add('place', 'Add place')}
      </Details>
      <Details summary={WORDS.addFile} open={open(errors.evidenceFile)}>
        <ConfirmBeforeFiles request={confirm} />
        <InsetText>{WORDS.aboutYoungPeople}</InsetText>
        <FileUpload
          name="evidenceFile"
          label="File"
          hint="PDF, Word, Excel, PowerPoint, OpenDocument, picture, text or CSV, up to 25 MB."
          accept={ACCEPTED_ENDINGS}
          multiple
          error={errors.evidenceFile}
        />
        {add('file', 'Add file')}
      </Details>
    </div>
  )
}

/** As nearly every page shows them: rendered once. */
const EMPTY_FIELDS = inOnePiece(fields({}))

/** The errors for an `ErrorSummary`, in the order of the fields. */
export function evidenceSummary(errors: EvidenceErrors): readonly { readonly text: string; readonly href: string }[] {
  return EVIDENCE_FIELDS.flatMap((field) => {
    const text = errors[field]
    return text ? [{ text, href: `#${field}` }] : []
  })
}

const SHAPES: Readonly<Record<EvidenceItem['kind'], string>> = {
  link: 'M10.5 13.500a4 4 0 006 .4l3-3a4 4 0 00-5.7-5.700l-1.3 1.300M13.5 10.500a4 4 0 00-6-.4l-3 3a4 4 0 005.7 5.700l1.3-1.3',
  place: 'M12 21c4.5-5 7-8.5 7-11.500a7 7 0 10-14 0c0 3 2.5 6.5 7 11.500zM12 12a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7',
}

/** The word is in the line below it, so the picture says nothing to screen readers. */
function KindIcon({ kind }: { kind: EvidenceItem['kind'] }) {
  return (
    <svg class="app-evidence__icon" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
      <path d={SHAPES[kind]} />
    </svg>
  )
}
