/** What surrounds every page: who is signed in, where they can go, and what was just done. Filled in by the program. */
export interface Chrome {
  readonly person: { readonly id: string; readonly name: string } | null
  readonly organisation: { readonly name: string; readonly home: string } | null
  readonly navigation: readonly NavigationItem[]
  readonly account: readonly { readonly text: string; readonly href: string }[]
  /** A form, not a link: signing out changes something. */
  readonly signOut: { readonly action: string; readonly token: string } | null
  /** The same object for as long as it says the same. */
  readonly footer: Footer
  readonly notice: { readonly kind: 'success' | 'information'; readonly text: string } | null
  /** The address of a built file, with its content hash. */
  readonly asset: (name: AssetName) => string
}

export interface Footer {
  /** Sentences: whose framework this is. */
  readonly lines: readonly string[]
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

export interface NavigationItem {
  readonly text: string
  readonly href: string
  readonly current: boolean
}

export type AssetName = 'app.css' | 'work.css' | 'app.js' | 'favicon.svg' | ModuleName

/** Scripts for the pages that need them: one more for such a page, of at most 15 KB. */
export type ModuleName = 'list.js'
