/** A list's import taken back: what it brought is removed, what it changed is as before. */
import type { RequestContext } from '../accounts/index.ts'
import { keepFormers, openFormers } from './formers.ts'
import type { Former, Undoing } from './kind.ts'
import { type BuiltReason, firstBuilt } from './rules.ts'

/** One row as the import wrote it: its version then, and its columns before; null where the import brought it. */
export type Trace = { id: string; version: number; former: Former | null }

/** As it stands now. `built`: why it is not removed, though nobody changed it. */
export type Standing = { name: string; version: number; built: BuiltReason | null }

export interface TakenBack {
  importId: string
  removed: readonly string[]
  restored: readonly { id: string; version: number; former: Former }[]
}

export interface ListUndo {
  /** Within a transaction, by id; `hold` keeps them so until it ends. */
  now(context: RequestContext, ids: readonly string[], hold: boolean): Promise<ReadonlyMap<string, Standing>>
  /** In the same transaction; one note for each. */
  takeBack(context: RequestContext, taken: TakenBack): Promise<void>
}

/** The former values need no cohort: such a list belongs to the school. */
export const keepTraces = (context: RequestContext, importId: string, cohortId: string | null, traces: readonly Trace[]) =>
  keepFormers(
    context,
    { importId, cohortId: cohortId ?? undefined },
    traces.map(({ id, version, former }) => ({ subjectId: id, former: { version, former } })),
  )

type Kept = Omit<Trace, 'id'>

export const undoingOf =
  (list: ListUndo) =>
  async (context: RequestContext, { id: importId }: { id: string }, hold = false): Promise<Undoing> => {
    const kept = ((await openFormers(context, importId)) ?? new Map()) as Map<string, Kept>
    const now = await list.now(context, [...kept.keys()], hold)
    const brought = [...kept].filter(([, { former }]) => former === null)
    return {
      removes: brought.length,
      restores: kept.size - brought.length,
      built: firstBuilt(builtUpon(kept, now)),
      apply: async () =>
        list.takeBack(context, {
          importId,
          removed: brought.map(([id]) => id),
          restored: [...kept].flatMap(([id, { former }]) => (former === null ? [] : [{ id, version: now.get(id)!.version, former }])),
        }),
    }
  }

function builtUpon(kept: ReadonlyMap<string, Kept>, now: ReadonlyMap<string, Standing>): Map<BuiltReason, string[]> {
  const found = new Map<BuiltReason, string[]>()
  const say = (reason: BuiltReason, name: string) => found.set(reason, [...(found.get(reason) ?? []), name])
  for (const [id, { version, former }] of kept) {
    const standing = now.get(id)
    if (!standing) say('changed-since', '已删除的一条')
    else if (former === null && standing.built) say(standing.built, standing.name)
    else if (standing.version !== version) say('changed-since', standing.name)
  }
  return found
}
