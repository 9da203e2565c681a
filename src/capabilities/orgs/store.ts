import './tables.ts'
import { type Insertable, sql } from 'kysely'
import { insertRows, remembered, type Tables, type Trx } from '../../platform/database/index.ts'
import { meaning } from '../../platform/database/violations.ts'
import type { Scope } from './scope.ts'

meaning('org_units_name_unique', 'name-taken')

export type UnitRow = Awaited<ReturnType<typeof unitsOf>>[number]

const units = (trx: Trx, { school }: { school: string }) =>
  trx
    .selectFrom('org_units')
    .select(['id', 'parent_id as parentId', 'path', 'level', 'kind', 'name', 'position', 'version', 'dissolved_on as dissolvedOn'])
    .where('school_id', '=', school)

/** The living units within the scope, parents first. */
export const unitsOf = (trx: Trx, scope: Pick<Scope, 'school' | 'path' | 'pathEnd'>) =>
  units(trx, scope)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('dissolved_on', 'is', null)
    .orderBy(eb => eb.fn<number>('length', ['path']))
    .orderBy('position')
    .orderBy('path')
    .execute()

export const unit = (trx: Trx, scope: Pick<Scope, 'school' | 'path' | 'pathEnd'>, id: string) =>
  units(trx, scope).where('id', '=', id).where('path', '>=', scope.path).where('path', '<', scope.pathEnd).forUpdate().executeTakeFirst()

/** Every path below one, dissolved units included: none is given twice. */
export const pathsBelow = async (trx: Trx, school: string, parent: string): Promise<string[]> =>
  (
    await trx
      .selectFrom('org_units')
      .select('path')
      .where('school_id', '=', school)
      .where('path', '>', parent)
      .where('path', '<', `${parent.slice(0, -1)}0`)
      .execute()
  ).map(row => row.path)

export const addUnits = (trx: Trx, rows: Omit<Insertable<Tables['org_units']>, 'version' | 'dissolved_on'>[]) =>
  insertRows(trx, 'org_units', rows)

export const saveUnit = (trx: Trx, school: string, id: string, change: { name?: string; dissolved_on?: UnitRow['dissolvedOn'] }) =>
  trx
    .updateTable('org_units')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

export const school = (trx: Trx, id: string) =>
  remembered(trx, `school ${id}`, () =>
    trx
      .selectFrom('schools')
      .select([
        'school_id as id',
        'code',
        'name',
        'committee_name as committeeName',
        'division_code as divisionCode',
        'letter_prefix as letterPrefix',
        'contact',
      ])
      .where('school_id', '=', id)
      .executeTakeFirstOrThrow(),
  )

export const schools = (trx: Trx) => trx.selectFrom('schools').select(['school_id as id', 'code', 'name']).orderBy('code').execute()

export const addSchool = (trx: Trx, row: Insertable<Tables['schools']>) => insertRows(trx, 'schools', [row])

export const dataKeyOf = (trx: Trx, schoolId: string, scopeId: string) =>
  trx.selectFrom('data_keys').select(['id', 'wrapped']).where('school_id', '=', schoolId).where('scope_id', '=', scopeId).executeTakeFirst()

export const dataKeys = (trx: Trx, schoolId: string, ids: readonly string[]) =>
  trx.selectFrom('data_keys').select(['id', 'wrapped']).where('school_id', '=', schoolId).where('id', 'in', ids).execute()

/** Two first writers at once: one key wins, and the other is read. */
export const addDataKey = (trx: Trx, row: { school_id: string; id: string; scope_id: string; wrapped: Uint8Array }) =>
  trx
    .insertInto('data_keys')
    .values({ ...row, destroyed_at: null })
    .onConflict(conflict => conflict.columns(['school_id', 'scope_id']).doNothing())
    .execute()

/** Whether anybody stands directly at a unit; asked before it is dissolved. */
export const membersAt = async (trx: Trx, schoolId: string, unitId: string): Promise<boolean> =>
  (
    await sql<{ some: boolean }>`select exists (select from members where school_id = ${schoolId} and unit_id = ${unitId}) as some`.execute(
      trx,
    )
  ).rows[0]!.some

export const installation = (trx: Trx) => trx.selectFrom('installation').selectAll().executeTakeFirst()

export const saveInstallation = (trx: Trx, row: Insertable<Tables['installation']>) =>
  trx
    .insertInto('installation')
    .values({ one: true, ...row })
    .onConflict(conflict => conflict.column('one').doUpdateSet(row))
    .execute()
