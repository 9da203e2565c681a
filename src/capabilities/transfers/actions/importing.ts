/** What others say of our cases, as lists that come as workbooks: each row takes the steps of a case, and is refused as they are. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../../accounts/index.ts'
import { type ListKind, type ListSpec, type ListWriting, listKind } from '../../imports/index.ts'
import { rootPath } from '../../orgs/rules.ts'
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
import { planResult, type ResultEntry, resultEntry, resultFields, resultLacks, resultWords, statusLabels } from '../rules/lists/results.ts'
import { refusalWords } from '../rules/refusal-words.ts'
import {
  differenceNames,
  isOtherwiseHere,
  type Refusal,
  type Says,
  shownState,
  shownStateNames,
  type TransferFacts,
  trackLabels,
  trackNames,
  trackStands,
} from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { differenceRow, differencesIn, type Found, missingIn, saysOf, strangerIn } from './difference-finding.ts'
import { heldAttempt } from './difference-settling.ts'
import { follow, takeMoves } from './moves.ts'
import { type Setting, settingOf } from './setting.ts'

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
  /** What the row says otherwise and nobody has kept yet; on one row those, too, of whom the list says nothing. */
  differences: readonly Found[]
  /** Nobody here, in a list that the whole school imports. */
  stranger: boolean
}

type OutsideList<Entry extends Naming> = Pick<ListSpec<Facts, Entry, Held>, 'kind' | 'title' | 'hints' | 'entry' | 'choices'> & {
  fields: ReturnType<ListSpec<Facts, Entry, Held>['fields']>
  lacks(entry: Entry): Said[]
  plan(entry: Entry, held: HeldAttempt): Planned
  byLetter: boolean
  /** Where both may say otherwise, what the list says of the person; null: its rows prove or are wrong. */
  saysOf: ((entry: Entry) => Says) | null
}

const nothing: Planned = { moves: [], notes: [] }

/** Finds whom the rows mean and what would become of each case. */
async function heldFor<Entry extends Naming>(
  context: RequestContext,
  { cohortId }: Facts,
  entries: readonly Entry[],
  { plan, saysOf, hold }: Pick<OutsideList<Entry>, 'plan' | 'saysOf'> & { hold: boolean },
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
  const { begun, everybody } = await casesOf(
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
    const without: Held = {
      match,
      case: null,
      planned: nothing,
      refusal: null,
      facts: null,
      next: null,
      today: setting.today,
      differences: [],
      stranger: false,
    }
    if ('problem' in match) {
      const stranger = saysOf !== null && match.problem === 'nobody-here' && scope.path === rootPath
      found.set(namingKey(entry), stranger ? { ...without, stranger, differences: [strangerOf(entry, saysOf(entry), indexOf)] } : without)
      continue
    }
    if (taken.has(match.graduateId)) {
      found.set(namingKey(entry), { ...without, match: again })
      continue
    }
    taken.add(match.graduateId)
    const held = begun.get(match.graduateId) ?? null
    const planned = held ? plan(entry, heldAttempt(held.attempt)) : nothing
    const followed = held ? follow(held, setting, planned.moves) : { facts: null, next: null, refusal: null }
    const differences = saysOf ? differencesIn(everybody.get(match.graduateId)!, held, saysOf(entry), followed.refusal?.reason ?? null) : []
    found.set(namingKey(entry), { ...without, case: held, planned, ...followed, differences })
  }
  if (saysOf) await sayMissing(context, cohortId, found, taken)
  return saysOf ? withoutKept(context, cohortId, found) : found
}

/** Who is missing stands with the first row that means somebody. */
async function sayMissing(context: RequestContext, cohortId: string, found: Map<string, Held>, named: ReadonlySet<string>) {
  const first = [...found].find(([, { case: held }]) => held !== null)
  if (!first) return
  const [key, held] = first
  found.set(key, { ...held, differences: [...held.differences, ...(await missingIn(context, cohortId, named))] })
}

async function withoutKept({ trx, scope }: RequestContext, cohortId: string, found: Map<string, Held>): Promise<Map<string, Held>> {
  const marks = [...found.values()].flatMap(({ differences }) => differences.map(({ mark }) => mark))
  const kept = await store.marksKept(trx, scope, cohortId, marks)
  return new Map(
    [...found].map(([key, held]) => [key, { ...held, differences: held.differences.filter(({ mark }) => !kept.has(mark)) }] as const),
  )
}

const strangerOf = <Entry extends Naming>(entry: Entry, says: Says, indexOf: (idNumber: string) => string): Found => {
  const { name, studentNumber, idNumber } = entry
  const named = [name, studentNumber ?? (idNumber && `身份证尾号 ${idNumber.slice(-4)}`)].filter(Boolean).join(' ')
  return strangerIn({ mark: studentNumber ?? indexOf(idNumber ?? ''), named }, resultWords(says), says)
}

