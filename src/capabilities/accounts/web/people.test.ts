import { expect, test } from 'vitest'
import { type AccountPost, holding, peopleOf } from './people.ts'

const row = (id: string, role: AccountPost['role'], unitName: string | null): AccountPost => ({
  id,
  login: id,
  name: `${id}老师`,
  role,
  roleName: role && '职务',
  unitName,
  disabled: false,
})
const people = peopleOf([
  row('lin', 'general-branch', '外国语学院党总支'),
  row('lin', 'branch-teacher', '英语第一党支部'),
  row('chen', null, null),
])

test('two posts are one person; an account without a post stays in the list', () => {
  expect(people.map(({ login, posts }) => [login, posts.map(({ unitName }) => unitName)])).toEqual([
    ['lin', ['外国语学院党总支', '英语第一党支部']],
    ['chen', []],
  ])
})

test.each([
  [undefined, '', ['lin', 'chen']],
  ['branch-teacher', '', ['lin']],
  [undefined, 'chen老', ['chen']],
  ['auditor', '', []],
])('role %s and words “%s” find %j', (role, words, logins) => {
  expect(holding(people, role, words).map(({ login }) => login)).toEqual(logins)
})
