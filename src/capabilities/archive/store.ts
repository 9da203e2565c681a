import './tables.ts'
import type { Insertable } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { insertRows, type Tables, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'

const archives = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('archives')
    .select(['id', 'cohort_id as cohortId', 'path', 'file_id as fileId', 'made_on as madeOn', 'made_name as madeName', 'contents'])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)

/** Newest first. */
export const archivesOf = (trx: Trx, scope: Scope, cohortId: string) =>
  archives(trx, scope).where('cohort_id', '=', cohortId).orderBy('id', 'desc').execute()

export type ArchiveRow = Awaited<ReturnType<typeof archivesOf>>[number]

export const archive = (trx: Trx, scope: Scope, id: string) => archives(trx, scope).where('id', '=', id).executeTakeFirst()

export const addArchive = (trx: Trx, row: Insertable<Tables['archives']>) => insertRows(trx, 'archives', [row])

const materials = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('archive_materials as a')
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'a.school_id').onRef('u.id', '=', 'a.unit_id'))
    .select([
      'a.id as id',
      'a.cohort_id as cohortId',
      'a.unit_id as unitId',
      'u.name as unitName',
      'a.path as path',
      'a.item as item',
      'a.name as name',
      'a.size as size',
      'a.file_id as fileId',
      'a.added_on as addedOn',
      'a.added_name as addedName',
      'a.removed_on as removedOn',
    ])
    .where('a.school_id', '=', scope.school)
    .where('a.path', '>=', scope.path)
    .where('a.path', '<', scope.pathEnd)

/** What stands in the list, in the order in which it was brought. */
export const materialsOf = (trx: Trx, scope: Scope, cohortId: string) =>
  materials(trx, scope).where('a.cohort_id', '=', cohortId).where('a.removed_on', 'is', null).orderBy('a.path').orderBy('a.id').execute()

export type MaterialRow = Awaited<ReturnType<typeof materialsOf>>[number]

export const material = (trx: Trx, scope: Scope, id: string) => materials(trx, scope).where('a.id', '=', id).executeTakeFirst()

export const heldMaterial = (trx: Trx, scope: Scope, id: string) =>
  materials(trx, scope).where('a.id', '=', id).forUpdate('a').executeTakeFirst()

export const addMaterial = (trx: Trx, row: Insertable<Tables['archive_materials']>) => insertRows(trx, 'archive_materials', [row])

export const removeMaterial = (trx: Trx, school: string, id: string, on: Day) =>
  trx.updateTable('archive_materials').set({ removed_on: on }).where('school_id', '=', school).where('id', '=', id).execute()