const again: Match = { problem: 'twice', field: 'name', text: '这个人在文件里出现了两次，用的号码不同。请核对，多余的一行可以跳过。' }

type Everybody = { id: string; memberId: string; path: string; name: string }

async function casesOf({ trx, scope }: RequestContext, graduateIds: readonly string[], hold: boolean) {
  const read = async () => {
    const all = await store.casesOf(trx, scope, graduateIds)
    const everybody = new Map<string, Everybody>(all.map(({ person }) => [person.id, person]))
    return { everybody, begun: new Map(all.flatMap(held => (held.transfer ? [[held.person.id, held] as const] : []))) }
  }
  const first = await read()
  if (!hold) return first
  await store.hold(
    trx,
    scope,
    [...first.begun.values()].map(({ transfer }) => transfer.id),
  )
  return read()
}

const refusalFields: Partial<Record<Refusal, string>> = { 'day-in-future': 'on', 'needs-reason': 'reason' }

/** Where the row is kept as a difference, it is told of and not refused. */
function complaintsOf({ match, case: held, planned, refusal, stranger }: Held, statusField: string, keeps: boolean): Said[] {
  const severity = (soft: boolean) => (keeps && soft ? 'warning' : 'error')
  if ('problem' in match) return [said(match.field, match.problem, match.text, severity(stranger))]
  if (!held) return [said(statusField, 'not-begun', '这个人的接转还没有开始，没有可以登记的。请先填报去向。', severity(true))]
  if (!refusal) return [...planned.notes]
  const late = refusal.reason === 'day-in-future' && refusal.move.step === 'start' ? 'startedOn' : refusalFields[refusal.reason]
  return [
    ...planned.notes,
    said(late ?? statusField, refusal.reason, refusalWords[refusal.reason], severity(isOtherwiseHere(refusal.reason))),
  ]
}

function changesOf({ facts, next, planned, today, differences }: Held) {
  const kept = differences.map(({ kind, ours, theirs, named }) => ({
    field: 'difference',
    label: `记入“不一致”：${kind === 'missing-there' ? `${named}，` : ''}${differenceNames[kind]}`,
    before: ours,
    after: theirs,
  }))
  if (!facts || !next || planned.moves.length === 0) return kept
  const serial = planned.moves.find(move => move.serial)?.serial
  return [
    standingChange(facts, next, today),
    ...(serial ? [{ field: 'serial', label: '编号/流水', before: '', after: serial }] : []),
    ...kept,
  ]
}

/** Where the case stays as it is, the end of its other track. */
function standingChange(facts: TransferFacts, next: TransferFacts, today: Setting['today']) {
  const names = (of: TransferFacts) => shownStateNames[shownState(of, today)]
  const ended = facts.state === next.state && trackNames.find(track => facts.tracks[track].at !== next.tracks[track].at)
  if (!ended) return { field: 'status', label: '接转状态', before: names(facts), after: names(next) }
  const stands = (of: TransferFacts) => trackStands[of.tracks[ended].at]
  return { field: 'status', label: `另一路（${trackLabels[ended]}）`, before: stands(facts), after: stands(next) }
}

/** The steps first; what is said otherwise is kept for a decision, whichever changes were chosen. */
async function write<Entry>(context: RequestContext, { facts, importId, changed }: ListWriting<Facts, Entry, Held>): Promise<[]> {
  const due = changed.flatMap(({ held: { case: held, planned }, changes }) =>
    held && changes.some(({ field }) => field === 'status') ? [{ held, moves: planned.moves }] : [],
  )
  await takeMoves(context, due, importId)
  const rows = changed.flatMap(({ held }) => held.differences.map(found => differenceRow(context, facts.cohortId, importId, found)))
  await store.addDifferences(context.trx, rows)
  for (const { id, path, kind, ours, theirs } of rows)
    context.record({ kind: 'result-difference', id, path, after: { difference: kind, ours, theirs, importId } })
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
  saysOf,
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
    held: (context, facts, entries, hold) => heldFor(context, facts, entries, { plan, saysOf, hold }),
    changes: changesOf,
    complaints: (_, held) => complaintsOf(held!, byLetter ? 'on' : 'status', saysOf !== null),
    apply: write,
  })

/** What the external Party-affairs system says of each. */
export const resultImports = outsideList<ResultEntry>({
  kind: 'external-results',
  title: '党务系统办理结果',
  hints: '学号，或身份证号加姓名；状态填已接收、退回或办理中；日期写成 2023-06-08；退回的写明原因。',
  fields: resultFields,
  choices: { status: statusLabels },
  entry: resultEntry,
  lacks: resultLacks,
  plan: planResult,
  byLetter: false,
  saysOf,
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
  saysOf: null,
})
