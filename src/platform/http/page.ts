import type { Child } from '#jsx/jsx-runtime'

/** A page before it is dressed: the layout adds the header, the navigation and the assets. */
export interface Page {
  readonly title: string
  readonly body: Child
  /** True when the page shows a form again with something to correct. */
  readonly error?: boolean
  /** A module of scripts that this page needs besides what every page has. */
  readonly module?: 'list.js'
  readonly back?: { readonly href: string; readonly text: string }
}
