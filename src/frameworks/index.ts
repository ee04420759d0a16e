// Framework packs: load, check, publish. YAML and the checker are behind `import()`, so that starting does not wait for them.
export { loadPack, type PackLoaded, refusalText, registerBuiltIn } from './actions.ts'
export { FRAMEWORK_USAGE, frameworkCommand } from './cli.ts'
export { AboutFramework, SupportContact, WhoFillsItIn } from './components.tsx'
export { besideWords, documentName, placeWords, publishedWords, wordingWords } from './content.ts'
export {
  type Correction,
  type Edition,
  type Erratum,
  type EvidenceTheme,
  type ExampleEvidence,
  type ExampleItem,
  type ExemptionRule,
  exampleItems,
  type Indicator,
  type Priority,
  type Provenance,
  type Rating,
  type Standard,
  type UsefulLink,
  type WorkedExample,
} from './edition.ts'
export { editionFromJson } from './pack/compiled.ts'
export { type Fault, faultText } from './pack/fault.ts'
export {
  coreIndicators,
  correctionsSince,
  editionsBeside,
  frameworksIn,
  indicatorById,
  type Neighbours,
  neighbours,
  ratingById,
  ratingHalf,
  themesForIndicator,
} from './rules.ts'
export { type EditionListed, editionsInUse, findEdition, listEditions, pinnedEdition, readEditions, wordsInUse } from './store.ts'
export type { FrameworkEditionTable } from './tables.ts'
export { meanTheSame, type TextChange, textChanges } from './wording.ts'
