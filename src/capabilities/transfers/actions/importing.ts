/** What others say of our cases, as lists that come as workbooks: each row takes the steps of a case, and is refused as they are. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../../accounts/index.ts'
import { type ListKind, type ListSpec, type ListWriting, listKind } from '../../imports/index.ts'
import { cohort } from '../../plans/index.ts'
import {
  type HeldAttempt,
  type Match,
  type Move,
  matchOf,
  type Naming,
  namingKey,
  type Planned,
  type Said,
  said,
  unnamed,
} from '../rules/lists/outside.ts'
import { planReceipt, receiptEntry, receiptFields } from '../rules/lists/receipts.ts'
import { planResult, resultEntry, resultFields, resultLacks, statusLabels } from '../rules/lists/results.ts'
import { refusalWords } from '../rules/refusal-words.ts'
import { decide, type Refusal, shownState, shownStateNames, type TransferFacts } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { factsOf, type Setting, settingOf, sidesIn } from './setting.ts'
import { take } from './take.ts'

type Facts = { cohortId: string }
type Held = {
  match: Match
  case: BegunCase | null
  planned: Planned
  refusal: { move: Move; reason: Refusal } | null
  /** The case as it is, and as it would stand. */
  facts: TransferFacts | null
  next: TransferFacts | null
  today: Setting['today']
}

type OutsideList<Entry extends Naming> = Pick<ListSpec<Facts, Entry, Held>, 'kind' | 'title' | 'hints' | 'entry' | 'choices'> & {
  fields: ReturnType<ListSpec<Facts, Entry, Held>['fields']>
  lacks(entry: Entry): Said[]
  plan(entry: Entry, held: HeldAttempt): Planned
  byLetter: boolean
}

const nothing: Planned = { moves: [], notes: [] }

const attemptOf = ({ attempt }: BegunCase): HeldAttempt => ({
  state: attempt.state,
  systemAt: attempt.system_at,
  serial: attempt.serial,
  startedOn: attempt.started_on,
  acceptedOn: attempt.accepted_on,
  rejectedOn: attempt.rejected_on,
  letterNumber: attempt.letter_number,
})

/** One move after the other, by the first of the actor's sides that may. */
function follow(held: BegunCase, setting: Setting, moves: readonly Move[]): Pick<Held, 'facts' | 'next' | 'refusal'> {
  const facts = factsOf(held, setting)
  let next = facts
  for (const move of moves) {
    const { step, ...given } = move
    let reason: Refusal = 'not-your-side'
    let allowed: TransferFacts | null = null
    for (const side of sidesIn(held, setting)) {
      const decision = decide(next, step, side, setting.today, given)
      if (decision.allowed) allowed ??= decision.value
      else if (decision.reason !== 'not-your-side') reason = decision.reason
    }
    if (!allowed) return { facts, next: null, refusal: { move, reason } }
    next = allowed
  }
  return { facts, next, refusal: null }
}

/** Finds whom the rows mean and what would become of each case. */
async function heldFor<Entry extends Naming>(
  context: RequestContext,
  { cohortId }: Facts,
  entries: readonly Entry[],
  { plan, hold }: { plan: OutsideList<Entry>['plan']; hold: boolean },
): Promise<Map<string, Held>> {
  const { trx, scope } = context
  const vault = await context.vault(cohortId)
  const indexOf = (idNumber: string) => Buffer.from(vault.index('id-number', idNumber)).toString('hex')
  const people = await store.graduatesNamed(trx, scope, cohortId, {
    numbers: entries.flatMap(({ studentNumber }) => studentNumber ?? []),
    indexes: entries.flatMap(({ idNumber }) => (idNumber === null ? [] : indexOf(idNumber))),
    letters: entries.flatMap(({ letterNumber }) => letterNumber ?? []),
  })
  const named = ({ studentNumber, idNumber, letterNumber }: Entry) => {
    if (studentNumber !== null) return people.find(person => person.studentNumber === studentNumber)
    if (idNumber !== null) return people.find(({ idIndex }) => idIndex === indexOf(idNumber))
    return people.find(person => letterNumber !== null && person.letterNumber === letterNumber)
  }
  const cases = await casesOf(
    context,
    people.map(({ id }) => id),
    hold,
  )
  const setting = await settingOf(context, cohortId)
  const taken = new Set<string>()
  const found = new Map<string, Held>()
  for (const entry of entries) {
    // A second row by the same number is said of every list.
    if (found.has(namingKey(entry))) continue
    const match = matchOf(entry, named(entry))
    const without = { match, case: null, planned: nothing, refusal: null, facts: null, next: null, today: setting.today }
    const held = 'problem' in match ? undefined : cases.get(match.graduateId)
    const twice = !('problem' in match) && taken.has(match.graduateId)
    if (!('problem' in match)) taken.add(match.graduateId)
    if (twice || !held) {
      found.set(namingKey(entry), twice ? { ...without, match: again } : without)
      continue
    }
    const planned = plan(entry, attemptOf(held))
    found.set(namingKey(entry), { ...without, case: held, planned, ...follow(held, setting, planned.moves) })
  }
  return found
}

