/** The member's own page: everything held, in full, and what was proposed about it. */
import { ownSignIns, type RequestContext } from '../../accounts/index.ts'
import type { OwnDataView, OwnProposalView } from '../contract/own-data.ts'
import { lastWordOn, ownFields } from '../rules/own-data.ts'
import { fieldLabel } from '../rules.ts'
import * as evidenceStore from '../store/evidence.ts'
import * as numbers from '../store/numbers.ts'
import * as store from '../store/proposals.ts'
import { draftOf } from './draft.ts'
import { evidenceView } from './evidence.ts'
import { heldTexts, openedContents, ownKnown, type ProposalContent } from './held.ts'
import { ownPapers } from './papers.ts'

/** As many decided ones as the page tells of; the download tells all. */
const PAST = 5

type Shown = { row: store.ProposalRow; content: ProposalContent; evidence: readonly evidenceStore.EvidenceRow[] }

const proposalView = ({ row, content, evidence }: Shown): OwnProposalView => ({
  id: row.id,
  state: row.state,
  proposedAt: row.proposedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decidedName: row.decidedName,
  decidedReason: row.decidedReason,
  reason: content.reason,
  changes: content.changes.map(change => ({
    ...change,
    label: fieldLabel(change.field),
    accepted: row.decidedAt ? row.accepted.includes(change.field) : null,
  })),
  evidence: evidence.filter(({ proposalId }) => proposalId === row.id).map(evidenceView),
})

/** All of a member's, newest first; without those whose key was destroyed. */
export async function proposalsInFull(context: RequestContext, memberId: string): Promise<OwnProposalView[]> {
  const rows = await store.proposalsOf(context.trx, context.scope, memberId)
  const contents = await openedContents(context, rows)
  const evidence = await evidenceStore.evidenceOf(
    context.trx,
    context.scope,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(row => {
    const content = contents.get(row.id)
    return content ? [proposalView({ row, content, evidence })] : []
  })
}

export async function ownData(context: RequestContext): Promise<OwnDataView> {
  const { trx, scope } = context
  const known = await ownKnown(context)
  const { memberId, graduateId, graduateVersion } = known.held
  const texts = heldTexts(known)
  const proposals = await proposalsInFull(context, memberId)
  const open = proposals.find(({ state }) => state === 'open') ?? null
  return {
    graduateId: graduateId!,
    version: graduateVersion!,
    name: known.name,
    branchName: known.held.branch,
    fields: ownFields.map(field => ({
      field,
      label: fieldLabel(field),
      text: texts[field],
      lastWord: lastWordOn[field],
      proposed: open?.changes.find(change => change.field === field)?.after ?? null,
    })),
    formerNumbers: await numbers.formerNumbersOf(trx, scope, memberId, known.studentNumber),
    draft: await draftOf(context),
    evidence: (await evidenceStore.waitingEvidence(trx, scope, memberId)).map(evidenceView),
    open,
    past: proposals.filter(({ state, changes }) => state !== 'open' && changes.length > 0).slice(0, PAST),
    papers: await ownPapers(context, memberId),
    signIns: (await ownSignIns(trx)).map(({ since, lastSeen, until, ...from }) => ({
      since: since.toISOString(),
      lastSeen: lastSeen.toISOString(),
      until: until.toISOString(),
      ...from,
    })),
  }
}
