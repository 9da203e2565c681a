import { expect, test } from 'vitest'
import { roles } from '../../accounts/rules.ts'
import { mayHold, staffRoles } from './posts.ts'
import { type HeldStaff, type StaffEntry, staffChanges, staffComplaints } from './staff.ts'

test.each([
  ['committee-office', 'committee', true],
  ['committee-office', 'general-branch', false],
  ['system-admin', 'branch', false],
  ['general-branch', 'sub-committee', true],
  ['general-branch', 'direct-branch', false],
  ['direct-branch', 'direct-branch', true],
  ['branch-teacher', 'branch', true],
  ['branch-teacher', 'direct-branch', true],
  ['branch-secretary', 'general-branch', false],
  ['counselor', 'general-branch', true],
  ['counselor', 'committee', false],
] as const)('%s at a %s: %s', (role, kind, may) => expect(mayHold(role, kind)).toBe(may))

test('members are no staff', () => expect([...staffRoles, 'graduate', 'junior'].sort()).toEqual([...roles].sort()))

const entry: StaffEntry = {
  name: '周老师',
  login: 'zhou',
  unit: { id: 'u', path: '/1/', name: '中共示范大学委员会', kind: 'committee' },
  role: 'auditor',
  startsOn: null,
  endsOn: null,
}
const account = { id: 'a', name: '周老师', member: false, disabled: false, roles: [] } as const
const held = (more: Partial<HeldStaff['account']> = {}, post: HeldStaff['post'] = null): HeldStaff => ({
  account: { ...account, ...more },
  post,
})
const kindsOf = (known: HeldStaff | undefined, self = 'me') =>
  staffComplaints(entry, known, { self }).map(({ complaint: { kind } }) => kind)

test.each([
  ['a new login', undefined, []],
  ['another post of one who has none of the three', held({ roles: ['committee-office'] }), []],
  ['the same post again', held({ roles: ['auditor'] }), []],
  ['who sets the system up', held({ roles: ['system-admin'] }), ['roles-apart']],
  ['who gives rights', held({ roles: ['security-admin'] }), ['roles-apart']],
  ['a member’s login', held({ member: true }), ['login-of-member']],
  ['an account that was ended', held({ disabled: true }), ['account-disabled']],
  ['another name', held({ name: '吴老师' }), ['login-of-another']],
])('complains of the auditor’s post for %s: %o', (_, known, kinds) => expect(kindsOf(known)).toEqual(kinds))

test('nobody brings an own post', () => expect(kindsOf(held(), 'a')).toEqual(['own-account']))

test.each([
  ['no post yet', held(), ['岗位']],
  ['the post as it is', held({}, { startsOn: null, endsOn: null }), []],
  ['a new name beside', held({ name: '吴老师' }, { startsOn: null, endsOn: null }), ['姓名']],
])('changes with %s', (_, known, labels) => expect(staffChanges(known, entry).map(({ label }) => label)).toEqual(labels))
