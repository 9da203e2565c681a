/** Staff as a list brings them: accounts with their posts. Their sign-ins are opened by functions of the database, for requests write no identity. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, type Trx, updateRows } from '../../../platform/database/index.ts'
import { meaning } from '../../../platform/database/violations.ts'
import type { Role } from '../rules.ts'

meaning('accounts_login_unique', 'login-taken')
meaning('auth_users_username_key', 'login-taken')

const oneOf = (texts: readonly string[]) => sql<string>`(select json_array_elements_text(${JSON.stringify(texts)}::json))`

/** Accounts with these logins, members' too; `hold` keeps them so until the transaction ends. */
export const accountsByLogin = (trx: Trx, school: string, logins: readonly string[], hold: boolean) =>
  trx
    .selectFrom('accounts')
    .select(['id', 'login', 'name', 'path', 'member_id as memberId', 'disabled_on as disabledOn', 'version'])
    .where('school_id', '=', school)
    .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('login')])} in ${oneOf(logins)}`)
    .$if(hold, query => query.forUpdate())
    .execute()
export type AccountRow = Awaited<ReturnType<typeof accountsByLogin>>[number]

export const postsOfLogins = (trx: Trx, school: string, logins: readonly string[]) =>
  trx
    .selectFrom('posts as p')
    .innerJoin('accounts as a', join => join.onRef('a.school_id', '=', 'p.school_id').onRef('a.id', '=', 'p.account_id'))
    .select([
      'p.id as id',
      'p.account_id as accountId',
      'p.role as role',
      'p.unit_id as unitId',
      'p.starts_on as startsOn',
      'p.ends_on as endsOn',
    ])
    .where('p.school_id', '=', school)
    .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('a.login')])} in ${oneOf(logins)}`)
    .execute()
export type PostRow = Awaited<ReturnType<typeof postsOfLogins>>[number]

export type NewStaff = { id: string; authUserId: string; login: string; name: string; path: string }
export type NewPost = {
  id: string
  accountId: string
  role: Role
  unitId: string
  path: string
  startsOn: Day | null
  endsOn: Day | null
}

/** Nobody signs in by them before a first password is given. */
export async function addStaff(trx: Trx, school: string, importId: string, people: readonly NewStaff[]): Promise<void> {
  if (people.length === 0) return
  const signIns = people.map(({ authUserId, login }) => ({ id: authUserId, login }))
  await sql`select open_sign_ins(${JSON.stringify(signIns)}::json)`.execute(trx)
  await insertRows(
    trx,
    'accounts',
    people.map(({ authUserId, ...account }) => ({
      school_id: school,
      ...account,
      auth_user_id: authUserId,
      member_id: null,
      import_id: importId,
      must_change_password: true,
    })),
  )
}

export const addPosts = (trx: Trx, school: string, posts: readonly NewPost[]) =>
  insertRows(
    trx,
    'posts',
    posts.map(({ id, accountId, role, unitId, path, startsOn, endsOn }) => ({
      school_id: school,
      id,
      account_id: accountId,
      role,
      unit_id: unitId,
      path,
      starts_on: startsOn,
      ends_on: endsOn,
    })),
  )

export const savePosts = (trx: Trx, school: string, posts: readonly { id: string; startsOn: Day | null; endsOn: Day | null }[]) =>
  updateRows(
    trx,
    'posts',
    ['school_id', 'id'],
    posts.map(({ id, startsOn, endsOn }) => ({ school_id: school, id, starts_on: startsOn, ends_on: endsOn })),
  )

export const renameAccounts = (trx: Trx, school: string, accounts: readonly { id: string; name: string; version: number }[]) =>
  updateRows(
    trx,
    'accounts',
    ['school_id', 'id'],
    accounts.map(({ id, name, version }) => ({ school_id: school, id, name, version })),
  )

/** Whom an import brought, with the posts of each. */
export const broughtBy = (trx: Trx, school: string, importId: string) =>
  trx
    .selectFrom('accounts as a')
    .innerJoin('posts as p', join => join.onRef('p.school_id', '=', 'a.school_id').onRef('p.account_id', '=', 'a.id'))
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'p.school_id').onRef('u.id', '=', 'p.unit_id'))
    .select([
      'a.id as id',
      'a.name as name',
      'a.login as login',
      'a.path as path',
      'a.must_change_password as mustChangePassword',
      'p.role as role',
      'u.name as unitName',
    ])
    .where('a.school_id', '=', school)
    .where('a.import_id', '=', importId)
    .orderBy('a.path')
    .orderBy('a.login')
    .orderBy('p.id')
    .execute()

/** Hashed; passed over are those whose password is their own by now. Returns how many were given. */
export const giveFirstPasswords = async (trx: Trx, given: readonly { account: string; password: string }[]): Promise<number> =>
  (await sql<{ given: number }>`select give_first_passwords(${JSON.stringify(given)}::json) as given`.execute(trx)).rows[0]!.given
