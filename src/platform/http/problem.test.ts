import { expect, test } from 'vitest'
import { DatabaseUnavailable } from '../database/failures.ts'
import { Problem, problemOf } from './problem.ts'

const withCode = (code: string) => Object.assign(new Error(code), { code })

test.each<readonly [string, unknown]>([
  ['the database', new DatabaseUnavailable('gone')],
  ['a cause of a cause', new Error('the save failed', { cause: new Error('so', { cause: new DatabaseUnavailable('gone') }) })],
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE'].map((code) => [code, withCode(code)] as const),
])('what passes is not our fault, and is worth trying again: %s', (_name, error) => {
  expect(problemOf(error)).toMatchObject({ kind: 'unavailable', retryAfter: 5, cause: error })
})

test.each<readonly [string, unknown]>([
  ['a fault of ours', new TypeError('x is undefined')],
  ['a file that is gone', withCode('ENOENT')],
  ['no error at all', 'text'],
])('%s is ours', (_name, error) => {
  expect(problemOf(error)).toMatchObject({ kind: 'broken', retryAfter: null })
})

test('a problem is what it was', () => {
  const problem = new Problem('stale', { cause: new DatabaseUnavailable('gone') })
  expect(problemOf(problem)).toBe(problem)
})
