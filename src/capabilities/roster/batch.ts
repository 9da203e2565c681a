/** One change for many people: shown person by person first, then done as it was shown, in one transaction. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { staffIn } from '../accounts/index.ts'
import type { Role } from '../accounts/rules.ts'
import { cohort } from '../plans/index.ts'
import { type Judged, judged, refuses, type Texts } from './checking.ts'
import type { BatchChange, BatchPreview } from './contract/batch.ts'
import { type Facts, factsFor } from './importing.ts'
import { type Known, opened } from './known.ts'
import { filterOf, within } from './listing.ts'
import { announceChange } from './moves.ts'
import { changeRow } from './rows.ts'
import { type BatchRefusal, decideBatch, MAX_BATCH, mayBeResponsible, sameTags, tagsAfter } from './rules/batch.ts'
import { textOfField } from './rules/value-text.ts'
import { isWeighty } from './rules/weight.ts'
import { type Change, fieldLabel } from './rules.ts'
import * as beside from './store/beside.ts'
import * as full from './store/full.ts'
import * as listStore from './store/list.ts'
import * as writeStore from './store/write.ts'
import type { FieldChange } from './tables.ts'
import { changePeople } from './write.ts'

const refused = (reason: BatchRefusal, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail && { detail }) } })

type Staff = { id: string; name: string }
type Besides = { tags: string[]; responsibleId: string | null; responsibleName: string | null }
/** What becomes of one person. */
type Outlook = {
  row: full.FullRow
  known: Known | null
  fields: Change[]
  problems: string[]
  beside: Besides
  besideChanges: Record<string, FieldChange>
}

const staffRoles: readonly Role[] = ['general-branch', 'direct-branch', 'branch-teacher', 'counselor']

export async function staff({ trx, scope, today }: RequestContext, cohortId: string) {
  if (!(await cohort(trx, scope, cohortId))) throw new ORPCError('NOT_FOUND')
  const counts = new Map((await beside.looksAfter(trx, scope, cohortId)).map(({ id, count }) => [id, Number(count)]))
  const found = await staffIn(trx, scope, staffRoles, today)
  const first = new Map(found.toReversed().map(each => [each.id, each]))
  return [...first.values()].toReversed().map(each => ({ ...each, count: counts.get(each.id) ?? 0 }))
}

async function responsibleOf(
  context: RequestContext,
  { responsibleId }: BatchChange,
  rows: readonly full.FullRow[],
): Promise<Staff | null> {
  if (!responsibleId) return null
  const branches = [...new Set(rows.map(({ path }) => path))]
  const found = (await staffIn(context.trx, context.scope, staffRoles, context.today)).filter(({ id }) => id === responsibleId)
  const fit = found.find(({ path }) => mayBeResponsible(path, branches))
  if (!fit) throw refused('not-responsible-here', found[0]?.name)
  return fit
}

const isAsked = ({ fields, addTags, removeTags, responsibleId }: BatchChange): boolean =>
  Object.keys(fields ?? {}).length + (addTags?.length ?? 0) + (removeTags?.length ?? 0) > 0 || responsibleId !== undefined

const besideOf = (row: full.FullRow, change: BatchChange, responsible: Staff | null): Besides => ({
  tags: tagsAfter(row.tags ?? [], { add: change.addTags ?? [], remove: change.removeTags ?? [] }),
  responsibleId: change.responsibleId === undefined ? row.responsibleId : (responsible?.id ?? null),
  responsibleName: change.responsibleId === undefined ? row.responsibleName : (responsible?.name ?? null),
})

const besideChangesOf = (row: full.FullRow, after: Besides): Record<string, FieldChange> => ({
  ...(sameTags(row.tags ?? [], after.tags) ? {} : { tags: { before: (row.tags ?? []).join('、'), after: after.tags.join('、') } }),
  ...(row.responsibleId === after.responsibleId
    ? {}
    : { responsible: { before: row.responsibleName ?? '', after: after.responsibleName ?? '' } }),
})

/** Reads the people once; who asks only for marks is spared the opening of numbers. */
async function outlook(context: RequestContext, facts: Facts, rows: readonly full.FullRow[], change: BatchChange): Promise<Outlook[]> {
  const responsible = await responsibleOf(context, change, rows)
  const texts = (change.fields ?? {}) as Texts
  const asksFields = Object.keys(texts).length > 0
  const known = asksFields ? await opened(context, rows) : []
  const found: (Judged | undefined)[] = asksFields
    ? judged(
        facts,
        known.map(one => ({ known: one, texts })),
      )
    : []
  return rows.map((row, at) => {
    const after = besideOf(row, change, responsible)
    const judgement = found[at]
    return {
      row,
      known: known[at] ?? null,
      fields: judgement?.changes ?? [],
      problems: (judgement?.problems ?? []).filter(refuses).map(({ text }) => text),
      beside: after,
      besideChanges: besideChangesOf(row, after),
    }
  })
}

const kindOf = ({ problems, fields, besideChanges }: Outlook): 'changed' | 'same' | 'wrong' => {
  if (problems.length > 0) return 'wrong'
  return fields.length + Object.keys(besideChanges).length > 0 ? 'changed' : 'same'
}

const shown = ({ fields, besideChanges }: Outlook) => [
  ...fields.map(({ field, before, after }) => ({
    field,
    label: fieldLabel(field),
    before: textOfField(field, before as never),
    after: textOfField(field, after as never),
  })),
  ...Object.entries(besideChanges).map(([field, { before, after }]) => ({
    field,
    label: fieldLabel(field),
    before: before ?? '',
    after: after ?? '',
  })),
]

