import { z } from 'zod'
import {
  type Files,
  type Form,
  type FormFields,
  normalised,
  readLink,
  tidied,
  type Upload,
  withoutUnseen,
} from '../platform/index.ts'
import { chooseAgain, ERRORS, fileError, linkError, NOT_TAKEN } from './content.ts'
import { identify } from './kinds.ts'
import { type EvidenceItem, type LinkEvidence, LONGEST, type NewEvidence, type PlaceEvidence } from './rules.ts'

/** The fields that `AddEvidenceFields` puts into a form. */
export const EVIDENCE_FIELDS = [
  'evidenceLink',
  'evidenceLinkTitle',
  'evidencePlaceTitle',
  'evidencePlace',
  'evidenceFile',
] as const
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number]
export type EvidenceErrors = Readonly<Partial<Record<EvidenceField, string>>>

export type EvidenceRead =
  /** Nothing was filled in when there are no items. */
  { readonly ok: true; readonly items: readonly NewEvidence[] } | { readonly ok: false; readonly errors: EvidenceErrors }

/** The same with their bounds. */
export const EVIDENCE_FORM = {
  evidenceLink: LONGEST.url,
  evidenceLinkTitle: LONGEST.title,
  evidencePlaceTitle: LONGEST.title,
  evidencePlace: LONGEST.place,
  evidenceFile: 0,
} as const satisfies FormFields

const bounded = (longest: number, message: string) =>
  z
    .string()
    .overwrite((text) => tidied(text, longest))
    .max(longest, message)
const texts = z.object({
  evidenceLink: bounded(LONGEST.url, ERRORS.linkTooLong),
  evidenceLinkTitle: bounded(LONGEST.title, ERRORS.linkTitleTooLong),
  evidencePlaceTitle: bounded(LONGEST.title, ERRORS.placeTitleTooLong),
  evidencePlace: bounded(LONGEST.place, ERRORS.placeTooLong),
})

/**
 * New evidence in a form that holds `AddEvidenceFields`. Read it whichever button was pressed, so that a link someone typed
 * before pressing "Save" is not lost.
 * @param files where the form's uploads are kept: each is read to see what it is
 */
export async function readNewEvidence(form: Form, files: Files): Promise<EvidenceRead> {
  const errors: Partial<Record<EvidenceField, string>> = {}
  const items: NewEvidence[] = []

  const read = texts.safeParse(evidenceValues(form))
  if (read.success) {
    const link = readLinkFields(read.data.evidenceLink, read.data.evidenceLinkTitle, errors)
    const place = readPlaceFields(read.data.evidencePlace, read.data.evidencePlaceTitle, errors)
    if (link) items.push(link)
    if (place) items.push(place)
  } else {
    for (const issue of read.error.issues) errors[issue.path[0] as EvidenceField] ??= issue.message
  }

  const fileErrors: string[] = [
    ...(form.tooManyFiles ? [ERRORS.tooManyFiles] : []),
    ...(form.notTaken ? [NOT_TAKEN[form.notTaken]] : []),
    ...(form.tooLarge.includes('evidenceFile') ? [ERRORS.fileTooLarge] : []),
  ]
  const sound: string[] = []
  for (const upload of form.uploads.filter(({ field }) => field === 'evidenceFile')) {
    const identified = await readUpload(upload, files)
    if (typeof identified === 'string') fileErrors.push(identified)
    else {
      items.push(identified)
      sound.push(cleanName(upload.name))
    }
  }
  if (fileErrors.length > 0 && sound.length > 0 && !form.tooManyFiles) fileErrors.push(chooseAgain(sound))
  if (fileErrors.length > 0) errors.evidenceFile = fileErrors.join(' ')

  if (items.length === 0 && Object.keys(errors).length === 0) Object.assign(errors, nothingToAdd(form.get('do')))
  if (Object.keys(errors).length === 0) return { ok: true, items }
  return { ok: false, errors: { ...filesToChooseAgain(form, errors), ...errors } }
}

