/** People whom an earlier year left open, entered after the fact: made, or found and joined, and taken back. */
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type BuiltReason, firstBuilt } from '../imports/rules.ts'
import { placesFor } from './importing.ts'
import { announceChange, announceRemoval, builtUpon, type Standing } from './moves.ts'
import { contactPlace } from './outcomes.ts'
import { changeRow, graduateRow } from './rows.ts'
import { type OutcomeFacts, outcomeNames, type RosterEntry } from './rules.ts'
import * as carried from './store/carrying.ts'
import { dropEntries, dropMembers } from './store/undo.ts'
import * as store from './store/write.ts'
import { addPeople } from './write.ts'

export type { Holder } from './store/carrying.ts'

/** Whoever holds these numbers now, or held them before. */
export async function holdersOfNumbers(context: RequestContext, people: readonly RosterEntry[], hold = false): Promise<carried.Holder[]> {
  const vault = await context.vault()
  const indexes = people.flatMap(({ idNumber }) => (idNumber === null ? [] : indexText(vault, idNumber)))
  return carried.holders(context.trx, context.scope, { numbers: people.map(({ studentNumber }) => studentNumber), indexes }, hold)
}

type Vault = Awaited<ReturnType<RequestContext['vault']>>
const indexText = (vault: Vault, idNumber: string) => Buffer.from(vault.index('id-number', idNumber)).toString('hex')

/** How each ID number is found, as `Holder.idIndex` says it. */
export async function idIndexes(context: RequestContext, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const vault = await context.vault()
  return new Map(numbers.map(number => [number, indexText(vault, number)]))
}

/** `member` is whom the row means, where the roster knows them; `delayed` what 附件3 would ask of them. */
export type CarriedPerson = { entry: RosterEntry; member: carried.Holder | null; delayed: OutcomeFacts | null }
/** `addedNumber`: an earlier student number that the roster did not know yet. */
export type CarriedEntry = { graduateId: string; memberId: string; path: string; version: number; addedNumber: string | null }

type Into = { cohortId: string; importId: string }

/** Set-based, in the order given; one note for each person, and one for each outcome of study. */
export async function carryPeople(context: RequestContext, into: Into, people: readonly CarriedPerson[]): Promise<CarriedEntry[]> {
  const { own: branches } = await placesFor(context)
  const newcomers = people.filter(({ member }) => member === null)
  await addPeople(context, { ...into, branches, note: { importId: into.importId } }, newcomers)
  await join(
    context,
    into,
    people.flatMap(({ entry, member }) => (member ? [{ entry, member }] : [])),
  )
  const found = await carried.entriesBrought(context.trx, context.scope, into.cohortId, into.importId)
  const [byMember, byNumber] = [new Map(found.map(row => [row.memberId, row])), new Map(found.map(row => [row.studentNumber, row]))]
  const entries = people.map(({ entry, member }) => {
    const { graduateId, memberId, path, version } = (member ? byMember.get(member.memberId) : byNumber.get(entry.studentNumber))!
    return { graduateId, memberId, path, version, addedNumber: member ? unknownNumber(entry, member) : null }
  })
  return delay(
    context,
    into,
    people.map(({ delayed }, at) => ({ entry: entries[at]!, delayed })),
  )
}

const unknownNumber = ({ studentNumber }: RosterEntry, { numbers }: carried.Holder) =>
  numbers.includes(studentNumber) ? null : studentNumber

type Joining = { entry: RosterEntry; member: carried.Holder }

/** What the roster says of them stays; they stand in one more cohort. */
async function join(context: RequestContext, into: Into, people: readonly Joining[]): Promise<void> {
  if (people.length === 0) return
  const { trx, scope, today, record } = context
  await store.addGraduates(
    trx,
    people.map(({ member: { memberId, path } }) => graduateRow(context, into, { memberId, graduateId: newId(), path })),
  )
  const numbers = people.flatMap(({ entry, member }) => {
    const number = unknownNumber(entry, member)
    return number ? [{ school_id: scope.school, number, member_id: member.memberId, path: member.path, since: today }] : []
  })
  if (numbers.length) await store.addNumbers(trx, numbers)
  const listed = { cohort: { before: '', after: '列入' } }
  await store.addChanges(
    trx,
    people.map(({ member }) => changeRow(context, into, member, 'changed', listed)),
  )
  for (const { entry, member } of people)
    record({
      kind: 'member',
      id: member.memberId,
      path: member.path,
      after: { cohort: '列入', number: entry.studentNumber, importId: into.importId },
    })
}

