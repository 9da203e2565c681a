/** Takes a step in one case or many: hold, decide, save. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../../accounts/index.ts'
import type { ClauseId } from '../../plans/rules.ts'
import { decide, type Evidence, noEvidence, type Refusal, type Side, type State, type Step, type TransferFacts } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { withChanges } from './changes.ts'
import type { Told } from './columns.ts'
import { recordDelays } from './delays.ts'
import { settleDifferences } from './difference-settling.ts'
import { withSealedPhones } from './handlers.ts'
import { settleLetters, teachDictionary } from './letters.ts'
import { relight } from './lighting.ts'
import { tellOf } from './messages.ts'
import { joinNewNumbers, numberEvidence } from './numbers.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { receivingPath } from './receiving.ts'
import { arrivalsFollow } from './sending.ts'
import { factsOf, type Setting, settingsOf, sidesIn } from './setting.ts'

export type Item = { id: string; version: number }

/** What the step would do, or did, to one case. */
export type Taken = { id: string; graduateId: string; name: string; version: number; state: State } & (
  | { allowed: true; to: State }
  | { allowed: false; reason: Refusal; clause: ClauseId | null }
)

/** `importId`: of the workbook that says so. `as`: for the acts that belong to no post, the submission of 附件2 and the receiver's answer. */
export type Deed = {
  step: Step
  items: readonly Item[]
  told?: Told | ((held: BegunCase) => Told)
  as?: Side
  dryRun?: boolean
  importId?: string
}

const toldOf = (held: BegunCase, { told = {} }: Deed): Told => (typeof told === 'function' ? told(held) : told)

type Refused = { reason: Refusal; clause: ClauseId | null }
type Judged = { held: BegunCase; facts: TransferFacts; next: TransferFacts | null; refused: Refused }

/** The cases as they are held for this transaction; one that was changed since it was read refuses them all and is named. */
export async function holdCases({ trx, scope }: RequestContext, items: readonly Item[]): Promise<BegunCase[]> {
  const rows = await store.hold(
    trx,
    scope,
    items.map(({ id }) => id),
  )
  const seen = new Map(items.map(({ id, version }) => [id, version]))
  if (rows.length < seen.size) throw new ORPCError('NOT_FOUND')
  const cases = await store.casesOf(
    trx,
    scope,
    rows.map(({ graduateId }) => graduateId),
  )
  const begun = cases.filter(held => held.transfer !== null)
  if (begun.length < seen.size) throw new ORPCError('NOT_FOUND')
  const changed = begun.filter(({ transfer }) => transfer.version !== seen.get(transfer.id))
  if (changed.length) throw conflictOf(changed)
  return begun
}

const conflictOf = (changed: readonly BegunCase[]) =>
  new ORPCError('CONFLICT', {
    status: 409,
    data: {
      version: changed[0]!.transfer.version,
      rows: changed.map(({ person, transfer, attempt }) => ({
        id: transfer.id,
        name: person.name,
        version: transfer.version,
        state: attempt.state,
      })),
    },
  })

/** The first side of the actor that may; otherwise the most telling refusal. */
function judge(held: BegunCase, setting: Setting, deed: Deed, evidence = noEvidence): Judged {
  const { step, as } = deed
  const told = toldOf(held, deed)
  const facts = { ...factsOf(held, setting), evidence }
  let refused: Refused = { reason: 'not-your-side', clause: null }
  for (const side of as ? [as] : sidesIn(held, setting)) {
    const decision = decide(facts, step, side, setting.today, told)
    if (decision.allowed) return { held, facts, next: decision.value, refused }
    if (decision.reason !== 'not-your-side') refused = { reason: decision.reason, clause: decision.clause }
  }
  return { held, facts, next: null, refused }
}

const taken = ({ held: { person, transfer, attempt }, next, refused }: Judged, version = transfer.version): Taken => ({
  id: transfer.id,
  graduateId: person.id,
  name: person.name,
  version,
  state: attempt.state,
  ...(next ? { allowed: true, to: next.state } : { allowed: false, ...refused }),
})

