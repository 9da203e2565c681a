/** A person as rows: what stands in the open, and what is written down about a change. */
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { Known } from './known.ts'
import { pinyinOf } from './pinyin.ts'
import { textOfField } from './rules/value-text.ts'
import { type Change, type RosterEntry, sensitiveFields } from './rules.ts'
import type { FieldChange } from './tables.ts'

export type Place = { id: string; path: string }
export type Writing = {
  /** Null: among the juniors. */
  cohortId: string | null
  branches: ReadonlyMap<string, Place>
  importId?: string
  /** The paper that changes of legal weight rest on. */
  basis?: string | null
  /** The member's own proposal that it goes back to. */
  proposalId?: string
  note?: Record<string, unknown>
}

/** What a member's row says in the open; `branches` names only places that the writer may write to. */
export const plainColumns = (entry: RosterEntry, { id, path }: Place) => ({
  path,
  unit_id: id,
  student_number: entry.studentNumber,
  name: entry.name,
  pinyin: pinyinOf(entry.name),
  sex: entry.sex,
  ethnic_group: entry.ethnicGroup,
  born_on: entry.bornOn,
  id_type: entry.idType,
  native_place: entry.nativePlace,
  registered_at: entry.registeredAt,
  education: entry.education,
  degree: entry.degree,
  college: entry.college,
  major: entry.major,
  class_name: entry.className,
  joined_on: entry.joinedOn,
  confirmed_on: entry.confirmedOn,
  membership: entry.membership,
  party_post: entry.partyPost,
  introducers: entry.introducers,
  dues_paid_to: entry.duesPaidTo,
  relation_at_school: entry.relationAtSchool ?? true,
  remark: entry.remark,
})

/** What a change overwrites of what stands in the open, before and after it; where the person stands is always said. */
export function overwritten(known: Known, entry: RosterEntry, place: Place): { before: FormerRow; after: FormerRow } {
  const { unitId, path } = known.held
  const [was, is] = [plainColumns(known, { id: unitId, path }), plainColumns(entry, place)]
  const before: FormerRow = { unit_id: unitId, path }
  const after: FormerRow = { unit_id: place.id, path: place.path }
  for (const column of Object.keys(is) as (keyof typeof is)[]) {
    if (is[column] === was[column]) continue
    Object.assign(before, { [column]: was[column] })
    Object.assign(after, { [column]: is[column] })
  }
  return { before, after }
}

/** What an undone import gives back: what it overwrote of a person, and where the person stood. */
export type FormerRow = { unit_id: string; path: string } & Record<string, unknown>

export const graduateRow = (
  { scope }: RequestContext,
  { cohortId, importId }: { cohortId: string; importId?: string },
  { memberId, graduateId, path }: { memberId: string; graduateId: string; path: string },
) => ({
  school_id: scope.school,
  id: graduateId,
  cohort_id: cohortId,
  member_id: memberId,
  path,
  outcome: 'on-time',
  outcome_facts: {},
  import_id: importId ?? null,
})

export const changeRow = (
  { scope, actor }: RequestContext,
  { importId, basis, proposalId }: Pick<Writing, 'importId' | 'basis' | 'proposalId'>,
  { memberId, path }: { memberId: string; path: string },
  kind: 'created' | 'changed',
  changes: Record<string, FieldChange>,
) => ({
  school_id: scope.school,
  id: newId(),
  member_id: memberId,
  path,
  actor_id: actor.id,
  actor_name: actor.name,
  import_id: importId ?? null,
  basis: (changes.membership && basis) ?? null,
  proposal_id: proposalId ?? null,
  kind,
  changes,
})

/** In the words of the form; a sensitive field by its name alone. */
export const recorded = (changes: readonly Change[]): Record<string, FieldChange> =>
  Object.fromEntries(
    changes.map(({ field, before, after }) => [
      field,
      sensitiveFields.has(field)
        ? { before: null, after: null }
        : { before: textOfField(field, before as never), after: textOfField(field, after as never) },
    ]),
  )
