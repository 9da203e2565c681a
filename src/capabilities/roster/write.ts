/** People into rows: the one place that writes members, whether an import or a correction asks. Set-based throughout. */
import { newId } from '../../kernel/ids.ts'
import type { Vault } from '../../platform/crypto/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { keepFormers } from '../imports/index.ts'
import type { Known } from './known.ts'
import { announceMoves } from './moves.ts'
import { changeRow, type FormerRow, graduateRow, overwritten, type Place, plainColumns, recorded, type Writing } from './rows.ts'
import { type Change, type RosterEntry, sensitiveFields } from './rules.ts'
import { resealed, sealMember } from './sealed.ts'
import * as store from './store/write.ts'
import type { FieldChange } from './tables.ts'

export type Newcomer = { entry: RosterEntry }
/** `also`: what is written beside the form at the same time, so that the history tells both as one. */
export type Changed = { known: Known; changes: readonly Change[]; also?: Record<string, FieldChange> | undefined }

/** Two halves of one piece of writing: what is reckoned and sealed here, and what the database is told. The next piece is made ready meanwhile. */
export type Work<Person, Ready> = { prepare: (people: readonly Person[]) => Ready; write: (ready: Ready) => Promise<void> }

export async function addingPeople(context: RequestContext, writing: Writing) {
  const { trx, scope, today, record } = context
  const { cohortId, branches } = writing
  const school_id = scope.school
  const vault = await context.vault(cohortId ?? undefined)
  const prepare = (people: readonly Newcomer[]) =>
    people.map(({ entry }) => {
      const place = branches.get(entry.branch!)!
      const memberId = newId()
      const plain = plainColumns(entry, place)
      const member = { school_id, id: memberId, ...plain, ...sealMember(vault, memberId, entry) }
      return { entry, place, memberId, graduateId: newId(), plain, member }
    })
  const write = async (rows: ReturnType<typeof prepare>) => {
    await store.addMembers(
      trx,
      rows.map(({ member }) => member),
    )
    await store.addNumbers(
      trx,
      rows.map(({ entry, memberId, place }) => ({
        school_id,
        number: entry.studentNumber,
        member_id: memberId,
        path: place.path,
        since: today,
      })),
    )
    if (cohortId !== null)
      await store.addEntries(
        trx,
        rows.map(({ memberId, graduateId, place, plain: { pinyin, membership, relation_at_school } }) => ({
          ...graduateRow(context, { ...writing, cohortId }, { memberId, graduateId, path: place.path }),
          pinyin,
          membership,
          relation_at_school,
        })),
      )
    await store.addChanges(
      trx,
      rows.map(({ memberId, place }) => changeRow(context, writing, { memberId, path: place.path }, 'created', {})),
    )
    for (const { entry, memberId, place } of rows)
      record({
        kind: 'member',
        id: memberId,
        path: place.path,
        after: { studentNumber: entry.studentNumber, name: entry.name, branch: entry.branch, ...writing.note },
      })
  }
  return { prepare, write } satisfies Work<Newcomer, ReturnType<typeof prepare>>
}

export async function addPeople(context: RequestContext, writing: Writing, people: readonly Newcomer[]): Promise<void> {
  if (people.length === 0) return
  const { prepare, write } = await addingPeople(context, writing)
  await write(prepare(people))
}

type Rewritten = Changed & { entry: RosterEntry; place: Place; joins: boolean; before: FormerRow; after: FormerRow }

export async function changingPeople(context: RequestContext, writing: Writing) {
  const vault = await context.vault(writing.cohortId ?? undefined)
  const prepare = (people: readonly Changed[]) => people.map(person => rewritten(person, writing, vault))
  return { prepare, write: rows => rewrite(context, writing, rows) } satisfies Work<Changed, Rewritten[]>
}

export async function changePeople(context: RequestContext, writing: Writing, people: readonly Changed[]): Promise<void> {
  if (people.length === 0) return
  const { prepare, write } = await changingPeople(context, writing)
  await write(prepare(people))
}