const again: Match = { problem: 'twice', field: 'name', text: '这个人在文件里出现了两次，用的号码不同。请核对，多余的一行可以跳过。' }

async function casesOf({ trx, scope }: RequestContext, graduateIds: readonly string[], hold: boolean): Promise<Map<string, BegunCase>> {
  const begun = async () => (await store.casesOf(trx, scope, graduateIds)).filter((held): held is BegunCase => held.transfer !== null)
  const cases = await begun()
  if (!hold) return new Map(cases.map(held => [held.person.id, held]))
  await store.hold(
    trx,
    scope,
    cases.map(({ transfer }) => transfer.id),
  )
  return new Map((await begun()).map(held => [held.person.id, held]))
}

const refusalFields: Partial<Record<Refusal, string>> = { 'day-in-future': 'on', 'needs-reason': 'reason' }

function complaintsOf({ match, case: held, planned, refusal }: Held, statusField: string): Said[] {
  if ('problem' in match) return [said(match.field, match.problem, match.text)]
  if (!held) return [said(statusField, 'not-begun', '这个人的接转还没有开始，没有可以登记的。请先填报去向。')]
  if (!refusal) return [...planned.notes]
  const late = refusal.reason === 'day-in-future' && refusal.move.step === 'start' ? 'startedOn' : refusalFields[refusal.reason]
  return [...planned.notes, said(late ?? statusField, refusal.reason, refusalWords[refusal.reason])]
}

function changesOf({ facts, next, planned, today }: Held) {
  if (!facts || !next || planned.moves.length === 0) return []
  const serial = planned.moves.find(move => move.serial)?.serial
  const names = (of: TransferFacts) => shownStateNames[shownState(of, today)]
  return [
    { field: 'status', label: '接转状态', before: names(facts), after: names(next) },
    ...(serial ? [{ field: 'serial', label: '编号/流水', before: '', after: serial }] : []),
  ]
}

/** Every step for all its cases at once, in the order in which they follow; all or none. */
async function write<Entry>(context: RequestContext, { importId, changed }: ListWriting<Facts, Entry, Held>): Promise<[]> {
  const due = changed.filter(({ changes }) => changes.some(({ field }) => field === 'status')).map(({ held }) => held)
  const version = new Map(due.map(({ case: held }) => [held!.transfer.id, held!.transfer.version]))
  for (const step of ['start', 'accept', 'reject'] as const) {
    const told = new Map(
      due.flatMap(({ case: held, planned: { moves } }) =>
        moves.filter(move => move.step === step).map(move => [held!.transfer.id, move] as const),
      ),
    )
    if (told.size === 0) continue
    const { applied } = await take(context, {
      step,
      importId,
      items: [...told.keys()].map(id => ({ id, version: version.get(id)! })),
      told: ({ transfer }) => {
        const { step: _, ...given } = told.get(transfer.id)!
        return given
      },
    })
    if (!applied) throw new ORPCError('REFUSED', { status: 409, data: { reason: 'held-meanwhile' } })
    for (const id of told.keys()) version.set(id, version.get(id)! + 1)
  }
  return []
}

const outsideList = <Entry extends Naming>({
  kind,
  title,
  hints,
  entry,
  choices,
  fields,
  lacks,
  plan,
  byLetter,
}: OutsideList<Entry>): ListKind =>
  listKind<Facts, Entry, Held>({
    kind,
    title,
    hints,
    ...(choices && { choices }),
    fields: () => fields,
    async facts({ trx, scope, today }, cohortId) {
      if (cohortId === null || !(await cohort(trx, scope, cohortId))) throw new ORPCError('NOT_FOUND')
      return { facts: { cohortId }, stamp: `${today} ${cohortId}` }
    },
    entry(row, facts, ledger) {
      const read = entry(row, facts, ledger)
      if (!read) return null
      const nobody = unnamed(read, byLetter)
      for (const { field, complaint } of [...(nobody ? [nobody] : []), ...lacks(read)]) ledger.say(field, complaint)
      return nobody ? null : read
    },
    key: namingKey,
    keyField: byLetter ? 'letterNumber' : 'studentNumber',
    held: (context, facts, entries, hold) => heldFor(context, facts, entries, { plan, hold }),
    changes: changesOf,
    complaints: (_, held) => complaintsOf(held!, byLetter ? 'on' : 'status'),
    apply: write,
  })

/** What the external Party-affairs system says of each. */
export const resultImports = outsideList({
  kind: 'external-results',
  title: '党务系统办理结果',
  hints: '学号，或身份证号加姓名；状态填已接收、退回或办理中；日期写成 2023-06-08；退回的写明原因。',
  fields: resultFields,
  choices: { status: statusLabels },
  entry: resultEntry,
  lacks: resultLacks,
  plan: planResult,
  byLetter: false,
})

/** Stamped receipts that have come back. */
export const receiptImports = outsideList({
  kind: 'receipts',
  title: '介绍信回执',
  hints: '介绍信编号、学号写一样即可；回执日期写成 2023-06-08；只登记盖章的回执。',
  fields: receiptFields,
  entry: receiptEntry,
  lacks: () => [],
  plan: planReceipt,
  byLetter: true,
})
