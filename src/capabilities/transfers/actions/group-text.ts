/** A text that reaches many at once, with the list of names. */
import type { RequestContext } from '../../accounts/index.ts'
import { groupText, type Lamp } from '../rules.ts'
import * as store from '../store.ts'
import { within } from './read.ts'

export async function textForGroup(
  { trx, scope, today }: RequestContext,
  { path, ...filter }: { cohortId: string; path?: string | undefined; lamp: Lamp },
) {
  const part = within(scope, path)
  const ids = await store.idsFound(trx, part, filter, today)
  const names = (await store.casesOf(trx, part, ids)).map(({ person }) => person.name)
  return { text: groupText(filter.lamp, names), names }
}
