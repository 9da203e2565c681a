import type { RequestContext } from '../accounts/index.ts'
import { school, unitsOf } from '../orgs/index.ts'
import type { UnitKind } from '../orgs/rules.ts'
import { fullName } from './rules.ts'

/** Of the unit that a form is filled in for: the one at `path`. */
export async function formUnit({ trx, scope }: RequestContext, path: string): Promise<{ name: string; kind: UnitKind }> {
  const chain = (await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })).filter(unit => path.startsWith(unit.path))
  const { name } = await school(trx, scope.school)
  return { name: fullName(name, chain), kind: chain.at(-1)?.kind ?? 'committee' }
}
