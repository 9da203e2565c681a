/** The dictionary that a school begins with: examples, and the organisation departments of all divisions. */
import { readFile } from 'node:fs/promises'
import { newId } from '../../kernel/ids.ts'
import type { Trx } from '../../platform/database/index.ts'
import { type Division, divisionAt, divisionsUnder, isSilent, provinces } from '../../platform/divisions/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { columnsOf } from './addressees.ts'
import { bareName } from './rules/alike.ts'
import { departmentOf } from './rules/by-division.ts'
import type { AddresseeKind } from './rules.ts'
import * as store from './store/addressees.ts'
import { formerNames } from './store/lessons.ts'

type Example = { name: string; kind: AddresseeKind; divisionCode: string | null; needsPaper?: boolean }

const examples = async (): Promise<Example[]> =>
  JSON.parse(await readFile(new URL('../../../examples/2023/addressees.json', import.meta.url), 'utf8')) as Example[]

/** Below a province its own name says enough; below a city, the city's. A municipality is its own city. */
const nameAbove = ({ parent, level }: Division): string | null => {
  const above = level === 'county' && parent ? divisionAt(parent) : null
  if (!above) return null
  if (!isSilent(above.name)) return above.name
  const province = above.parent ? divisionAt(above.parent) : null
  return province?.name.endsWith('市') ? province.name : null
}

const departments = (): Example[] => {
  const all = provinces().flatMap(province => [
    province,
    ...divisionsUnder(province.code).flatMap(city => [city, ...divisionsUnder(city.code)]),
  ])
  return all.flatMap(division => {
    const name = isSilent(division.name) ? null : departmentOf({ ...division, above: nameAbove(division) })
    return name ? [{ name, kind: 'organisation-department', divisionCode: division.code }] : []
  })
}

/** Those of a list that the dictionary does not hold, by whatever form of the name. */
async function addLacking(trx: Trx, school: string, list: readonly Example[]): Promise<number> {
  const held = [...(await store.wholeDictionary(trx, { school }, false)), ...(await formerNames(trx, { school }))]
  const known = new Set(held.map(({ name }) => bareName(name)))
  const lacking = list.filter(({ name }) => {
    const isNew = !known.has(bareName(name))
    known.add(bareName(name))
    return isNew
  })
  await store.addAddressees(
    trx,
    lacking.map(({ name, kind, divisionCode, needsPaper = null }) => ({
      school_id: school,
      id: newId(),
      ...columnsOf({ name, kind, divisionCode, needsPaper, nameReason: null, orgCode: null, contact: null, phone: null }),
      verified_on: null,
    })),
  )
  return lacking.length
}

/** Gives a school the example entries and the organisation departments of all divisions; what is there already stays. */
export const seedAddressees = async (trx: Trx, school: string): Promise<number> =>
  addLacking(trx, school, [...(await examples()), ...departments()])

/** The departments of divisions that the dictionary lacks. */
export async function completeDictionary({ trx, scope, record }: RequestContext): Promise<{ added: number }> {
  const added = await addLacking(trx, scope.school, departments())
  if (added > 0) record({ kind: 'addressee', id: scope.school, path: scope.path, after: { added } })
  return { added }
}
