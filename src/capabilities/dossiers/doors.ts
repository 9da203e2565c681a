/** What other rooms ask: of a person, of a unit, and for the archive. */
import type { Day } from '../../kernel/day.ts'
import type { Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { dueOn } from '../plans/rules.ts'
import { membershipNames } from '../roster/rules.ts'
import { countProblems, loadFiltered, loadSome } from './loading.ts'
import { type Counts, contents, countStandings, type Problem, type Standing, standingNames, unexplained } from './rules.ts'
import { type ListLine, listsOf } from './store/lists.ts'
import type { Loaded } from './views.ts'

/** Nobody acts here: what only the reader decides is not asked. */
const asNobody = (trx: Trx, scope: Scope) => ({ trx, scope, actor: { id: '', memberId: null } })

export type DossierFacts = {
  standing: Standing
  /** Problems that wait for somebody. */
  problems: number
  papers: number
  pages: number
  bag: string | null
  packedName: string | null
  checkedName: string | null
  postponed: string | null
}

const factsOf = (person: Loaded): DossierFacts => ({
  standing: person.standing,
  problems: person.standing === 'entering' ? unexplained(person.troubles, person.facts.explained).length : 0,
  ...contents(person.asked, person.papers),
  bag: person.row.bag,
  packedName: person.row.packedName,
  checkedName: person.row.checkedName,
  postponed: person.row.postponed,
})

/** For the page of a person; who has no dossier here (减员, relation elsewhere) is not among them. */
export const dossierOf = async (trx: Trx, scope: Scope, graduateIds: readonly string[]): Promise<Map<string, DossierFacts>> =>
  new Map((await loadSome(asNobody(trx, scope), graduateIds)).map(person => [person.row.graduateId, factsOf(person)]))

/** Counts for the first screen, and the branches' day. */
export async function dossierStanding(
  trx: Trx,
  scope: Scope,
  cohortId: string,
): Promise<Counts & { problems: { problem: Problem; people: number }[]; dueOn: Day | null }> {
  const { everybody } = await loadFiltered(asNobody(trx, scope), { cohortId })
  const counts = countStandings(everybody.map(({ standing, row }) => ({ standing, postponed: row.postponed })))
  return { ...counts, problems: countProblems(everybody), dueOn: dueOn(await planOf(trx, scope, cohortId), 'dossiers', 'branch') }
}

export type HandoverRow = {
  branch: string
  studentNumber: string
  name: string
  membership: string
  standing: string
  bag: string
  papers: number
  pages: number
  packedName: string
  checkedName: string
  list: string
  madeOn: string
  receivedOn: string
  receivedBy: string
  /** 暂不移交: why. */
  postponed: string
}

const handoverRow = (person: Loaded, list: ListLine | undefined): HandoverRow => ({
  branch: person.row.branchName,
  studentNumber: person.row.studentNumber,
  name: person.row.name,
  membership: membershipNames[person.row.membership],
  standing: standingNames[person.standing],
  bag: person.row.bag ?? '',
  ...contents(person.asked, person.papers),
  packedName: person.row.packedName ?? '',
  checkedName: person.row.checkedName ?? '',
  list: list?.text ?? '',
  madeOn: list?.madeOn ?? '',
  receivedOn: list?.receivedOn ?? '',
  receivedBy: list?.receivedBy ?? '',
  postponed: person.row.postponed ?? '',
})

/** 装档清单与移交记录, in the order of the roster. */
export async function handoverRows(trx: Trx, scope: Scope, cohortId: string): Promise<HandoverRow[]> {
  const { everybody } = await loadFiltered(asNobody(trx, scope), { cohortId })
  const lists = new Map((await listsOf(trx, scope, cohortId)).map(list => [list.id, list]))
  return everybody.map(person => handoverRow(person, lists.get(person.row.listId ?? '')))
}

/** Where the files stand that the archive office has not received, one line each; those that stay here this year are not asked for. */
export async function openDossiers(trx: Trx, scope: Scope, cohortId: string): Promise<string[]> {
  const { everybody } = await loadFiltered(asNobody(trx, scope), { cohortId })
  return everybody.filter(({ standing, row }) => standing !== 'received' && row.postponed === null).map(({ row }) => row.path)
}
