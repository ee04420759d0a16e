import { v7 } from 'uuid'

/** A new UUIDv7: unique everywhere, and in order of making, so that primary keys stay close together on disk. */
export function newId(): string {
  return v7()
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for the canonical lower-case form only, so that one thing has one address. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
