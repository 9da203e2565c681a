import type { RequestContext } from '../accounts/index.ts'
import { type UnitRow, unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import type { ActivityFile, ActivityRow, ActivityView } from './contract.ts'
import { type ActivityFacts, activitySteps, fileKinds, mayClose, mayKeep, mayStep, mayTakeDown, mayWrite } from './rules.ts'
import * as store from './store.ts'

type Row = store.ActivityRecord

/** Names for kinds and units, asked for once. */
export async function names(context: Pick<RequestContext, 'trx' | 'scope'>, cohortId: string) {
  const { trx, scope } = context
  const plan = await planOf(trx, scope, cohortId)
  const kinds = new Map(plan.activityKinds.map(kind => [kind.key, kind]))
  const items = new Map(plan.items.map(item => [item.key, item.name]))
  const units = await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })
  const [byId, byPath] = [new Map(units.map(unit => [unit.id, unit])), new Map(units.map(unit => [unit.path, unit]))]
  const kindName = (key: string) => kinds.get(key)?.name ?? key
  const itemsOf = (key: string) => (kinds.get(key)?.items ?? []).map(item => items.get(item) ?? item)
  return { kinds: plan.activityKinds, kindName, itemsOf, byId, byPath }
}
export type Names = Awaited<ReturnType<typeof names>>

export const isHolder = ({ scope, actor }: RequestContext, { heldPath }: Pick<Row, 'heldPath'>) =>
  scope.reach === 'unit' && actor.permissions.has('activities:hold') && heldPath >= scope.path && heldPath < scope.pathEnd

type Sums = { invited: number; there: number; branches: number }
const nobody: Sums = { invited: 0, there: 0, branches: 0 }

const rowView = (context: RequestContext, named: Names, row: Row, sums: Sums, closed: number): ActivityRow => ({
  id: row.id,
  kind: row.kind,
  kindName: named.kindName(row.kind),
  title: row.title,
  onDay: row.onDay,
  begins: row.begins,
  ends: row.ends,
  place: row.place,
  state: row.state,
  heldBy: named.byId.get(row.heldUnit)?.name ?? '',
  holder: isHolder(context, row),
  invited: sums.invited,
  there: sums.there,
  closed,
  branches: sums.branches,
})

export async function rowViews(context: RequestContext, cohortId: string, rows: readonly Row[]): Promise<ActivityRow[]> {
  const { trx, scope } = context
  const named = await names(context, cohortId)
  const sums = await store.sums(trx, scope, cohortId, rows)
  const closings = Map.groupBy(
    await store.closingsOf(
      trx,
      scope,
      rows.map(({ id }) => id),
    ),
    ({ activityId }) => activityId,
  )
  return rows.map(row => rowView(context, named, row, sums.get(row.id) ?? nobody, closings.get(row.id)?.length ?? 0))
}

export async function listsOf(context: RequestContext, row: Row) {
  const { trx, scope, actor } = context
  const closings = new Map((await store.closingsOf(trx, scope, [row.id])).map(closing => [closing.unitId, closing]))
  return (await store.lists(trx, scope, row)).map(({ unitId, name, path, invited, there }) => {
    const closing = closings.get(unitId)
    const facts = { state: row.state, invited: true, closed: closing !== undefined, there }
    return {
      unitId,
      name,
      path,
      invited,
      there,
      closed: closing ? { at: closing.closedAt.toISOString(), by: closing.closedName, counted: closing.counted } : null,
      mayClose: actor.permissions.has('education:confirm') && mayClose(facts).allowed,
    }
  })
}

type List = Awaited<ReturnType<typeof listsOf>>[number]

export const factsOf = (context: RequestContext, row: Row, lists: readonly List[]): ActivityFacts => ({
  state: row.state,
  holder: isHolder(context, row),
  when: row.onDay < context.today ? 'past' : row.onDay > context.today ? 'ahead' : 'today',
  openLists: lists.filter(({ closed, there }) => !closed && there > 0).length,
})

const unitView = (units: ReadonlyMap<string, UnitRow>) => (path: string) => {
  const unit = units.get(path)
  return unit ? [{ unitId: unit.id, name: unit.name }] : []
}

export const fileView = ({ fileId: _, thumbnailId: __, activityId: ___, addedAt, addedName, ...file }: store.KeptFile): ActivityFile => ({
  ...file,
  addedAt: addedAt.toISOString(),
  addedBy: addedName,
})

/** What was written down and is kept, and what of it the reader may do. */
async function recordView({ trx, scope }: RequestContext, row: Row, { state, holder }: ActivityFacts) {
  const files = await store.filesOf(trx, scope, row.id)
  const kept = (asked: store.KeptFile['kind']) => files.filter(({ kind }) => kind === asked).length
  return {
    minutes: row.minutes,
    minutesVersion: row.minutesVersion,
    minutesSaved: row.minutesAt && { at: row.minutesAt.toISOString(), by: row.minutesName ?? '' },
    files: files.map(fileView),
    mayWrite: mayWrite({ state, holder }).allowed,
    mayAdd: fileKinds.filter(kind => mayKeep({ state, holder, kept: kept(kind) }, kind).allowed),
    mayRemove: mayTakeDown({ holder }).allowed,
  }
}

export async function view(context: RequestContext, row: Row): Promise<ActivityView> {
  const named = await names(context, row.cohortId)
  const lists = await listsOf(context, row)
  const sum = (key: 'invited' | 'there') => lists.reduce((all, list) => all + list[key], 0)
  const facts = factsOf(context, row, lists)
  const closed = lists.filter(list => list.closed).length
  return {
    ...rowView(context, named, row, { invited: sum('invited'), there: sum('there'), branches: lists.length }, closed),
    cohortId: row.cohortId,
    link: row.link,
    host: row.host,
    speaker: row.speaker,
    recorder: row.recorder,
    about: row.about,
    ...(await recordView(context, row, facts)),
    audience: row.audience.flatMap(unitView(named.byPath)),
    items: named.itemsOf(row.kind),
    cancelReason: row.cancelReason,
    version: row.version,
    may: activitySteps.filter(step => mayStep(facts, step, step === 'cancel' ? { reason: '–' } : {}).allowed),
    lists: lists.map(({ path: _, ...list }) => list),
  }
}
