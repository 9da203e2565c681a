import type { RequestContext } from '../accounts/index.ts'
import { heldActivities } from '../activities/index.ts'
import { openDossiers } from '../dossiers/index.ts'
import { activityList } from '../education/index.ts'
import { ledger } from '../letters/index.ts'
import { newsRows } from '../news/index.ts'
import { receiptsOf } from '../notices/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { matrixOf } from '../submissions/index.ts'
import { answersFor } from '../submissions/rules.ts'
import { type ArchiveFacts, type ItemStanding, standingOfItems } from './rules.ts'
import * as store from './store.ts'

const isOpen = (letter: { state: string; receivedOn: unknown }) => letter.state === 'issued' && letter.receivedOn === null

const countByItem = (materials: readonly store.MaterialRow[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { item } of materials) counts[item] = (counts[item] ?? 0) + 1
  return counts
}

/** What is there of the season, by unit. A 总支 sees its own part. */
async function factsOf(
  { trx, scope, today }: RequestContext,
  cohortId: string,
  materials: readonly store.MaterialRow[],
): Promise<ArchiveFacts> {
  const units = await unitsOf(trx, scope)
  const letters = await ledger(trx, scope, cohortId)
  const confirmed = (await activityList(trx, scope, cohortId)).map(({ path }) => path)
  // A form of theme education counts for no item, and took place all the same.
  const took = [...confirmed, ...(await heldActivities({ trx, scope }, cohortId)).flatMap(({ came }) => came)]
  const receipts = (await receiptsOf(trx, scope, cohortId)).filter(({ state }) => state === 'issued')
  const unacknowledged = Map.groupBy(
    receipts.filter(({ acknowledged }) => acknowledged === null),
    ({ unitId }) => unitId,
  )
  const dossiers = await openDossiers(trx, scope, cohortId)
  const news = (await newsRows(trx, scope, cohortId)).map(({ path }) => path)
  const office = units.find(({ level }) => level === 'committee')
  const at = (unitId: string) => materials.filter(material => material.unitId === unitId)
  const returns = (await matrixOf(trx, scope, cohortId, today)).filter(({ level, people }) => level === 'secondary' && people > 0)
  return {
    units: returns.map(({ unitId, unitName, cells }) => ({
      unitId,
      unitName,
      returns: { roster: cells.roster.state, register: cells.register.state, delayed: cells.delayed.state },
      activities: took.filter(path => answersFor(units, path)?.id === unitId).length,
      unacknowledged: unacknowledged.get(unitId)?.length ?? 0,
      dossiersOpen: dossiers.filter(path => answersFor(units, path)?.id === unitId).length,
      news: news.filter(path => answersFor(units, path)?.id === unitId).length,
      files: countByItem(at(unitId)),
    })),
    office: office ? { unitId: office.id, unitName: office.name, files: countByItem(at(office.id)) } : null,
    letters: { issued: letters.length, open: letters.filter(isOpen).length },
    notices: new Set(receipts.map(({ noticeId }) => noticeId)).size,
  }
}

export async function checklistOf(
  context: RequestContext,
  cohortId: string,
): Promise<{ items: ItemStanding[]; materials: store.MaterialRow[] }> {
  const { trx, scope } = context
  const { archiveChecklist } = await planOf(trx, scope, cohortId)
  const materials = await store.materialsOf(trx, scope, cohortId)
  return { items: standingOfItems(archiveChecklist, await factsOf(context, cohortId, materials)), materials }
}
