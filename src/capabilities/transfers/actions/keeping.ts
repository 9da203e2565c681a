/** The open cases of a branch that dissolves pass to a named teacher of the 总支, who is told, as the members are. */
import { ORPCError } from '@orpc/server'
import { accountsOfMembers, holdersAt, type RequestContext } from '../../accounts/index.ts'
import { tell } from '../../inbox/index.ts'
import { narrowed } from '../../orgs/index.ts'
import { rootPath } from '../../orgs/rules.ts'
import type { Term } from '../rules.ts'
import type { CasePerson } from '../store/cases.ts'
import type { Keeper } from '../store/keepers.ts'
import * as store from '../store.ts'

export type HandedOn = {
  cohortId: string
  branch: { path: string; name: string }
  abovePath: string
  keeper: Keeper
  terms: readonly Term[]
}

/** How many are new to this keeper; those who have been told of the same one before are left alone. */
export async function handOn(context: RequestContext, { cohortId, branch, abovePath, keeper, terms }: HandedOn): Promise<number> {
  const { trx, scope, today, record } = context
  const part = narrowed(scope, branch.path)
  if (!part) throw new ORPCError('NOT_FOUND')
  const ids = await store.idsFound(trx, part, { cohortId, terms }, today)
  const people = (await store.casesOf(trx, part, ids)).map(({ person }) => person)
  const rows = people.map(({ id, memberId, path }) => ({ graduateId: id, memberId, path, ...keeper }))
  const fresh = new Set(await store.saveKeepers(trx, scope.school, cohortId, rows, today))
  const told = people.filter(({ id }) => fresh.has(id))
  for (const { id, path } of told) record({ kind: 'graduate', id, path, after: { keeper: keeper.name ?? keeper.unitName } })
  if (told.length === 0) return 0
  await tellMembers(context, told, keeper)
  await tellKeeper(context, told, { branch, abovePath, keeper })
  return told.length
}

const reachable = ({ phone }: Keeper) => (phone ? `，电话 ${phone}` : '')

async function tellMembers({ trx, scope }: RequestContext, people: readonly CasePerson[], keeper: Keeper): Promise<void> {
  const accounts = await accountsOfMembers(
    trx,
    scope.school,
    people.map(({ memberId }) => memberId),
  )
  await tell(
    trx,
    scope.school,
    accounts.map(({ id }) => id),
    {
      kind: 'transfer',
      title: keeper.name ? `您的组织关系由${keeper.name}跟进` : `您的组织关系由${keeper.unitName}跟进`,
      body: `原党支部离校后解散，接转没有办完的由${keeper.unitName}${keeper.name ?? ''}跟进${reachable(keeper)}。已填的、已办的都不变。`,
      link: '/me',
    },
  )
}

async function tellKeeper(
  { trx, scope, today }: RequestContext,
  people: readonly CasePerson[],
  { branch, abovePath, keeper }: Pick<HandedOn, 'branch' | 'abovePath' | 'keeper'>,
): Promise<void> {
  const names = people.map(({ name }) => name).join('、')
  const link = `/closing?unit=${branch.path}`
  const to = keeper.accountId ? [keeper.accountId] : await holdersAt(trx, scope.school, abovePath, 'general-branch', today)
  await tell(trx, scope.school, to, {
    kind: 'transfer',
    title: `${branch.name} ${people.length} 人的接转交给${keeper.name ? '您' : '总支'}跟进`,
    body: `${names}。支部离校后解散，接转还没有办完。下一步和期限见名单。`,
    link,
  })
  if (keeper.name) return
  await tell(trx, scope.school, await holdersAt(trx, scope.school, rootPath, 'committee-office', today), {
    kind: 'transfer',
    title: `${branch.name}离校后没有指定跟进老师`,
    body: `${keeper.unitName}没有指定老师，${people.length} 人的接转暂由总支跟进。请催总支指定到人。`,
    link,
  })
}

/** The branch stays after all. */
export const takeBack = ({ trx, scope }: RequestContext, cohortId: string, path: string) => store.dropKeepers(trx, scope, cohortId, path)
