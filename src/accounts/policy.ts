/** What a person is in an organisation, most trusted first. */
export const ROLES = ['owner', 'lead', 'contributor', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** Everything a role can allow, each with who has it. One line each, to be read aloud. */
const ALLOWED = {
  'see-organisation': ['owner', 'lead', 'contributor', 'viewer'],
  'describe-organisation': ['owner', 'lead'],
  'manage-members': ['owner'],
  'see-assessments': ['owner', 'lead', 'contributor', 'viewer'],
  'start-assessment': ['owner', 'lead'],
  'answer-assessment': ['owner', 'lead', 'contributor'],
  'claim-exemption': ['owner', 'lead'],
  'complete-assessment': ['owner', 'lead'],
  'correct-assessment': ['owner', 'lead'],
  'change-plan': ['owner', 'lead', 'contributor'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof ALLOWED

export function roleMay(role: Role, permission: Permission): boolean {
  return (ALLOWED[permission] as readonly Role[]).includes(role)
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}
