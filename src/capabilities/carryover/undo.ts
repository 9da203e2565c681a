/** A carry-over taken back: its cases and letters, its entries, and the people whom it brought. */
import type { RequestContext } from '../accounts/index.ts'
import type { Standing, TakenBack } from '../imports/index.ts'
import { builtOnCarried, carriedNow, removeCarried } from '../roster/index.ts'
import { carriedCases, dropCarriedCases } from '../transfers/index.ts'
import * as store from './store.ts'

type Now = ReadonlyMap<string, Standing>

/** The greatest id of that millisecond: ids are ordered by time, and within one millisecond not at all. */
const endOf = (id: string) => `${id.slice(0, 14)}7fff-bfff-ffffffffffff`

async function builtOn(context: RequestContext, rows: readonly store.CarryoverRow[]) {
  const last = rows.at(-1)
  if (!last) return new Map<string, never>()
  const members = (brought: boolean) => rows.filter(row => row.brought === brought).map(({ memberId }) => memberId)
  return builtOnCarried(context, { brought: members(true), changed: members(false), since: endOf(last.id) })
}

/** By graduate, as they stand now. */
export async function standingNow(context: RequestContext, graduateIds: readonly string[], hold: boolean): Promise<Now> {
  const rows = await store.carriedBy(context.trx, context.scope, graduateIds, hold)
  const people = await carriedNow(context, graduateIds, hold)
  const cases = new Map((await carriedCases(context, graduateIds, hold)).map(({ graduateId, version }) => [graduateId, version]))
  const built = await builtOn(context, rows)
  const brought = new Set(rows.filter(row => row.brought).map(({ graduateId }) => graduateId))
  return new Map(
    people.map(({ graduateId, memberId, name, version, memberVersion }) => {
      const touched = (cases.get(graduateId) ?? 1) > 1
      // A member whom the import brought was written once: a second version is somebody's correction.
      const corrected = brought.has(graduateId) && memberVersion > 1
      const reason = built.get(memberId) ?? (touched ? 'transfer' : corrected ? 'changed-since' : null)
      return [graduateId, { name, version, built: reason }] as const
    }),
  )
}

export async function takeBack(context: RequestContext, { importId, removed }: TakenBack): Promise<void> {
  const { trx, scope } = context
  const rows = await store.carriedBy(trx, scope, removed, true)
  await dropCarriedCases(context, removed)
  await store.dropCarryovers(trx, scope, removed)
  await removeCarried(context, {
    importId,
    graduateIds: removed,
    memberIds: rows.filter(({ brought }) => brought).map(({ memberId }) => memberId),
    numbers: rows.flatMap(({ addedNumber }) => addedNumber ?? []),
  })
}
