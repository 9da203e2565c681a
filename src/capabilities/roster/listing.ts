/** The roster as it is read: lists, one person, changes. Numbers leave here masked, but for `reveal`. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { pageFrom, pageKey } from '../../kernel/paging.ts'
import { wholeNumberIn } from '../../kernel/whole-number.ts'
import type { RequestContext } from '../accounts/index.ts'
import { narrowed, type Scope, vaultsById } from '../orgs/index.ts'
import { cohort } from '../plans/index.ts'
import type { ChangeView, GraduatePage, GraduateView, LedgerView, RevealedView, RosterFilter } from './contract.ts'
import { fieldLabel, openGraduateSteps, sensitiveFields } from './rules.ts'
import { unsealMember } from './sealed.ts'
import * as changeStore from './store/changes.ts'
import * as full from './store/full.ts'
import * as listStore from './store/list.ts'
import * as numberStore from './store/numbers.ts'
import type { PersonRow } from './store.ts'

const ID_LENGTH = 18
const PHONE_LENGTH = 11
const stars = (last4: string | null, length: number) => (last4 === null ? null : last4.padStart(length, '*'))

/** As every list shows them: nothing but the last four. */
export const masked = ({ idNumberLast4, phoneLast4 }: { idNumberLast4: string | null; phoneLast4: string | null }) => ({
  idNumber: stars(idNumberLast4, ID_LENGTH),
  phone: stars(phoneLast4, PHONE_LENGTH),
})

const ledgerView = (row: listStore.LedgerRow): LedgerView => ({
  ...view(row),
  bornOn: row.bornOn,
  education: row.education,
  degree: row.degree,
  nativePlace: row.nativePlace,
  registeredAt: row.registeredAt,
  partyPost: row.partyPost,
  introducers: row.introducers,
  remark: row.remark,
})

const view = (row: PersonRow): GraduateView => ({
  id: row.id,
  memberId: row.memberId,
  cohortId: row.cohortId,
  version: row.version,
  studentNumber: row.studentNumber,
  name: row.name,
  sex: row.sex,
  ethnicGroup: row.ethnicGroup,
  ...masked(row),
  membership: row.membership,
  joinedOn: row.joinedOn,
  confirmedOn: row.confirmedOn,
  college: row.college,
  major: row.major,
  className: row.className,
  duesPaidTo: row.duesPaidTo,
  relationAtSchool: row.relationAtSchool,
  outcome: row.outcome,
  reduction: row.reduction,
  tags: row.tags,
  responsible: row.responsibleId === null ? null : { id: row.responsibleId, name: row.responsibleName! },
  branch: { id: row.unitId, name: row.branchName, path: row.path },
})

/** The part of the scope that is asked for; a unit outside it is as unknown as one that does not exist. */
export const within = (scope: Scope, path: string | undefined): Scope => {
  const part = path === undefined ? scope : narrowed(scope, path)
  if (!part) throw new ORPCError('NOT_FOUND')
  return part
}

const indexColumns = { phone: 'phone_index', 'id-number': 'id_number_index' } as const

/** A whole ID number or phone is sought by its index: exact, and only for who may see such numbers. */
export async function filterOf(
  context: RequestContext,
  { search, path: _, responsible, ...asked }: RosterFilter,
): Promise<listStore.Filter> {
  const filter = { ...asked, ...(responsible && { responsible: responsible === 'nobody' ? null : responsible }) }
  if (!search) return filter
  const whole = context.actor.permissions.has('roster:reveal') ? wholeNumberIn(search) : null
  if (!whole) return { ...filter, search: { text: search } }
  // Asked for a cohort that is not there, the vault would make a key for it.
  if (!(await cohort(context.trx, context.scope, filter.cohortId))) throw new ORPCError('NOT_FOUND')
  const value = (await context.vault(filter.cohortId)).index(whole.kind, whole.number)
  return { ...filter, search: { text: whole.number, index: { column: indexColumns[whole.kind], value } } }
}

export async function list(
  context: RequestContext,
  { after, from, limit, ...asked }: RosterFilter & { after?: listStore.Key | undefined; from?: number | undefined; limit: number },
) {
  const { trx } = context
  const scope = within(context.scope, asked.path)
  const filter = await filterOf(context, asked)
  const found = await (after
    ? listStore.page(trx, scope, filter, limit + 1, after)
    : listStore.pageAt(trx, scope, filter, limit + 1, from ?? 0))
  const { page, next } = pageFrom(found, limit, ({ path, pinyin, id }) => pageKey(path, pinyin, id))
  return { rows: page.map(ledgerView), total: await listStore.total(trx, scope, filter), next }
}

const AT_ONCE = 5_000

