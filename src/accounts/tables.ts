import type { ColumnType } from 'kysely'

/** A time in the sign-in library's tables: text in SQLite, a Date from PostgreSQL. Written as ISO text, which both accept. */
type LibraryTime = ColumnType<string | Date, string, string>

export interface PersonTable {
  id: string
  name: string
  email: string
  email_verified: ColumnType<number | boolean, number | boolean, number | boolean>
  image: string | null
  created_at: LibraryTime
  updated_at: LibraryTime
  /** When the account was closed. The row stays, emptied, because what the person wrote stays. */
  closed_at: string | null
}

export interface SessionTable {
  id: string
  token: string
  person_id: string
  expires_at: LibraryTime
  created_at: LibraryTime
  updated_at: LibraryTime
  ip_address: string | null
  user_agent: string | null
}

/** How a person signs in; for now always a passphrase (`provider_id` is `credential`). */
export interface SignInMethodTable {
  id: string
  account_id: string
  provider_id: string
  person_id: string
  password: string | null
  created_at: LibraryTime
  updated_at: LibraryTime
}

/** Links that were mailed, by what they are for. */
export interface MailedLinkTable {
  /** SHA-256 of the token in the link, in base64url. */
  digest: string
  purpose: string
  person_id: string
  sent_at: string
  expires_at: string
}

/** Links that were mailed to an address that had no account, to sign up with it. */
export interface SignUpLinkTable {
  /** As of other links. */
  digest: string
  /** Of whoever signs up by it: there is no such person before. */
  person_id: string
  email: string
  /** Where they were going: an address on this site. */
  next: string | null
  sent_at: string
}

/** The sign-in library's own; nothing of ours is in it. */
export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: LibraryTime
  created_at: LibraryTime
  updated_at: LibraryTime
}

export interface OrganisationTable {
  id: string
  name: string
  kind: string | null
  /** JSON list of org-id identifiers. */
  registrations: string
  /** JSON list. */
  areas: string
  /** JSON list of mentoring model ids. */
  models: string
  mentors_per_year: string | null
  young_people_per_year: string | null
  /** JSON list of quality marks held. */
  marks: string
  created_at: string
  updated_at: string
}

export interface MembershipTable {
  organisation_id: string
  person_id: string
  role: string
  created_at: string
}

export interface ThrottleTable {
  key: string
  count: number
  resets_at: string
}

declare module '../platform/database/tables.ts' {
  interface SharedTables {
    person: PersonTable
    session: SessionTable
    sign_in_method: SignInMethodTable
    mailed_link: MailedLinkTable
    sign_up_link: SignUpLinkTable
    verification: VerificationTable
    organisation: OrganisationTable
    /** Shared, because a person's own memberships are looked up across organisations. */
    membership: MembershipTable
    throttle: ThrottleTable
  }
}
