/** Signatures and the ways back: one or many, all of them or none, each against the version that was previewed. */
import { refuse } from '../../kernel/decision.ts'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { giveBags, voidBagsOf } from './bagging.ts'
import type { StepResult } from './contract.ts'
import { holdPeople, loadPeople } from './loading.ts'
import { type Explained, mayStep, mayStepFor, type State, type Step, troubleKey } from './rules.ts'
import * as store from './store.ts'
import { type Loaded, troubleViews } from './views.ts'

export type Seen = { graduateId: string; version: number; explained?: Record<string, string> }

/** With the reasons given now beside those given before; a reason for what is no problem is not kept. */
function explaining({ facts }: Loaded, { explained = {} }: Seen): Explained {
  const given: Explained = { ...facts.explained, ...explained }
  return Object.fromEntries(facts.troubles.map(troubleKey).flatMap(key => (given[key]?.trim() ? [[key, given[key].trim()]] : [])))
}

type Decided = { person: Loaded; to: State; explained: Explained; bag: string | null }

/** A blank one that was begun meanwhile is still what was seen. */
const asSeen = ({ version }: Loaded, seen: Seen) => version === seen.version || (version === 1 && seen.version === 0)

function decide(step: Step, people: readonly Loaded[], asked: ReadonlyMap<string, Seen>, reason: string) {
  const decided: Decided[] = []
  const refused: StepResult['refused'] = []
  for (const person of people) {
    const { graduateId, name, bag } = person.row
    const seen = asked.get(graduateId)!
    const explained = explaining(person, seen)
    const decision = asSeen(person, seen) ? mayStepFor(step, { ...person.facts, explained }, reason) : refuse('changed')
    if (decision.allowed) decided.push({ person, to: decision.value, explained, bag })
    else refused.push({ graduateId, name, reason: decision.reason })
  }
  return { decided, refused }
}

const open = { packed_by: null, packed_name: null, packed_at: null, checked_by: null, checked_name: null, checked_at: null }

/** What a step writes beside the state. */
function columnsOf(step: Step, { actor, now }: RequestContext, { explained, bag }: Decided, reason: string): Record<string, unknown> {
  const at = now.toISOString()
  const written: Partial<Record<Step, Record<string, unknown>>> = {
    pack: { explained, packed_by: actor.id, packed_name: actor.name, packed_at: at },
    check: { checked_by: actor.id, checked_name: actor.name, checked_at: at, bag },
    'send-back': { ...open, bag: null },
    reopen: { ...open, bag: null, list_id: null },
    postpone: { postponed: reason },
    resume: { postponed: null },
    withdraw: { list_id: null },
  }
  return written[step] ?? {}
}

/** Saves what was decided, with its entry in the dossier's own story and in the log. */
export async function write(
  context: RequestContext,
  step: Step,
  decided: readonly Decided[],
  { reason = '', also = {} }: { reason?: string; also?: Record<string, unknown> } = {},
): Promise<void> {
  const { trx, scope, actor, now, record } = context
  await store.saveDossiers(
    trx,
    decided.map(one => ({
      school_id: scope.school,
      id: one.person.row.id!,
      version: one.person.version + 1,
      state: one.to,
      ...columnsOf(step, context, one, reason),
      ...also,
    })),
  )
  const told = { school_id: scope.school, at: now.toISOString(), step, actor_id: actor.id, actor_name: actor.name, reason: reason || null }
  await store.addEvents(
    trx,
    decided.map(({ person: { row }, bag }) => ({
      ...told,
      id: newId(),
      cohort_id: row.cohortId,
      graduate_id: row.graduateId,
      member_id: row.memberId,
      path: row.path,
      bag,
    })),
  )
  for (const { person, to, bag } of decided) {
    const { graduateId, path } = person.row
    record({
      kind: 'dossier',
      id: graduateId,
      path,
      before: { graduateId, state: person.facts.state, ...(person.row.bag !== null && { bag: person.row.bag }) },
      after: { state: to, ...(step === 'check' && { bag }), ...(reason !== '' && { reason }) },
    })
  }
}

/** Held and decided, and nothing written yet. */
export async function decideStep(context: RequestContext, step: Step, seen: readonly Seen[], reason = '') {
  const asked = new Map(seen.map(one => [one.graduateId, one]))
  const people = await holdPeople(context, [...asked.keys()])
  return { people, ...decide(step, people, asked, reason) }
}

/** All or none: whoever is refused is named, and nothing is written. */
export async function take(context: RequestContext, step: Step, seen: readonly Seen[], reason = ''): Promise<StepResult> {
  const { people, decided, refused } = await decideStep(context, step, seen, reason)
  if (refused.length > 0) return { done: 0, refused }
  if (step === 'check') {
    const given = await giveBags(context, people)
    for (const one of decided) one.bag = given.get(one.person.row.graduateId)!
  }
  if (step === 'send-back' || step === 'reopen') await voidBagsOf(context, people, reason)
  await write(context, step, decided, { reason })
  return { done: decided.length, refused: [] }
}

/** The same question without an answer being written. */
export async function preview(context: RequestContext, step: Step, graduateIds: readonly string[]) {
  return (await loadPeople(context, graduateIds)).map(person => {
    const decision = mayStep(step, person.facts)
    return {
      graduateId: person.row.graduateId,
      name: person.row.name,
      branchName: person.row.branchName,
      version: person.version,
      refused: decision.allowed ? null : decision.reason,
      troubles: troubleViews(person),
    }
  })
}
