/** Staff accounts and their posts as a list that comes as a workbook. */
import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import * as accounts from '../accounts/index.ts'
import { roleNames } from '../accounts/rules.ts'
import { type ListWriting, listKind } from '../imports/index.ts'
import { unitsOf } from '../orgs/index.ts'
import {
  type HeldStaff,
  roleLabels,
  type StaffEntry,
  type StaffFacts,
  staffChanges,
  staffComplaints,
  staffEntry,
  staffFields,
  staffKey,
  staffProblemsIn,
} from './rules/staff.ts'

type Held = HeldStaff & { row: accounts.AccountRow; postId: string | null }

async function factsFor({ trx, scope, actor }: RequestContext): Promise<StaffFacts> {
  const units = await unitsOf(trx, scope)
  const named = Map.groupBy(
    units.map(({ id, path, name, kind }) => ({ id, path, name, kind })),
    ({ name }) => name.replace(/\s/g, ''),
  )
  return { units: named, self: actor.id }
}

/** By the key of each row: its login's account, and the post where it holds it. */
async function heldFor({ trx, scope }: RequestContext, entries: readonly StaffEntry[], hold: boolean): Promise<Map<string, Held>> {
  const logins = [...new Set(entries.map(({ login }) => login))]
  const rows = await accounts.accountsByLogin(trx, scope.school, logins, hold)
  const posts = Map.groupBy(await accounts.postsOfLogins(trx, scope.school, logins), ({ accountId }) => accountId)
  const byLogin = new Map(rows.map(row => [row.login.toLowerCase(), row]))
  return new Map(
    entries.flatMap((entry): [string, Held][] => {
      const row = byLogin.get(entry.login)
      if (!row) return []
      const own = posts.get(row.id) ?? []
      const post = own.find(({ role, unitId }) => role === entry.role && unitId === entry.unit.id) ?? null
      const account = {
        id: row.id,
        name: row.name,
        member: row.memberId !== null,
        disabled: row.disabledOn !== null,
        roles: own.map(({ role }) => role),
      }
      return [[staffKey(entry), { account, post, row, postId: post?.id ?? null }]]
    }),
  )
}

export const staffImports = listKind<StaffFacts, StaffEntry, Held>({
  kind: 'staff',
  title: '工作人员账号',
  hints: '一行一个岗位；一人任几个岗位的写几行，登录名相同。日期写成 2023-03-01，不填即长期。',
  fields: () => staffFields,
  choices: { role: roleLabels },
  async facts(context) {
    const facts = await factsFor(context)
    return { facts, stamp: JSON.stringify([...facts.units.values()]) }
  },
  entry: staffEntry,
  key: staffKey,
  keyField: 'role',
  together: staffProblemsIn,
  held: (context, _, entries, hold) => heldFor(context, entries, hold),
  changes: staffChanges,
  complaints: staffComplaints,
  apply: write,
})

const worded = (error: unknown): never => {
  throw meaningOf(error) === 'login-taken' ? new ORPCError('REFUSED', { status: 409, data: { reason: 'held-meanwhile' } }) : error
}

type Writing = ListWriting<StaffFacts, StaffEntry, Held>

/** Its first post is where a new account stands. */
async function write(context: RequestContext, { importId, added, changed }: Writing) {
  const { trx, scope, record } = context
  const people = [...Map.groupBy(added, ({ entry }) => entry.login).values()].map(posts => {
    const { login, name, unit } = posts[0]!.entry
    return { id: newId(), authUserId: newId(), login, name, path: unit.path, posts: posts.map(({ entry }) => entry) }
  })
  const brought = people.map(({ posts: _, ...account }) => account)
  await accounts.addStaff(trx, scope.school, importId, brought).catch(worded)
  await accounts.addPosts(trx, scope.school, [
    ...people.flatMap(({ id, posts }) => posts.map(post => postOf(id, post))),
    ...changed.filter(gains).map(({ held, entry }) => postOf(held.account.id, entry)),
  ])
  for (const { id, login, name, path, posts } of people)
    record({ kind: 'account', id, path, after: { login, name, posts: posts.map(said), importId } })
  await change(context, importId, changed)
  return []
}

type Changed = Writing['changed'][number]

const gains = ({ changes }: Changed) => changes.some(({ field }) => field === 'role')
const renames = ({ changes }: Changed) => changes.some(({ field }) => field === 'name')

const postOf = (accountId: string, { role, unit, startsOn, endsOn }: StaffEntry): accounts.NewPost => ({
  id: newId(),
  accountId,
  role,
  unitId: unit.id,
  path: unit.path,
  startsOn,
  endsOn,
})
const said = ({ role, unit }: StaffEntry) => `${roleNames[role]}（${unit.name}）`

async function change({ trx, scope, record }: RequestContext, importId: string, changed: readonly Changed[]): Promise<void> {
  // Several rows may say the same new name of one person.
  const renamed = new Map(changed.filter(renames).map(({ held, entry }) => [held.row.id, { held, entry }]))
  const names = [...renamed.values()].map(({ held, entry }) => ({ id: held.row.id, name: entry.name, version: held.row.version + 1 }))
  if (names.length) await accounts.renameAccounts(trx, scope.school, names)
  const dated = changed.filter(({ changes }) => changes.some(({ field }) => field === 'startsOn' || field === 'endsOn'))
  const posts = dated.map(({ held, changes }) => {
    const day = (field: 'startsOn' | 'endsOn') =>
      (changes.find(each => each.field === field)?.after as Day | undefined) ?? held.post![field]
    return { id: held.postId!, startsOn: day('startsOn'), endsOn: day('endsOn') }
  })
  if (posts.length) await accounts.savePosts(trx, scope.school, posts)
  for (const { held, entry, changes } of changed)
    record({
      kind: 'account',
      id: held.account.id,
      path: held.row.path,
      before: Object.fromEntries(changes.map(({ field, before }) => [field, before])),
      after: { ...Object.fromEntries(changes.map(({ field, after }) => [field, after])), post: said(entry), importId },
    })
}