type Delayed = { entry: CarriedEntry; delayed: OutcomeFacts | null }

async function delay(context: RequestContext, into: Into, people: readonly Delayed[]): Promise<CarriedEntry[]> {
  const late = people.flatMap(({ entry, delayed }) => (delayed ? [{ entry, delayed }] : []))
  if (late.length === 0) return people.map(({ entry }) => entry)
  const { trx, scope, record } = context
  const vault = await context.vault(into.cohortId)
  await store.saveGraduates(
    trx,
    late.map(({ entry, delayed: { contactPhone, ...facts } }) => ({
      school_id: scope.school,
      id: entry.graduateId,
      outcome: 'delayed',
      outcome_facts: facts,
      contact_phone_sealed: contactPhone ? vault.seal(contactPhone, contactPlace(entry.graduateId)) : null,
      version: entry.version + 1,
    })),
  )
  const outcome = { before: outcomeNames['on-time'], after: outcomeNames.delayed }
  await store.addChanges(
    trx,
    late.map(({ entry }) => changeRow(context, into, entry, 'changed', { outcome })),
  )
  for (const { entry, delayed } of late) {
    const { contactPhone: _, ...facts } = delayed
    record({ kind: 'graduate', id: entry.graduateId, path: entry.path, after: { outcome: 'delayed', ...facts, importId: into.importId } })
  }
  await announceChange(
    context,
    into.cohortId,
    late.map(({ entry }) => entry.graduateId),
  )
  return people.map(({ entry, delayed }) => (delayed ? { ...entry, version: entry.version + 1 } : entry))
}

/** As they stand now, by graduate. */
export const carriedNow = ({ trx, scope }: RequestContext, graduateIds: readonly string[], hold: boolean) =>
  carried.entriesNow(trx, scope, graduateIds, hold)

/** By member: the first reason for which what was carried in stays. */
export async function builtOnCarried({ trx, scope }: RequestContext, standing: Standing): Promise<ReadonlyMap<string, BuiltReason>> {
  const found = await builtUpon(trx, scope, standing)
  const members = [...standing.brought, ...standing.changed]
  return new Map(
    members.flatMap(member => {
      const built = firstBuilt(new Map([...found].map(([reason, ids]) => [reason, ids.filter(id => id === member)])))
      return built ? [[member, built.reason] as const] : []
    }),
  )
}

export type Removal = { importId: string; graduateIds: readonly string[]; memberIds: readonly string[]; numbers: readonly string[] }

/** The entries go; of the people those whom the import brought, and of who stays the earlier numbers it added. */
export async function removeCarried(context: RequestContext, { importId, graduateIds, memberIds, numbers }: Removal): Promise<void> {
  const { trx, scope, record } = context
  const people = await carried.entriesNow(trx, scope, graduateIds, true)
  await announceRemoval(trx, scope, graduateIds)
  await dropEntries(trx, scope, graduateIds)
  if (numbers.length) await carried.dropNumbers(trx, scope, numbers)
  await dropMembers(trx, scope, memberIds)
  const brought = new Set(memberIds)
  const stays = people.filter(({ memberId }) => !brought.has(memberId))
  if (stays.length)
    await store.addChanges(
      trx,
      stays.map(person => changeRow(context, { importId }, person, 'changed', { cohort: { before: '列入', after: '' } })),
    )
  for (const { memberId, path, name, studentNumber, branch } of people)
    record({
      kind: 'member',
      id: memberId,
      path,
      before: { name, studentNumber, branch },
      after: brought.has(memberId) ? { removed: true, importId } : { cohort: '移出', importId },
    })
}
