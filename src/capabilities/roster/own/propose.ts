/** A graduate corrects the own data: part of it counts at once, the rest is proposed to the branch. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { tell } from '../../inbox/index.ts'
import { judged, refuses } from '../checking.ts'
import { correct, wrong } from '../correcting.ts'
import { factsFor } from '../importing.ts'
import type { Known } from '../known.ts'
import { type CorrectionRefusal, sortCorrections, type Texts } from '../rules/own-data.ts'
import * as evidence from '../store/evidence.ts'
import * as store from '../store/proposals.ts'
import { announceTrace } from './follow.ts'
import { heldTexts, openedContents, ownKnown, type ProposalContent, proposalPlace } from './held.ts'

export const refused = (reason: CorrectionRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

export type OwnCorrection = { version: number; changes: Texts; reason?: string | undefined }

/** All of it or none: what is wrong in one field is said at that field, and nothing is written. */
export async function correctOwn(context: RequestContext, { version, changes, reason }: OwnCorrection): Promise<void> {
  const { trx, scope } = context
  const known = await ownKnown(context, true)
  const { graduateId, graduateVersion } = known.held
  if (graduateVersion !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: graduateVersion ?? 1 } })
  const open = await store.openProposal(trx, scope, known.held.memberId)
  const said = open && (await openedContents(context, [open])).get(open.id)
  const sorted = sortCorrections(heldTexts(known), changes, said?.changes)
  if (!sorted.allowed) throw refused(sorted.reason)
  const { atOnce, waits, open: proposed } = sorted.value
  await checked(context, known, { ...atOnce, ...waits }, reason)
  if (Object.keys(atOnce).length > 0) await correct(context, { id: graduateId!, version, changes: atOnce })
  const hadSome = (said?.changes.length ?? 0) > 0
  if (Object.keys(waits).length > 0 || (hadSome && proposed.length !== said!.changes.length))
    await propose(context, known, open, { changes: [...proposed], reason: reason ?? said?.reason ?? '' })
  await store.dropDraft(trx, scope)
  await announceTrace(context, [graduateId!])
}

/** As an import checks it; with a reason a doubtful value may stand, and the branch sees why. */
async function checked(context: RequestContext, known: Known, texts: Texts, reason: string | undefined): Promise<void> {
  const facts = await factsFor(context, known.held.cohortId!)
  const [found] = judged(facts, [{ known, texts }], reason?.trim() || undefined)
  const problems = found!.problems.filter(refuses)
  if (problems.length > 0) throw wrong(problems)
}

async function propose(context: RequestContext, known: Known, open: store.ProposalRow | undefined, content: ProposalContent) {
  const { trx, scope, now, record } = context
  const { memberId, graduateId, cohortId, path } = known.held
  const id = open?.id ?? newId()
  const vault = await context.vault(cohortId!)
  const fields = content.changes.map(({ field }) => field)
  const row = {
    school_id: scope.school,
    id,
    fields,
    changes_sealed: vault.seal(JSON.stringify(content), proposalPlace(id)),
    key_id: vault.keyId,
    state: fields.length > 0 ? 'open' : 'withdrawn',
  }
  if (open) await store.saveProposal(trx, { ...row, version: open.version + 1 })
  else {
    const whose = { cohort_id: cohortId, graduate_id: graduateId, member_id: memberId, path }
    await store.addProposal(trx, { ...row, ...whose, proposed_at: now.toISOString() })
    await tellBranch(context, known)
  }
  const waiting = await evidence.waitingEvidence(trx, scope, memberId)
  await evidence.takeAlong(
    trx,
    scope.school,
    waiting.map(each => each.id),
    id,
  )
  record({
    kind: 'correction',
    id,
    path,
    ...(open && { before: { fields: open.fields } }),
    after: { fields, state: row.state, evidence: waiting.length },
  })
}

async function tellBranch({ trx, scope, today }: RequestContext, known: Known): Promise<void> {
  await tell(trx, scope.school, await store.keepersOfOwnBranch(trx, today), {
    kind: 'correction',
    title: `${known.name}提出更正本人资料`,
    body: '请逐项核对后接受，或写明原因不予采纳。',
    link: `/roster/${known.held.graduateId}`,
  })
}

/** The open proposal is taken back; what was typed can be proposed anew. */
export async function withdrawOwn(context: RequestContext): Promise<void> {
  const { trx, scope, record } = context
  const known = await ownKnown(context, true)
  const open = await store.openProposal(trx, scope, known.held.memberId)
  if (!open) throw refused('closed')
  await store.saveProposal(trx, { school_id: scope.school, id: open.id, state: 'withdrawn', version: open.version + 1 })
  record({ kind: 'correction', id: open.id, path: open.path, before: { state: 'open' }, after: { state: 'withdrawn' } })
}
