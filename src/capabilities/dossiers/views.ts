import type { Actor } from '../accounts/index.ts'
import type { DossierPaper, Plan } from '../plans/rules.ts'
import type { AskedPaper, DossierLine, PaperCell } from './contract.ts'
import {
  contents,
  type Dossier,
  needsOf,
  openSteps,
  type Papers,
  papersFor,
  type Standing,
  type Step,
  standingOf,
  type Trouble,
  troubleKey,
  troublesOf,
} from './rules.ts'
import type { DossierRow } from './store.ts'
import type { KeptPaper } from './tables.ts'

/** A person’s dossier with what the plan asks of it; one not begun stands open and empty. */
export interface Loaded {
  row: DossierRow
  asked: readonly DossierPaper[]
  papers: Papers
  troubles: readonly Trouble[]
  standing: Standing
  version: number
  facts: Dossier
}

export function loaded(row: DossierRow, plan: Pick<Plan, 'dossierChecklist'>, actor: Pick<Actor, 'id' | 'memberId'>): Loaded {
  const asked = papersFor(plan.dossierChecklist, row.membership)
  const papers: Papers = row.papers ?? {}
  const troubles = troublesOf(asked, papers)
  const state = row.state ?? 'open'
  const explained = row.explained ?? {}
  return {
    row,
    asked,
    papers,
    troubles,
    standing: standingOf({ state, papers, troubles, explained }),
    version: row.version ?? 0,
    facts: {
      state,
      own: row.memberId === actor.memberId,
      packedByMe: row.packedBy === actor.id,
      postponed: row.postponed !== null,
      troubles,
      explained,
    },
  }
}

export const askedPaper = (paper: DossierPaper): AskedPaper => ({
  key: paper.key,
  name: paper.name,
  required: paper.required,
  needs: [...needsOf(paper)],
})

export const paperCell = ({ held, pages, signed, stamped, dated, remark, version, by, at }: KeptPaper): PaperCell => ({
  held,
  pages,
  signed,
  stamped,
  dated,
  remark,
  version,
  by,
  at,
})

export const troubleViews = ({ troubles, row }: Loaded) =>
  troubles.map(trouble => ({ ...trouble, explained: row.explained?.[troubleKey(trouble)]?.trim() || null }))

export const stepsOf = ({ facts }: Loaded, actor: Pick<Actor, 'permissions'>): Step[] =>
  openSteps(facts, permission => actor.permissions.has(permission))

export const dossierLine = (one: Loaded, actor: Pick<Actor, 'permissions'>): DossierLine => {
  const { row, asked, papers, standing, version, facts } = one
  return {
    graduateId: row.graduateId,
    name: row.name,
    studentNumber: row.studentNumber,
    unitId: row.unitId,
    branchName: row.branchName,
    membership: row.membership,
    state: facts.state,
    standing,
    version,
    asked: asked.map(({ key }) => key),
    papers: Object.fromEntries(Object.entries(row.papers ?? {}).flatMap(([key, paper]) => (paper ? [[key, paperCell(paper)]] : []))),
    troubles: troubleViews(one),
    contents: contents(asked, papers),
    bag: row.bag,
    postponed: row.postponed,
    packedName: row.packedName,
    checkedName: row.checkedName,
    can: stepsOf(one, actor),
  }
}
