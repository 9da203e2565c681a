import './tables.ts'
import type { Insertable } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { insertRows, type Tables, type Trx, updateRows } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import type { Role } from './rules.ts'

const postsOfAccounts = (trx: Trx) =>
  trx
    .selectFrom('accounts as a')
    .innerJoin('posts as p', join => join.onRef('p.school_id', '=', 'a.school_id').onRef('p.account_id', '=', 'a.id'))
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'p.school_id').onRef('u.id', '=', 'p.unit_id'))
    .select([
      'a.school_id as schoolId',
      'a.id as accountId',
      'a.name as name',
      'a.member_id as memberId',
      'a.disabled_on as disabledOn',
      'p.role as role',
      'p.path as path',
      'p.starts_on as startsOn',
      'p.ends_on as endsOn',
      'u.id as unitId',
      'u.name as unitName',
    ])
    .orderBy('p.id')

/** Who a signed-in user is: the account with its posts, over all schools; asked by the gate alone. */
export const postsOfUser = (trx: Trx, authUserId: string) => postsOfAccounts(trx).where('a.auth_user_id', '=', authUserId).execute()

/** The same for an account that began a task and need not be signed in any more. */
export const postsOfAccount = (trx: Trx, school: string, account: string) =>
  postsOfAccounts(trx).where('a.school_id', '=', school).where('a.id', '=', account).execute()

/** Accounts of a scope with the posts they hold. */
export const accountsOf = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('accounts as a')
    .leftJoin('posts as p', join => join.onRef('p.school_id', '=', 'a.school_id').onRef('p.account_id', '=', 'a.id'))
    .leftJoin('org_units as u', join => join.onRef('u.school_id', '=', 'p.school_id').onRef('u.id', '=', 'p.unit_id'))
    .select(['a.id as id', 'a.login as login', 'a.name as name', 'a.disabled_on as disabledOn', 'p.role as role', 'u.name as unitName'])
    .where('a.school_id', '=', scope.school)
    .where('a.member_id', 'is', null)
    .orderBy('a.path')
    .orderBy('a.login')
    .execute()

/** The accounts that hold a role at exactly this unit today: whom a message goes to. */
export const holdersAt = async (trx: Trx, school: string, path: string, role: string, today: Day): Promise<string[]> =>
  (
    await trx
      .selectFrom('posts')
      .select('account_id as id')
      .where('school_id', '=', school)
      .where('path', '=', path)
      .where('role', '=', role as never)
      .where(({ or, eb }) => or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
      .execute()
  ).map(row => row.id)

/** Staff whose posts stand in the scope, with the post that reaches furthest first. */
export const staffIn = (trx: Trx, { school, path, pathEnd }: Scope, among: readonly Role[], today: Day) =>
  trx
    .selectFrom('posts as p')
    .innerJoin('accounts as a', join => join.onRef('a.school_id', '=', 'p.school_id').onRef('a.id', '=', 'p.account_id'))
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'p.school_id').onRef('u.id', '=', 'p.unit_id'))
    .select(['a.id as id', 'a.name as name', 'u.name as unitName', 'p.path as path'])
    .where('p.school_id', '=', school)
    .where('p.path', '>=', path)
    .where('p.path', '<', pathEnd)
    .where('p.role', 'in', among)
    .where('a.member_id', 'is', null)
    .where('a.disabled_on', 'is', null)
    .where(({ or, eb }) => or([eb('p.starts_on', 'is', null), eb('p.starts_on', '<=', today)]))
    .where(({ or, eb }) => or([eb('p.ends_on', 'is', null), eb('p.ends_on', '>=', today)]))
    .orderBy('p.path')
    .orderBy('a.name')
    .execute()

export const accountsOfMembers = (trx: Trx, school: string, memberIds: readonly string[]) =>
  memberIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('accounts')
        .select(['id', 'member_id as memberId'])
        .where('school_id', '=', school)
        .where('member_id', 'in', memberIds)
        .execute()

export type NewAccount = {
  authUser: { id: string; username: string; password: string }
  account: Omit<Insertable<Tables['accounts']>, 'version' | 'disabled_on' | 'auth_user_id' | 'import_id' | 'must_change_password'>
  post: Insertable<Tables['posts']>
}

/** Adds people who may sign in; by the system's own work only, since it writes the identity tables. */
export async function addAccounts(system: Trx, people: readonly NewAccount[], now: Date): Promise<void> {
  await insertRows(
    system,
    'auth_users',
    people.map(({ authUser }) => ({
      id: authUser.id,
      name: authUser.username,
      email: `${authUser.id}@invalid`,
      email_verified: false,
      username: authUser.username,
      display_username: authUser.username,
    })),
  )
  await insertRows(
    system,
    'auth_accounts',
    people.map(({ authUser }) => ({
      id: authUser.id,
      account_id: authUser.id,
      provider_id: 'credential',
      user_id: authUser.id,
      password: authUser.password,
      updated_at: now,
    })),
  )
  await insertRows(
    system,
    'accounts',
    people.map(({ account, authUser }) => ({ ...account, auth_user_id: authUser.id })),
  )
  await insertRows(
    system,
    'posts',
    people.map(({ post }) => post),
  )
}

/** Members who moved take their accounts and posts to the new branch. */
export async function moveAccounts(
  trx: Trx,
  school: string,
  moves: readonly { memberId: string; to: string; unitId: string }[],
): Promise<void> {
  const places = new Map(moves.map(move => [move.memberId, move]))
  const accounts = await accountsOfMembers(trx, school, [...places.keys()])
  if (accounts.length === 0) return
  const rows = accounts.map(({ id, memberId }) => ({ id, ...places.get(memberId!)! }))
  await updateRows(
    trx,
    'posts',
    ['school_id', 'account_id'],
    rows.map(({ id, to, unitId }) => ({ school_id: school, account_id: id, path: to, unit_id: unitId })),
  )
  await updateRows(
    trx,
    'accounts',
    ['school_id', 'id'],
    rows.map(({ id, to }) => ({ school_id: school, id, path: to })),
  )
}
