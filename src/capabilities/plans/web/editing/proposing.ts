/** What is taken over from a pasted notice. */
import type { NoticeReadView } from '../../contract.ts'
import { type clauseIds, doubtNote, type Milestone, type Plan, taskNames } from '../../rules.ts'

export type Proposal = NoticeReadView['proposals'][number]

const usualClause: Record<Milestone['task'], (typeof clauseIds)[number]> = {
  notice: 'C18',
  education: 'C1',
  'five-items': 'C2',
  honors: 'C3',
  roster: 'C12',
  destination: 'C6',
  register: 'C13',
  feedback: 'C8',
  'transfer-out': 'C8',
  delayed: 'C14',
  dossiers: 'C15',
  news: 'C16',
  archive: 'C17',
}

export const dueOf = ({ due }: Proposal) => (due.kind === 'day' ? (due.day as Milestone['dueOn']) : null)

/** The milestone gets the notice's day; one that the plan lacks comes at the end. */
export const withProposal = (plan: Plan, proposal: Proposal): Plan => {
  const { task, level, note } = proposal
  const held = plan.milestones.find(row => row.task === task && row.level === level)
  const said = note ? { note: doubtNote } : {}
  const fresh: Milestone = { task, level, dueOn: dueOf(proposal), name: taskNames[task], clause: usualClause[task], ...said }
  return {
    ...plan,
    milestones: held
      ? plan.milestones.map(row => (row === held ? { ...row, dueOn: fresh.dueOn, ...said } : row))
      : [...plan.milestones, fresh],
  }
}

export const withHead = (plan: Plan, { number, issuedOn, issuer, contact }: NoticeReadView['head']): Plan => ({
  ...plan,
  document: {
    number: number ?? plan.document.number,
    issuedOn: (issuedOn as Plan['document']['issuedOn']) ?? plan.document.issuedOn,
    issuer: issuer ?? plan.document.issuer,
    contact: contact ?? plan.document.contact,
  },
})
