/** The day of pick-up: which letters lie in the office, the list to sign, and each that leaves. */
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { type HandingOver, handOver, typesetSignList } from '../../letters/index.ts'
import { handoverInWords } from '../../letters/rules.ts'
import { school } from '../../orgs/index.ts'
import { cohort } from '../../plans/index.ts'
import type { LetterToHandOut } from '../contract.ts'
import type { BegunCase } from '../store/cases.ts'
import { lettersWaiting, type WaitingLetter } from '../store/pickup.ts'
import { within } from './read.ts'
import { holdCases, type Item, type Taken, take } from './take.ts'

type Part = { cohortId: string; path?: string | undefined }

const SERIAL_DIGITS = 4

const shown = ({ unitKind, aboveName, serial, ...row }: WaitingLetter): LetterToHandOut => ({
  ...row,
  serial: String(serial).padStart(SERIAL_DIGITS, '0'),
  unitName: unitKind === 'direct-branch' ? null : aboveName,
})

export const toHandOut = async ({ trx, scope }: RequestContext, { cohortId, path }: Part): Promise<LetterToHandOut[]> =>
  (await lettersWaiting(trx, within(scope, path), cohortId)).map(shown)

/** To be signed with a pen, branch by branch. */
export async function signListFile(context: RequestContext, part: Part): Promise<File> {
  const { rows, about } = await context.within(async inside => {
    const { trx, scope, today } = inside
    const found = await toHandOut(inside, part)
    const year = await cohort(trx, scope, part.cohortId)
    const { committeeName } = await school(trx, scope.school)
    inside.record({
      kind: 'export',
      id: newId(),
      path: part.path ?? scope.path,
      after: { list: 'letters to hand out', count: found.length },
    })
    return { rows: found, about: { committee: committeeName, year: year?.name ?? '', on: today } }
  })
  return typesetSignList(context, rows, about)
}

type Handing = Omit<HandingOver, 'scan'> & { items: readonly Item[]; scan?: File | undefined }

/** The pick-up register and the cases, in one; the photograph is read before the transaction. */
export async function handOut(
  context: RequestContext,
  { items, scan, ...handover }: Handing,
): Promise<{ applied: boolean; rows: Taken[] }> {
  const given = { ...handover, scan: scan && new Uint8Array(await scan.arrayBuffer()) }
  return context.within(inside => handOutWithin(inside, items, given))
}

/** As the case's story tells it. */
const noteOf = ({ how, by, relation, authority, approvedBy, reason }: HandingOver, name: string): string =>
  handoverInWords({
    how,
    by: by?.trim() || name,
    signed: null,
    relation: relation ?? null,
    authority: authority ?? null,
    approvedBy: approvedBy ?? null,
    reason: reason ?? null,
  })

async function handOutWithin(context: RequestContext, items: readonly Item[], handover: HandingOver) {
  const cases = await holdCases(context, items)
  const told = ({ person }: BegunCase) => ({ on: handover.on, note: noteOf(handover, person.name) })
  const preview = await take(context, { step: 'hand-out', items, told, dryRun: true })
  if (preview.rows.some(row => !row.allowed)) return { applied: false, rows: preview.rows }
  const letterIds = cases.flatMap(({ attempt }) => (attempt.letter_id ? [attempt.letter_id] : []))
  await handOver(context, { letterIds, ...handover })
  const { applied, rows } = await take(context, { step: 'hand-out', items, told })
  return { applied, rows }
}