async function save(context: RequestContext, outcomes: readonly Outcome[], settings: Map<string, Setting>): Promise<void> {
  const { trx, now, record } = context
  await store.saveAttempts(
    trx,
    outcomes.map(({ past, held }) => past ?? held.attempt),
  )
  await store.addAttempts(
    trx,
    outcomes.flatMap(({ past, held: { attempt } }) => {
      const { created_at: _, ...row } = attempt
      return past ? [row] : []
    }),
  )
  await store.saveTransfers(
    trx,
    outcomes.map(({ held }) => held.transfer),
    now,
  )
  await store.addEvents(
    trx,
    outcomes.map(({ event }) => event),
  )
  await relight(
    context,
    outcomes.map(({ held }) => held),
    settings,
  )
  for (const { held, before, step, event } of outcomes)
    record({
      kind: 'transfer',
      id: held.transfer.id,
      path: held.person.path,
      before: { state: before.state },
      after: { step, state: held.attempt.state, attempt: held.attempt.ordinal, ...(event.import_id && { importId: event.import_id }) },
    })
}

/** Pictures and calls are read where an acceptance is decided, and nowhere else. */
function evidenceFor(context: RequestContext, { step }: Deed, cases: readonly BegunCase[]): Promise<Map<string, Evidence>> {
  const { trx, scope } = context
  const attempts = cases.map(({ attempt }) => attempt.id)
  if (step === 'accept' || step === 'accept-other') return store.evidenceOf(trx, scope, attempts)
  return step === 'confirm-internal' ? numberEvidence(context, cases) : Promise.resolve(new Map())
}

/** All or none: with one refusal nothing is written, and every row says what it would have been. */
export async function take(context: RequestContext, deed: Deed): Promise<{ applied: boolean; rows: Taken[]; outcomes: Outcome[] }> {
  const cases = await holdCases(context, deed.items)
  const settings = await settingsOf(context, cases)
  const setting = (held: BegunCase) => settings.get(held.person.cohortId)!
  const evidence = await evidenceFor(context, deed, cases)
  const judged = cases.map(held => judge(held, setting(held), deed, evidence.get(held.attempt.id)))
  if (deed.dryRun || judged.some(({ next }) => !next)) return { applied: false, rows: judged.map(row => taken(row)), outcomes: [] }

  const decided = judged.map(({ held, facts, next }) =>
    outcomeOf(context, held, setting(held), { step: deed.step, told: toldOf(held, deed), facts, next: next!, importId: deed.importId }),
  )
  const outcomes = await withChanges(context, await withSealedPhones(context, decided))
  await receivingPath(context, outcomes)
  await settleLetters(context, outcomes)
  await teachDictionary(context, outcomes)
  await save(context, outcomes, settings)
  await settleDifferences(context, outcomes)
  await recordDelays(context, outcomes)
  await joinNewNumbers(context, outcomes)
  await arrivalsFollow(context, outcomes)
  await tellOf(context, outcomes)
  return { applied: true, rows: judged.map(row => taken(row, row.held.transfer.version + 1)), outcomes }
}

/** As the screens read it: the reason, the clause that it rests on, and where the case stands. */
export const refusedAs = ({ reason, clause }: Refused, state: State) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, state, ...(clause && { clause }) } })

/** One case: its refusal is the answer. */
export async function takeOne(context: RequestContext, deed: Omit<Deed, 'items' | 'dryRun'> & { item: Item }): Promise<Outcome> {
  const { applied, rows, outcomes } = await take(context, { ...deed, items: [deed.item] })
  if (applied) return outcomes[0]!
  const row = rows[0]!
  const refused: Refused = row.allowed ? { reason: 'wrong-state', clause: null } : row
  throw refusedAs(refused, row.state)
}
