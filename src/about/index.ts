// The pages that the footer leads to: about, help, privacy, accessibility, source and licence.
export { FOOTER_LINKS } from './content.ts'
export { paths as aboutPaths } from './paths.ts'
export { createAbout } from './routes.ts'
