/** One random move of a season over HTTP: by whoever may, by whoever may not, with an old version, or by somebody outside the case. */

import type { Given } from '../../src/capabilities/transfers/contract.ts'
import { answerCase } from '../../src/capabilities/transfers/index.ts'
import { type Proof, type Side, type Step, stepCodes } from '../../src/capabilities/transfers/rules.ts'
import type { Enrolled } from '../university/graduates.ts'
import { abroad, type Filled, inProvince, type Journey, outsideOnPaper, sameSchool } from '../university/journey.ts'
import { doorOf } from './pairs.ts'

export type Resident = Enrolled & { branch: string; teacher: string; above: string }
/** `pick` chooses among what is open, `luck` what is brought along and what goes wrong. */
export type Throw = { who: number; pick: number; luck: number; wait: number }
export type Played = { deed: string; done: boolean; issued: number }

const forms: readonly Filled[] = [outsideOnPaper, outsideOnPaper, inProvince, abroad, sameSchool]
const of = <Choice>(choices: readonly Choice[], luck: number): Choice | undefined => choices[luck % Math.max(choices.length, 1)]

type View = Awaited<ReturnType<Journey['case']>>

/** Nobody here has called: a call that was not made is refused. */
const proofOf = (kind: View['choices']['proofs'][number] | undefined, { id }: View): Proof | undefined =>
  kind === 'callback' ? { kind, callId: id! } : kind && { kind }

const givenFor = (view: View, luck: number): Given => ({
  reason: '见说明',
  oldLetter: 'handed-back',
  sheet: 'kept',
  backTo: of(view.choices.backTo, luck),
  method: of(view.choices.methods, luck),
  track: of(view.choices.tracks, luck),
  proof: proofOf(of(view.choices.proofs, luck), view),
  application: of(view.choices.applications, luck),
})

/** Expected answers to what is asked at the wrong time, by the wrong person or of an old version. Anything else is a fault. */
const told = new Set(['REFUSED', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST'])
const attempted = async (deed: string, work: () => Promise<boolean>): Promise<{ deed: string; done: boolean }> => {
  try {
    return { deed, done: await work() }
  } catch (error) {
    if (told.has((error as { code?: string }).code ?? '')) return { deed, done: false }
    throw error
  }
}

const speakers: Record<Side, (who: Resident) => string> = {
  member: who => who.studentNumber,
  branch: who => who.teacher,
  secondary: who => who.above,
  office: () => 'office',
  'new-branch': () => 'secondary',
  submission: who => who.above,
  receiver: () => 'office',
  'receiving-school': () => 'office',
}

type Ask = { who: Resident; login: string; step: Step; view: View; version: number; given: Given; luck: number }

async function fillIn(journey: Journey, { who, login, step, version, luck }: Ask): Promise<boolean> {
  const api = await journey.transfers(login)
  const form = of(forms, luck)!
  if (login === who.studentNumber) {
    const saved = await api.mine.save({ ...form, version })
    return !!(await api.mine.submit({ version: saved.version }))
  }
  const saved = await api.fill.save({ ...form, graduateId: who.graduateId, version })
  return !!(await api.fill.step({ id: saved.id!, version: saved.version, step: step as 'fill', given: {} }))
}

async function ask(journey: Journey, asked: Ask): Promise<boolean> {
  const { who, login, step, view, version, given } = asked
  const { transfers: api } = await journey.server.as(login)
  if (step === 'fill' || step === 'mend' || !view.id) return fillIn(journey, asked)
  const item = { id: view.id, version }
  const own = login === who.studentNumber
  if (step === 'issue') return (await api.letters.issue({ items: [item] })).applied
  if (step === 'void-letter') return !!(await api.letters.void({ ...item, reason: '抬头写错', sheet: 'kept' }))
  if (step === 'hand-out')
    return (await api.letters.handOut({ items: [item], on: journey.server.services.clock.today(), by: who.name, how: 'self' })).applied
  if (own && (step === 'withdraw' || step === 'apply')) return !!(await api.mine.step({ version, step, given }))
  const group = doorOf(step)?.group ?? 'handle'
  const take = api[group as 'handle'].step
  return !!(await take({ ...item, step: step as 'accept', given }))
}

/** What happens to a case without a post: it is reported with the others, or its receiver answers. */
async function outside(journey: Journey, who: Resident, { state, attempts }: View, luck: number) {
  if (state === 'verified' && luck % 4 !== 0) return attempted('submit-register', () => journey.report(who.above, who).then(() => true))
  if (state !== 'in-transit' || luck % 6 !== 0) return null
  const { id } = attempts.find(({ living }) => living)!
  return attempted('answer', () => journey.as('office', context => answerCase(context, id, '已接收')))
}

/** 减员 is entered and taken back, as somebody who was expelled, or was not. */
async function reduce(journey: Journey, who: Resident) {
  const { roster } = await journey.server.as(who.above)
  const { version, reduction } = await roster.get({ id: who.graduateId })
  const entry = reduction
    ? { reduction: null, reason: '登记有误' }
    : { reduction: 'expelled' as const, on: '2023-06-08', document: '试〔2023〕1号' }
  return attempted('reduce', async () => !!(await roster.setReduction({ id: who.graduateId, version, ...entry })))
}

const goesBack = new Set<Step>([
  'void-letter',
  'branch-send-back',
  'secondary-send-back',
  'office-send-back',
  'withdraw',
  'recall',
  'void',
  'apply',
])

export async function throwOnce(journey: Journey, who: Resident, { pick, luck }: Throw): Promise<Played> {
  const seen = await journey.case('office', who)
  if (luck % 29 === 0) return { ...(await reduce(journey, who)), issued: 0 }
  const other = await outside(journey, who, seen, luck)
  if (other) return { ...other, issued: 0 }

  const wild = luck % 7 === 0
  const side = wild ? of(['member', 'branch', 'secondary', 'office'] as const, pick)! : (seen.owner ?? 'office')
  const login = speakers[side](who)
  const view = side === 'member' || side === 'office' ? seen : await journey.case(login, who)
  const can: readonly Step[] = side === 'member' ? memberSteps(seen) : view.can
  const onward = can.filter(step => !goesBack.has(step))
  const step = wild ? of(stepCodes, luck)! : of(pick % 5 === 0 || onward.length === 0 ? can : onward, pick)
  if (!step) return { deed: 'none', done: false, issued: 0 }
  const old = luck % 13 === 0 && view.version > 0
  const asked = { who, login, step, view, version: old ? view.version - 1 : view.version, given: givenFor(view, luck), luck: pick }
  const played = await attempted(`${side} ${step}`, () => ask(journey, asked))
  if (old && played.done) throw new Error(`${step} was taken of an old version`)
  return { ...played, issued: played.done && step === 'issue' ? 1 : 0 }
}

/** The member’s own page is not read each time: what it offers follows from the state. */
const memberSteps = ({ state, backTo }: View): Step[] => {
  if (state === null || state === 'to-fill' || state === 'withdrawn' || state === 'void') return ['fill']
  return state === 'sent-back' && backTo === 'member' ? ['mend', 'withdraw'] : ['withdraw', 'apply']
}
