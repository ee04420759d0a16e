/** Who is doing this: a signed-in person, or the program itself (a schedule, a command in the terminal). */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly email: string }
  | { readonly kind: 'system'; readonly name: string }

/** How the actor is written on the audit trail. */
export function actorId(actor: Actor): string {
  return actor.kind === 'person' ? actor.id : `system:${actor.name}`
}
