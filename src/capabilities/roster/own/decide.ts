/** What graduates proposed, as the branch sees and decides it. */
import { ORPCError } from '@orpc/server'
import { maskIdNumber, maskPhone } from '../../../kernel/mask.ts'
import { pageFrom } from '../../../kernel/paging.ts'
import { accountsOfMembers, type RequestContext } from '../../accounts/index.ts'
import { tell } from '../../inbox/index.ts'
import type { CorrectionRow, CorrectionView } from '../contract/own-data.ts'
import { correct } from '../correcting.ts'
import type { Known } from '../known.ts'
import { within } from '../listing.ts'
import { decideProposal, type OwnField, type Verdict } from '../rules/own-data.ts'
import { fieldLabel, sensitiveFields } from '../rules.ts'
import * as evidenceStore from '../store/evidence.ts'
import * as store from '../store/proposals.ts'
import { evidenceView } from './evidence.ts'
import { heldTexts, knownOf, openedContents, type ProposalContent } from './held.ts'
import { refused } from './propose.ts'

type ListInput = store.ProposalFilter & { path?: string | undefined; after?: string | undefined; limit: number }

export async function list({ trx, scope }: RequestContext, { path, after, limit, ...filter }: ListInput) {
  const part = within(scope, path)
  const { page, next } = pageFrom(await store.listed(trx, part, filter, limit + 1, after), limit, ({ id }) => id)
  return { rows: page.map(rowOf), total: await store.countListed(trx, part, filter), next }
}

export const rowOf = (row: Awaited<ReturnType<typeof store.listed>>[number]): CorrectionRow => ({
  ...headOf(row, row),
  fields: row.fields.map(fieldLabel),
  evidence: row.evidence ?? 0,
})

const headOf = (row: store.ProposalRow, who: { name: string; studentNumber: string; branchName: string }) => ({
  id: row.id,
  version: row.version,
  graduateId: row.graduateId,
  memberId: row.memberId,
  name: who.name,
  studentNumber: who.studentNumber,
  branchName: who.branchName,
  state: row.state,
  proposedAt: row.proposedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decidedName: row.decidedName,
})

const numberMasks: Partial<Record<OwnField, (text: string) => string>> = { idNumber: maskIdNumber, phone: maskPhone }

/** Of an address not even a part is shown before a reason was given. */
const hidden = (field: OwnField, text: string): string | null => (text === '' ? '' : (numberMasks[field]?.(text) ?? null))

type Loaded = { row: store.ProposalRow; content: ProposalContent; known: Known }

async function loaded(context: RequestContext, id: string): Promise<Loaded> {
  const row = await store.proposal(context.trx, context.scope, id)
  const content = row && (await openedContents(context, [row])).get(row.id)
  if (!row || !content) throw new ORPCError('NOT_FOUND')
  return { row, content, known: await knownOf(context, row.graduateId) }
}

async function view(context: RequestContext, { row, content, known }: Loaded, inFull = false): Promise<CorrectionView> {
  const { trx, scope, actor } = context
  const held = heldTexts(known)
  const decided = row.decidedAt !== null
  const open = row.state === 'open' && actor.memberId !== row.memberId
  const changes = content.changes.map(({ field, before, after }) => {
    const sensitive = sensitiveFields.has(field) || field.startsWith('secondContact')
    const shown = (text: string) => (sensitive && !inFull ? hidden(field, text) : text)
    return {
      field,
      label: fieldLabel(field),
      before: shown(before),
      after: shown(after),
      now: shown(held[field]),
      moved: !decided && held[field] !== before,
      sensitive,
      accepted: decided ? row.accepted.includes(field) : null,
    }
  })
  return {
    ...headOf(row, { name: known.name, studentNumber: known.studentNumber, branchName: known.held.branch }),
    graduateVersion: known.held.graduateVersion!,
    reason: content.reason,
    changes,
    evidence: (await evidenceStore.evidenceOf(trx, scope, [row.id])).map(evidenceView),
    decidedReason: row.decidedReason,
    can: [
      ...(open ? (['decide'] as const) : []),
      ...(actor.permissions.has('roster:reveal') && changes.some(({ sensitive }) => sensitive) ? (['reveal'] as const) : []),
    ],
  }
}

