import { createHash } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { factsOf, type LetterDraft, newReceipt } from './draft.ts'
import { type PrintProblem, printProblems, sharesOf } from './problems.ts'
import { pageColumns } from './receipt/codes.ts'
import { freezeLetter, mayVoid, type VoidGround } from './rules.ts'
import { contentPlace } from './sheets.ts'
import { countUse } from './store/addressees.ts'
import * as store from './store.ts'

export type IssuedLetter = { id: string; attemptId: string; numberText: string; issuedOn: Day; validUntil: Day }

const refused = (reason: string, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail !== undefined && { detail }) } })

const named = ({ memberName, characters }: PrintProblem) => (characters.length ? `${memberName}（${characters.join('')}）` : memberName)

/** The first reason that stands in the way, and everybody it concerns. */
const refusedBatch = (problems: readonly PrintProblem[]) => {
  const reason = problems[0]!.obstacles[0]!
  return refused(
    reason,
    problems
      .filter(({ obstacles }) => obstacles.includes(reason))
      .map(named)
      .join('、'),
  )
}

/** The paper of one draft, frozen and sealed as its row. */
async function rowsOf(context: RequestContext, drafts: readonly LetterDraft[], firstNumber: number): Promise<store.NewLetter[]> {
  const { scope, today, actor, url } = context
  const shares = await sharesOf(context, drafts)
  const rows: store.NewLetter[] = []
  for (const [at, draft] of drafts.entries()) {
    const { share, vault } = shares.get(draft.cohortId)!
    const receipt = newReceipt(share, url)
    const content = freezeLetter({ ...factsOf(draft, share, today), numberInYear: firstNumber + at, receipt })
    const id = newId()
    const text = JSON.stringify(content)
    rows.push({
      school_id: scope.school,
      id,
      cohort_id: draft.cohortId,
      transfer_id: draft.transferId,
      attempt_id: draft.attemptId,
      member_id: draft.memberId,
      path: draft.path,
      year: Number(today.slice(0, 4)),
      number: content.numberInYear,
      number_text: content.number,
      addressee_name: content.addressee,
      member_name: content.name,
      issued_on: content.issuedOn,
      valid_until: content.validUntil,
      content_sealed: vault.seal(text, contentPlace(id)),
      content_sha256: createHash('sha256').update(text).digest('hex'),
      key_id: vault.keyId,
      ...pageColumns(content),
      state: 'issued',
      issued_by: actor.id,
      issued_name: actor.name,
    })
  }
  return rows
}

/**
 * Numbers, freezes and stores letters in the order given, in the caller's transaction; all or none. That the case is
 * approved and goes by paper is the caller's to know, and so is the audit entry.
 */
export async function issueLetters(context: RequestContext, drafts: readonly LetterDraft[]): Promise<IssuedLetter[]> {
  if (drafts.length === 0) return []
  const { trx, scope, today } = context
  const problems = await printProblems(context, drafts)
  if (problems.length) throw refusedBatch(problems)

  const first = await store.takeNumbers(trx, scope.school, Number(today.slice(0, 4)), drafts.length)
  const rows = await rowsOf(context, drafts, first)
  await store.addLetters(trx, rows).catch(error => {
    const reason = meaningOf(error)
    throw reason ? refused(reason) : error
  })
  await countUse(
    trx,
    scope.school,
    rows.map(row => row.addressee_name),
  )
  return rows.map(row => ({
    id: row.id,
    attemptId: row.attempt_id,
    numberText: row.number_text,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
  }))
}

async function held({ trx, scope }: RequestContext, ids: readonly string[]): Promise<store.LetterRow[]> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length ? await store.heldLetters(trx, scope, wanted) : []
  if (rows.length < wanted.length) throw new ORPCError('NOT_FOUND')
  return rows
}

export type Voiding = { letterId: string; ground: VoidGround | null; note: string | null }

const byId = async (context: RequestContext, ids: readonly string[]) => {
  const rows = new Map((await held(context, ids)).map(row => [row.id, row]))
  return (id: string) => rows.get(id)!
}

/** Voids letters on recorded grounds; their numbers stay in the ledger. The caller writes the audit entry. */
export async function voidLetters(context: RequestContext, voidings: readonly Voiding[]): Promise<void> {
  const rowOf = await byId(
    context,
    voidings.map(({ letterId }) => letterId),
  )
  const rows = voidings.map(({ letterId, ground, note }) => {
    const { id, version, state, receivedOn } = rowOf(letterId)
    const decision = mayVoid({ state, received: receivedOn !== null }, ground)
    if (!decision.allowed) throw refused(decision.reason)
    return {
      id,
      version,
      state: decision.value.state,
      voided_on: context.today,
      void_ground: decision.value.ground,
      void_note: note,
    }
  })
  await store.saveLetters(context.trx, context.scope.school, rows)
}

/** Acceptance is proven: no validity runs any more, and the letters can't be voided. */
export async function markReceived(context: RequestContext, received: readonly { letterId: string; on: Day }[]): Promise<void> {
  const rowOf = await byId(
    context,
    received.map(({ letterId }) => letterId),
  )
  const rows = received.map(({ letterId, on }) => ({ ...rowOf(letterId), on }))
  if (rows.some(({ state }) => state === 'voided')) throw refused('void')
  await store.saveLetters(
    context.trx,
    context.scope.school,
    rows.filter(({ receivedOn }) => receivedOn === null).map(({ id, version, on }) => ({ id, version, received_on: on })),
  )
}
