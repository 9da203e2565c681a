/** The tree of units as a list that comes as a workbook. It only adds. */
import { ORPCError } from '@orpc/server'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { listKind } from '../imports/index.ts'
import { addPlannedUnits, unitsOf } from '../orgs/index.ts'
import { kindNames, readUnits, type UnitKind } from '../orgs/rules.ts'
import { type UnitEntry, type UnitFacts, unitComplaints, unitEntry, unitFields, unitKindLabels, unitProblemsIn } from './rules/units.ts'

type Held = { kind: UnitKind; parent: string }

const knownIn = async ({ trx, scope }: RequestContext): Promise<Map<string, Held>> => {
  const units = await unitsOf(trx, scope)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return new Map(units.map(({ name, kind, parentId }) => [name, { kind, parent: (parentId && names.get(parentId)) || '' }]))
}

export const unitImports = listKind<UnitFacts, UnitEntry, Held>({
  kind: 'units',
  title: '单位',
  hints: '上级组织写它的全称，可以是表里的另一行；学校党委没有上级，留空。',
  fields: () => unitFields,
  choices: { kind: unitKindLabels },
  async facts(context) {
    const known = await knownIn(context)
    return { facts: { known }, stamp: JSON.stringify([...known]) }
  },
  entry: unitEntry,
  key: ({ name }) => name,
  keyField: 'name',
  together: unitProblemsIn,
  held: knownIn,
  changes: () => [],
  complaints: unitComplaints,
  async apply(context, { facts, added }) {
    const lines = added.map(({ entry }, at) => ({ row: at, parent: entry.parent, name: entry.name, kind: kindNames[entry.kind!] }))
    const { units } = readUnits(lines, new Map([...facts.known].map(([name, { kind }]) => [name, kind])))
    await addPlannedUnits(context, units).catch(worded)
    return []
  },
})

/** Somebody else set one of them up just now. */
const worded = (error: unknown): never => {
  throw meaningOf(error) === 'name-taken' ? new ORPCError('REFUSED', { status: 409, data: { reason: 'held-meanwhile' } }) : error
}