export const correctionView = async (context: RequestContext, id: string) => view(context, await loaded(context, id))

export async function revealed(context: RequestContext, { id, reason }: { id: string; reason: string }): Promise<CorrectionView> {
  const found = await loaded(context, id)
  context.record({ kind: 'members', id, path: found.row.path, after: { reason, members: [found.row.memberId] } })
  return view(context, found, true)
}

export type Decision = {
  id: string
  version: number
  graduateVersion: number
  accept: readonly string[]
  reason?: string | undefined
  override?: string | undefined
  basis?: string | undefined
}

const conflicting = (version: number) => new ORPCError('CONFLICT', { status: 409, data: { version } })

/** What is taken over goes the way of every correction; the rest is told to the member with the reason. */
export async function decide(context: RequestContext, input: Decision): Promise<CorrectionView> {
  const { trx, scope, actor } = context
  const seen = await store.proposal(trx, scope, input.id)
  if (!seen) throw new ORPCError('NOT_FOUND')
  // The person first, as whoever proposes holds them: two who write wait for each other.
  const known = await knownOf(context, seen.graduateId, true)
  const row = (await store.proposal(trx, scope, input.id, true))!
  const facts = { state: row.state, fields: row.fields, own: actor.memberId === row.memberId }
  const decision = decideProposal(facts, input)
  if (!decision.allowed) throw refused(decision.reason)
  if (row.version !== input.version) throw conflicting(row.version)
  if (known.held.graduateVersion !== input.graduateVersion) throw conflicting(known.held.graduateVersion ?? 1)
  const content = (await openedContents(context, [row])).get(row.id)
  if (!content) throw new ORPCError('NOT_FOUND')

  const verdict = decision.value
  const changes = Object.fromEntries(
    content.changes.filter(({ field }) => verdict.accepted.includes(field)).map(({ field, after }) => [field, after]),
  )
  const { override, basis } = input
  const proposal = { id: row.id, by: known.name }
  if (verdict.accepted.length > 0)
    await correct(context, { id: row.graduateId, version: input.graduateVersion, changes, override, basis, proposal })
  await settle(context, row, verdict, input.reason?.trim() || null)
  return correctionView(context, row.id)
}

async function settle(context: RequestContext, row: store.ProposalRow, verdict: Verdict, reason: string | null): Promise<void> {
  const { trx, scope, actor, now, record } = context
  await store.saveProposal(trx, {
    school_id: scope.school,
    id: row.id,
    state: verdict.state,
    accepted: verdict.accepted,
    decided_at: now.toISOString(),
    decided_by: actor.id,
    decided_name: actor.name,
    decided_reason: reason,
    version: row.version + 1,
  })
  const { state, accepted, refused: left } = verdict
  record({
    kind: 'correction',
    id: row.id,
    path: row.path,
    before: { state: row.state },
    after: { state, accepted, refused: left, ...(reason && { reason }) },
  })
  const accounts = await accountsOfMembers(trx, scope.school, [row.memberId])
  const body = bodyOf(verdict, reason)
  await tell(
    trx,
    scope.school,
    accounts.map(({ id }) => id),
    { kind: 'correction', title: titles[state], body, link: '/me/data' },
  )
}

const titles: Record<Verdict['state'], string> = {
  accepted: '你提出的资料更正已采纳',
  partly: '你提出的资料更正已核对，部分采纳',
  refused: '你提出的资料更正没有采纳',
}

/** Which fields, never what they say. */
const bodyOf = ({ accepted, refused: left }: Verdict, reason: string | null): string =>
  [
    accepted.length > 0 && `已更正：${accepted.map(fieldLabel).join('、')}。`,
    left.length > 0 && `没有采纳：${left.map(fieldLabel).join('、')}。`,
    reason && `${left.length > 0 ? '原因' : '说明'}：${reason.replace(/[。.]$/, '')}。`,
  ]
    .filter(Boolean)
    .join('')
