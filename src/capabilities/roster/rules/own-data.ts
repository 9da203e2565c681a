/** What graduates see of their own data, what of it they may correct, and who has the last word on a field. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { readScan, SCAN_BYTES, scanRefusals } from '../../attachments/rules.ts'
import type { ClauseId } from '../../plans/rules.ts'

/** Those of 附件1, in groups that a person looks for. */
export const ownGroups = [
  { title: '身份', fields: ['name', 'sex', 'ethnicGroup', 'bornOn', 'idType', 'idNumber', 'nativePlace', 'registeredAt'] },
  { title: '学籍', fields: ['studentNumber', 'education', 'degree', 'college', 'major', 'className'] },
  {
    title: '党员身份',
    fields: ['membership', 'joinedOn', 'confirmedOn', 'branch', 'partyPost', 'introducers', 'duesPaidTo', 'relationAtSchool', 'remark'],
  },
  { title: '联系方式', fields: ['phone', 'email', 'homeAddress', 'secondContact', 'secondContactPhone', 'secondContactRelation'] },
] as const
export type OwnField = (typeof ownGroups)[number]['fields'][number]
export const ownFields: readonly OwnField[] = ownGroups.flatMap(({ fields }) => [...fields])
export const isOwnField = (field: string): field is OwnField => (ownFields as readonly string[]).includes(field)

/** `member`: it counts as soon as it is said. `branch`: it waits to be confirmed. `party`: decided elsewhere, never by a correction. */
export const lastWords = ['member', 'branch', 'party'] as const
export type LastWord = (typeof lastWords)[number]

export const lastWordOn: Record<OwnField, LastWord> = {
  name: 'branch',
  sex: 'branch',
  ethnicGroup: 'branch',
  bornOn: 'branch',
  idType: 'branch',
  idNumber: 'branch',
  nativePlace: 'branch',
  registeredAt: 'branch',
  studentNumber: 'branch',
  education: 'branch',
  degree: 'branch',
  college: 'branch',
  major: 'branch',
  className: 'branch',
  membership: 'branch',
  joinedOn: 'branch',
  confirmedOn: 'branch',
  // Moves from branch to branch, and whether the relation is here, are steps of their own; a remark is the branch's word.
  branch: 'party',
  relationAtSchool: 'party',
  remark: 'party',
  partyPost: 'branch',
  introducers: 'branch',
  duesPaidTo: 'branch',
  // Nobody knows better, and a wrong one harms nobody but the member: a way to be reached must not wait.
  phone: 'member',
  email: 'member',
  homeAddress: 'member',
  secondContact: 'member',
  secondContactPhone: 'member',
  secondContactRelation: 'member',
}

/** Why, as the screen says it, and the clause that it rests on. */
export const lastWordWhy: Record<LastWord, { text: string; clause: ClauseId }> = {
  member: { text: '联系方式由你自己说了算，改好即生效，支部随即看到。', clause: 'C6' },
  branch: { text: '名册由支部审核上报，改动经支部确认后生效。', clause: 'C12' },
  party: { text: '党支部、组织关系和备注由党组织登记，不在这里更正。有疑问请联系支部负责老师。', clause: 'C12' },
}

export type Texts = Readonly<Record<string, string>>
/** One field of a proposal: as it was held when it was proposed, and as it shall read. */
export type ProposedField = { field: OwnField; before: string; after: string }

export const proposalStates = ['open', 'accepted', 'partly', 'refused', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

export const proposalStateNames: Record<ProposalState, string> = {
  open: '待支部核对',
  accepted: '已采纳',
  partly: '部分采纳',
  refused: '没有采纳',
  withdrawn: '已撤回',
}

export const correctionRefusals = ['not-yours', 'nothing-changed', 'own', 'closed', 'not-in-it', 'reason-missing'] as const
export type CorrectionRefusal = (typeof correctionRefusals)[number]

/** What counts at once, what waits, and the proposal as it then is: with what was open before. */
export type Sorted = { atOnce: Texts; waits: Texts; open: readonly ProposedField[] }

const inFormOrder = (proposed: readonly ProposedField[]): ProposedField[] =>
  [...proposed].sort((a, b) => ownFields.indexOf(a.field) - ownFields.indexOf(b.field))

/**
 * Parts what counts at once from what waits, and joins the latter to what is open already: a field that is named again is replaced,
 * one that is set back to what is held is taken out.
 */
export function sortCorrections(
  held: Readonly<Record<OwnField, string>>,
  asked: Texts,
  open: readonly ProposedField[] = [],
): Decision<Sorted, CorrectionRefusal> {
  const named = Object.entries(asked).map(([field, text]) => [field, text.trim()] as const)
  if (named.some(([field]) => !isOwnField(field) || lastWordOn[field] === 'party')) return refuse('not-yours')
  const of = (word: LastWord) => named.filter(([field]) => lastWordOn[field as OwnField] === word) as [OwnField, string][]
  // The day on which a probation ends and the day of 转正 stand in one field, and may be the same: said anew with the membership it counts.
  const turns = asked.membership !== undefined && asked.membership.trim() !== held.membership
  const changed = (fields: [OwnField, string][]) =>
    fields.filter(([field, text]) => text !== held[field] || (turns && field === 'confirmedOn'))
  const again = new Set(of('branch').map(([field]) => field))
  const waits = changed(of('branch'))
  const kept = open.filter(({ field }) => !again.has(field))
  const atOnce = changed(of('member'))
  if (atOnce.length === 0 && waits.length === 0 && kept.length === open.length) return refuse('nothing-changed')
  return allow({
    atOnce: Object.fromEntries(atOnce),
    waits: Object.fromEntries(waits),
    open: inFormOrder([...kept, ...waits.map(([field, after]) => ({ field, before: held[field], after }))]),
  })
}

export type DecidedFacts = { state: ProposalState; fields: readonly string[]; own: boolean }
export type Verdict = { state: 'accepted' | 'partly' | 'refused'; accepted: string[]; refused: string[] }

/** Nobody decides what they proposed themselves; what is not taken over is explained to the member. */
export function decideProposal(
  { state, fields, own }: DecidedFacts,
  { accept, reason }: { accept: readonly string[]; reason?: string | undefined },
): Decision<Verdict, CorrectionRefusal> {
  if (own) return refuse('own')
  if (state !== 'open') return refuse('closed')
  if (accept.some(field => !fields.includes(field))) return refuse('not-in-it')
  const accepted = fields.filter(field => accept.includes(field))
  const refused = fields.filter(field => !accept.includes(field))
  if (refused.length > 0 && !reason?.trim()) return refuse('reason-missing')
  return allow({ state: refused.length === 0 ? 'accepted' : accepted.length === 0 ? 'refused' : 'partly', accepted, refused })
}

export const evidenceRefusals = ['too-many', 'taken', ...scanRefusals] as const
export type EvidenceRefusal = (typeof evidenceRefusals)[number]

export const EVIDENCE_BYTES = SCAN_BYTES
export const EVIDENCE_FILES = 3

/** What the bytes are, not what the name says. `waiting`: how many are there already. */
export function mayBringEvidence({ bytes, waiting }: { bytes: Uint8Array; waiting: number }): Decision<string, EvidenceRefusal> {
  if (waiting >= EVIDENCE_FILES) return refuse('too-many')
  return readScan(bytes)
}