const weighing = (outlooks: readonly Outlook[]) => outlooks.filter(({ fields }) => fields.some(isWeighty)).length

type Who = { ids: string[] } | { filter: Omit<Parameters<typeof filterOf>[1], 'cohortId'> }

async function rowsOf(context: RequestContext, cohortId: string, who: Who): Promise<full.FullRow[]> {
  if ('ids' in who) {
    const rows = await full.graduatesInFull(context.trx, context.scope, cohortId, who.ids)
    if (rows.length !== new Set(who.ids).size) throw new ORPCError('NOT_FOUND')
    return rows
  }
  const scope = within(context.scope, who.filter.path)
  const filter = await filterOf(context, { ...who.filter, cohortId })
  if ((await listStore.total(context.trx, scope, filter)) > MAX_BATCH) throw refused('too-many')
  return full.graduatesInFull(context.trx, scope, cohortId, await listStore.idsOf(context.trx, scope, filter))
}

export async function preview(
  context: RequestContext,
  { cohortId, who, change }: { cohortId: string; who: Who; change: BatchChange },
): Promise<BatchPreview> {
  if (!isAsked(change)) throw refused('nothing-asked')
  const facts = await factsFor(context, cohortId)
  const outlooks = await outlook(context, facts, await rowsOf(context, cohortId, who), change)
  const people = outlooks.map(one => ({
    id: one.row.graduateId!,
    version: one.row.graduateVersion!,
    name: one.row.name,
    studentNumber: one.row.studentNumber,
    branchName: one.row.branch,
    kind: kindOf(one),
    changes: shown(one),
    problems: one.problems,
  }))
  const count = (kind: 'changed' | 'same' | 'wrong') => people.filter(person => person.kind === kind).length
  return {
    people,
    counts: { changed: count('changed'), same: count('same'), wrong: count('wrong') },
    basisNeeded: weighing(outlooks) > 0,
  }
}

type Applied = { cohortId: string; people: { id: string; version: number }[]; change: BatchChange; basis?: string | undefined }

async function held({ trx, scope }: RequestContext, cohortId: string, people: Applied['people']): Promise<full.FullRow[]> {
  const rows = await full.graduatesInFull(
    trx,
    scope,
    cohortId,
    people.map(({ id }) => id),
    true,
  )
  const versions = new Map(rows.map(row => [row.graduateId, row.graduateVersion!]))
  if (versions.size !== new Set(people.map(({ id }) => id)).size) throw new ORPCError('NOT_FOUND')
  const moved = people.find(({ id, version }) => versions.get(id) !== version)
  if (moved) throw new ORPCError('CONFLICT', { status: 409, data: { version: versions.get(moved.id)! } })
  return rows
}

export async function apply(context: RequestContext, { cohortId, people, change, basis }: Applied): Promise<{ changed: number }> {
  if (!isAsked(change)) throw refused('nothing-asked')
  const facts = await factsFor(context, cohortId)
  const outlooks = (await outlook(context, facts, await held(context, cohortId, people), change)).filter(one => kindOf(one) === 'changed')
  const decision = decideBatch({
    people: outlooks.length,
    weighty: weighing(outlooks),
    basis: basis !== undefined,
    mostTags: Math.max(0, ...outlooks.map(({ beside: { tags } }) => tags.length)),
  })
  if (!decision.allowed) throw refused(decision.reason)
  const batchId = newId()
  const [inForm, besideOnly] = [outlooks.filter(({ fields }) => fields.length > 0), outlooks.filter(({ fields }) => fields.length === 0)]
  await changePeople(
    context,
    { cohortId, branches: facts.own, basis: basis ?? null, note: { batchId, ...(basis && { basis }) } },
    inForm.map(({ known, fields, besideChanges }) => ({ known: known!, changes: fields, also: besideChanges })),
  )
  await keepBeside(context, outlooks)
  await noteBeside(context, besideOnly, batchId)
  await announceChange(
    context,
    cohortId,
    inForm.map(({ row }) => row.graduateId!),
  )
  return { changed: outlooks.length }
}

/** The version that `changePeople` writes, and who is not among its people gets it here. */
async function keepBeside({ trx, scope }: RequestContext, outlooks: readonly Outlook[]): Promise<void> {
  const rows = outlooks.filter(({ besideChanges }) => Object.keys(besideChanges).length > 0)
  if (rows.length === 0) return
  await writeStore.saveGraduates(
    trx,
    rows.map(({ row, beside: { tags, responsibleId, responsibleName } }) => ({
      school_id: scope.school,
      id: row.graduateId,
      tags,
      responsible_id: responsibleId,
      responsible_name: responsibleName,
      version: row.graduateVersion! + 1,
    })),
  )
}

async function noteBeside(context: RequestContext, outlooks: readonly Outlook[], batchId: string): Promise<void> {
  if (outlooks.length === 0) return
  await writeStore.addChanges(
    context.trx,
    outlooks.map(({ row, besideChanges }) => changeRow(context, {}, { memberId: row.memberId, path: row.path }, 'changed', besideChanges)),
  )
  for (const { row, besideChanges } of outlooks)
    context.record({
      kind: 'member',
      id: row.memberId,
      path: row.path,
      before: Object.fromEntries(Object.entries(besideChanges).map(([field, { before }]) => [field, before])),
      after: { ...Object.fromEntries(Object.entries(besideChanges).map(([field, { after }]) => [field, after])), batchId },
    })
}