/** All of them, page by page. */
export async function ledgerRows(context: RequestContext, asked: RosterFilter): Promise<LedgerView[]> {
  const scope = within(context.scope, asked.path)
  const filter = await filterOf(context, asked)
  const rows: LedgerView[] = []
  for (let after: listStore.Key | undefined; ; ) {
    const found = await listStore.page(context.trx, scope, filter, AT_ONCE, after)
    for (const row of found) rows.push(ledgerView(row))
    const last = found.at(-1)
    if (found.length < AT_ONCE || !last) return rows
    after = [last.path, last.pinyin, last.id]
  }
}

/** More people than this never share a number. */
const SHARING = 200

export async function lookup(context: RequestContext, asked: RosterFilter) {
  const scope = within(context.scope, asked.path)
  const rows = await listStore.page(context.trx, scope, await filterOf(context, asked), SHARING)
  return { rows: rows.map(ledgerView), total: rows.length, next: null }
}

const emptied = <Code extends string>(codes: readonly Code[]) => Object.fromEntries(codes.map(code => [code, 0])) as Record<Code, number>

export async function counts<Outcome extends string, Membership extends string>(
  { trx, scope }: RequestContext,
  { cohortId, path }: { cohortId: string; path?: string | undefined },
  codes: { outcomes: readonly Outcome[]; memberships: readonly Membership[] },
) {
  const rows = await listStore.counts(trx, within(scope, path), cohortId)
  const outcomes: Record<string, number> = emptied(codes.outcomes)
  const memberships: Record<string, number> = emptied(codes.memberships)
  const branches = new Map<string, { id: string; name: string; path: string; count: number }>()
  let total = 0
  for (const row of rows) {
    const count = Number(row.count)
    const branch = branches.get(row.id) ?? { id: row.id, name: row.name, path: row.path, count: 0 }
    branches.set(row.id, { ...branch, count: branch.count + count })
    outcomes[row.outcome] = (outcomes[row.outcome] ?? 0) + count
    memberships[row.membership] = (memberships[row.membership] ?? 0) + count
    total += count
  }
  return {
    total,
    branches: [...branches.values()],
    outcomes: outcomes as Record<Outcome, number>,
    memberships: memberships as Record<Membership, number>,
  }
}

export async function personPage(context: RequestContext, person: PersonRow | undefined): Promise<GraduatePage> {
  const { trx, scope, actor } = context
  const row = person && (await full.graduateInFull(trx, scope, person.id))
  if (!person || !row) throw new ORPCError('NOT_FOUND')
  return {
    ...view(person),
    bornOn: row.bornOn,
    idType: row.idType,
    nativePlace: row.nativePlace,
    registeredAt: row.registeredAt,
    education: row.education,
    degree: row.degree,
    partyPost: row.partyPost,
    introducers: row.introducers,
    remark: row.remark,
    hasContacts: row.contacts_sealed !== null,
    formerNumbers: await numberStore.formerNumbersOf(trx, scope, row.memberId, row.studentNumber),
    outcomeFacts: row.outcomeFacts ?? {},
    hasContactPhone: row.contactPhoneSealed !== null,
    reducedOn: row.reducedOn,
    can: openGraduateSteps(row, permission => actor.permissions.has(permission as never)),
  }
}

/** One reason for one list of people: one entry, which names them. */
export async function reveal(
  context: RequestContext,
  { memberIds, reason }: { memberIds: string[]; reason: string },
): Promise<RevealedView[]> {
  const { trx, scope, keys, record } = context
  const ids = [...new Set(memberIds)]
  const rows = await full.sealedOf(trx, scope, ids)
  if (rows.length !== ids.length) throw new ORPCError('NOT_FOUND')
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    rows.map(row => row.key_id),
  )
  record({ kind: 'members', id: newId(), path: scope.path, after: { reason, members: ids } })
  return rows.map(row => ({ memberId: row.id, studentNumber: row.studentNumber, name: row.name, ...unsealMember(vaults, row) }))
}

type ChangesAsked = changeStore.ChangeFilter & { after?: string | undefined; limit: number }

export async function changes({ trx, scope }: RequestContext, { after, limit, ...filter }: ChangesAsked) {
  const { page, next } = pageFrom(await changeStore.changes(trx, scope, filter, limit + 1, after), limit, ({ id }) => id)
  return {
    rows: page.map(
      ({ proposalId, ...row }): ChangeView => ({
        ...row,
        proposed: proposalId !== null,
        at: row.at.toISOString(),
        basis: row.basis,
        changes: Object.entries(row.changes).map(([field, change]) => ({
          field,
          label: fieldLabel(field),
          ...change,
          sensitive: sensitiveFields.has(field),
        })),
      }),
    ),
    total: await changeStore.countChanges(trx, scope, filter),
    next,
  }
}
