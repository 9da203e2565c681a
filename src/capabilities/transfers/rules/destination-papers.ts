/** The papers of a destination: which the plan asks for, which are still lacking, who keeps and removes them. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { wholeNumberIn } from '../../../kernel/whole-number.ts'
import { readScan, type ScanRefusal, scanRefusals } from '../../attachments/rules.ts'
import { type DestinationPaper, type DestinationRule, destinationPaperNames, destinationPapers } from '../../plans/rules.ts'
import type { ShownState } from './states.ts'

export const paperKinds = [...destinationPapers, 'other'] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperKindNames: Record<PaperKind, string> = { ...destinationPaperNames, other: '其他' }

/** What the plan asks for now: the written application of those only who stay. */
export const papersAsked = ({ papers }: Pick<DestinationRule, 'papers'>, staying: boolean): DestinationPaper[] =>
  papers.filter(kind => kind !== 'written-application' || staying)

/** A hint, never a hindrance. */
export const papersLacking = (asked: readonly DestinationPaper[], held: readonly { kind: PaperKind }[]): DestinationPaper[] =>
  asked.filter(kind => !held.some(paper => paper.kind === kind))

export const MAX_PAPERS = 12
export const MAX_PAPER_TITLE = 40

export const paperRefusals = [
  'not-begun',
  'settled',
  'title-missing',
  'number-in-title',
  'too-many',
  'not-yours',
  'with-the-checkers',
  'removed',
  ...scanRefusals,
] as const
export type PaperRefusal = (typeof paperRefusals)[number]

export type NewPaper = { kind: PaperKind; title: string }

/** Where the case stands; null: it has not begun. */
type Where = { state: ShownState | null }

const settled = ({ state }: Where) => state === 'received' || state === 'closed'

/** Without its bytes: what the form knows before it sends them. */
export function decidePaperKept(
  { state, held }: Where & { held: number },
  { kind, title }: NewPaper,
): Decision<true, Exclude<PaperRefusal, ScanRefusal>> {
  if (state === null) return refuse('not-begun')
  if (settled({ state })) return refuse('settled')
  if (held >= MAX_PAPERS) return refuse('too-many')
  if (kind === 'other' && title === '') return refuse('title-missing')
  return wholeNumberIn(title) === null ? allow(true) : refuse('number-in-title')
}

/** The kind of the file that is kept. */
export function mayKeepPaper(at: Where & { held: number }, paper: NewPaper, bytes: Uint8Array): Decision<string, PaperRefusal> {
  const decision = decidePaperKept(at, paper)
  return decision.allowed ? readScan(bytes) : decision
}

type Removing = { state: ShownState; own: boolean; addedByMe: boolean; mayEdit: boolean; gone: boolean }

/** Members take back what they brought themselves, and only while the form is theirs: what was checked was checked on it. */
export function mayRemovePaper({ state, own, addedByMe, mayEdit, gone }: Removing): Decision<true, PaperRefusal> {
  if (gone) return refuse('removed')
  if (settled({ state })) return refuse('settled')
  if (!own) return allow(true)
  if (!addedByMe) return refuse('not-yours')
  return mayEdit ? allow(true) : refuse('with-the-checkers')
}

/** 录取通知书（第二页）; of 其他 what somebody called it. */
export const destinationPaperName = ({ kind, title }: NewPaper): string => {
  if (kind === 'other') return title
  return title ? `${paperKindNames[kind]}（${title}）` : paperKindNames[kind]
}
