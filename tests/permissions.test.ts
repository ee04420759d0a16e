import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Permission, ROLES, roleMay } from '../src/accounts/index.ts'
import { tableIn } from './support/tables-in-docs.ts'

/** docs/permissions.md says who may do what; the code may not say otherwise. */

const source = readFileSync(join(import.meta.dirname, '../src/accounts/policy.ts'), 'utf8')
const permissions = [...source.matchAll(/^ {2}'([a-z-]+)': \[/gm)].map(([, name = '']) => name as Permission)
const rows = tableIn('docs/permissions.md', 'Who may do what')
const named = (cell: string | undefined) => cell?.replaceAll('`', '') ?? ''

describe('who may do what, as documented', () => {
  test('every permission is in the table, once', () => {
    expect(permissions.length).toBeGreaterThan(8)
    expect(rows.map((row) => named(row.permission))).toEqual(permissions)
  })

  test.each(permissions)('%s: for the roles that the code gives it to', (permission) => {
    const row = rows.find((each) => named(each.permission) === permission)
    expect(ROLES.filter((role) => row?.[role] === 'yes')).toEqual(ROLES.filter((role) => roleMay(role, permission)))
    expect(ROLES.filter((role) => row?.[role] === 'no')).toEqual(ROLES.filter((role) => !roleMay(role, permission)))
  })
})