async function rewrite(context: RequestContext, writing: Writing, rows: readonly Rewritten[]): Promise<void> {
  const { trx, scope } = context
  const { importId, cohortId } = writing
  if (importId) await keepFormers(context, { importId, cohortId: cohortId ?? undefined }, rows.map(formerOf))
  await store.saveMembers(
    trx,
    rows.map(row => memberRow(context, row)),
  )
  await followUp(context, writing, rows)
  const renumbered = rows.filter(({ entry, known }) => entry.studentNumber !== known.studentNumber)
  if (renumbered.length)
    await store.addNumbers(
      trx,
      renumbered.map(({ entry, known, place }) => ({
        school_id: scope.school,
        number: entry.studentNumber,
        member_id: known.held.memberId,
        path: place.path,
        since: context.today,
      })),
    )
  await store.addChanges(
    trx,
    rows.map(row => changeRow(context, writing, { memberId: row.known.held.memberId, path: row.place.path }, 'changed', changesOf(row))),
  )
  for (const row of rows) note(context, writing, row)
  const moves = rows.flatMap(({ known, place }) =>
    known.held.path === place.path ? [] : [{ memberId: known.held.memberId, from: known.held.path, to: place.path }],
  )
  if (moves.length) {
    await store.moveMembers(trx, scope, moves)
    await announceMoves(trx, scope, moves)
  }
}

function rewritten(person: Changed, { branches, cohortId }: Writing, vault: Vault): Rewritten {
  const { held, ...known } = person.known
  const entry: RosterEntry = { ...known, ...Object.fromEntries(person.changes.map(({ field, after }) => [field, after])) }
  const place = (entry.branch !== known.branch && branches.get(entry.branch!)) || { id: held.unitId, path: held.path }
  const { before, after } = overwritten(person.known, entry, place)
  // Who joins a cohort comes under its key, so that the cohort's purge reaches what is held of them.
  const sealed = resealed(vault, held, entry, new Set(person.changes.map(({ field }) => field)))
  for (const column of Object.keys(sealed) as (keyof typeof sealed)[]) before[column] = held[column]
  Object.assign(after, sealed)
  return { ...person, entry, place, joins: cohortId !== null && held.graduateId === null, before, after }
}

const formerOf = ({ known, before }: Rewritten) => ({ subjectId: known.held.memberId, former: before })

const memberRow = ({ scope, now }: RequestContext, { known, after }: Rewritten) => ({
  school_id: scope.school,
  id: known.held.memberId,
  ...after,
  version: known.held.memberVersion + 1,
  updated_at: now.toISOString(),
})

/** The cohort's entry: made for who joins, counted up for who is in it. */
async function followUp(context: RequestContext, { cohortId, ...writing }: Writing, rows: readonly Rewritten[]): Promise<void> {
  if (cohortId === null) return
  const { trx, scope } = context
  const joining = rows.filter(row => row.joins)
  const inCohort = rows.filter(row => !row.joins)
  if (joining.length)
    await store.addGraduates(
      trx,
      joining.map(({ known, place }) =>
        graduateRow(context, { ...writing, cohortId }, { memberId: known.held.memberId, graduateId: newId(), path: place.path }),
      ),
    )
  if (inCohort.length)
    await store.saveGraduates(
      trx,
      inCohort.map(({ known }) => ({ school_id: scope.school, id: known.held.graduateId, version: known.held.graduateVersion! + 1 })),
    )
}

const changesOf = ({ changes, joins, also }: Rewritten): Record<string, FieldChange> => ({
  ...recorded(changes),
  ...also,
  ...(joins && { cohort: { before: '', after: '列入' } }),
})

function note({ record }: RequestContext, writing: Writing, row: Rewritten): void {
  const open = Object.entries(changesOf(row)).filter(([field]) => !sensitiveFields.has(field))
  const sensitive = row.changes.map(({ field }) => field).filter(field => sensitiveFields.has(field))
  record({
    kind: 'member',
    id: row.known.held.memberId,
    path: row.place.path,
    before: Object.fromEntries(open.map(([field, { before }]) => [field, before])),
    after: {
      ...Object.fromEntries(open.map(([field, { after }]) => [field, after])),
      ...(sensitive.length && { changedUnseen: sensitive }),
      ...writing.note,
    },
  })
}