/** The text fields, to show them again. */
export function evidenceValues(form: Pick<Form, 'get'>): Readonly<Record<Exclude<EvidenceField, 'evidenceFile'>, string>> {
  return {
    evidenceLink: form.get('evidenceLink'),
    evidenceLinkTitle: form.get('evidenceLinkTitle'),
    evidencePlaceTitle: form.get('evidencePlaceTitle'),
    evidencePlace: form.get('evidencePlace'),
  }
}

/** A message for the file field, for when the form is shown again because of some other field. */
export function filesToChooseAgain(form: Form, errors: EvidenceErrors = {}): EvidenceErrors {
  const names = form.uploads.filter(({ field }) => field === 'evidenceFile').map(({ name }) => cleanName(name))
  return names.length === 0 || errors.evidenceFile ? {} : { evidenceFile: chooseAgain(names) }
}

/** What a button that adds was pressed without; nothing for any other button. */
function nothingToAdd(pressed: string): EvidenceErrors {
  const deed = readEvidenceDeed(pressed)
  if (deed?.kind !== 'add') return {}
  if (deed.what === 'file') return { evidenceFile: ERRORS.fileMissing }
  return deed.what === 'place'
    ? { evidencePlaceTitle: ERRORS.placeTitleMissing, evidencePlace: ERRORS.placeMissing }
    : { evidenceLink: ERRORS.linkMissing }
}

export type EvidenceDeed =
  | { readonly kind: 'add'; readonly what: EvidenceItem['kind'] }
  | { readonly kind: 'remove' | 'restore'; readonly id: string }

/** What a button of `AddEvidenceFields` or `EvidenceItems` asks for; null for any other button. */
export function readEvidenceDeed(pressed: string): EvidenceDeed | null {
  const [, what] = /^add-evidence:(link|place|file)$/.exec(pressed) ?? []
  if (what) return { kind: 'add', what: what as EvidenceItem['kind'] }
  const [, kind, id] = /^(remove|restore)-evidence:([\w-]{1,40})$/.exec(pressed) ?? []
  return kind && id ? { kind: kind as 'remove' | 'restore', id } : null
}

type Errors = Partial<Record<EvidenceField, string>>

function readLinkFields(link: string, title: string, errors: Errors): LinkEvidence | null {
  if (!link) {
    if (title) errors.evidenceLink = ERRORS.linkMissing
    return null
  }
  const read = readLink(link)
  if (read.ok) return { kind: 'link', title: title || read.title, url: read.url }
  errors.evidenceLink = linkError(read.because)
  return null
}

function readPlaceFields(place: string, title: string, errors: Errors): PlaceEvidence | null {
  if (!place && !title) return null
  if (!title) errors.evidencePlaceTitle = ERRORS.placeTitleMissing
  if (!place) errors.evidencePlace = ERRORS.placeMissing
  return place && title ? { kind: 'place', title, place } : null
}

/** The file as evidence, or what is wrong with it. */
async function readUpload(upload: Upload, files: Files): Promise<NewEvidence | string> {
  const name = cleanName(upload.name)
  const identified = await files.look(upload.sha256, (content) => identify(name, content))
  if (!identified) throw new Error(`The file ${upload.sha256} was kept a moment ago and is gone.`)
  if (!identified.ok) return fileError(name, identified)
  return {
    kind: 'file',
    title: identified.name.replace(/\.[^.]*$/, '') || identified.name,
    fileName: identified.name,
    fileType: identified.type,
    bytes: upload.bytes,
    sha256: upload.sha256,
  }
}

/**
 * A file's name as its person chose it, without what could mislead in a list or break a header: control characters, and those that
 * turn text around or are never seen. Joiners stay where they join: names in Persian and Sinhala, and emoji.
 */
function cleanName(name: string): string {
  const clean = withoutUnseen(normalised(name, 'NFC'))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, '')
    .replace(/[\\/]/g, ' ')
    .trim()
  return clean.replace(/^\.+/, '') || 'file'
}
