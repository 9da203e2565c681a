/** A unit's final account: frozen when it is signed, set in type from what was frozen. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ORPCError } from '@orpc/server'
import { type Day, dayInWords } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { everyRow } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { school, vaultsById } from '../orgs/index.ts'
import { cohort } from '../plans/index.ts'
import { listTransfers } from '../transfers/index.ts'
import { destinations, termNames, terms } from '../transfers/rules.ts'
import { figureText, maySign, type SignRefusal, wholeOf } from './rules.ts'
import * as store from './store.ts'
import { figuresOf, type UnitFigures } from './units.ts'

const source = readFileSync(new URL('./account.typ', import.meta.url), 'utf8')
const refused = (reason: SignRefusal | 'purged') => new ORPCError('REFUSED', { status: 409, data: { reason } })
const place = (id: string) => `final_accounts.content ${id}`

type Row = Awaited<ReturnType<typeof listTransfers>>['rows'][number]
type Key = readonly [due: string, pinyin: string, id: string]

/** Everything on the paper, in words: later names and rules change nothing of it. */
type Content = {
  school: string
  cohort: string
  unit: string
  on: string
  signedName: string
  sum: string
  whole: number
  beside: number
  terms: string[]
  branches: string[][]
  people: string[][]
}

const whereTo = ({ term, addressee, unitName, branchName }: Row): string =>
  term === 'received' ? (addressee ?? branchName) : (unitName ?? '')

async function everybody(context: RequestContext, cohortId: string, path: string): Promise<Row[]> {
  const rows = await everyRow<Row, Key>(async (after, limit) => {
    const page = await listTransfers(context, { cohortId, path, after, limit })
    return { rows: page.rows, last: page.next === null ? undefined : (JSON.parse(page.next) as unknown as Key) }
  })
  const order = new Map(terms.map((term, at) => [term, at]))
  return rows.sort((a, b) => (a.path === b.path ? order.get(a.term)! - order.get(b.term)! : a.path < b.path ? -1 : 1))
}

async function contentOf(context: RequestContext, cohortId: string, { unit, branches, figures, beside }: UnitFigures): Promise<Content> {
  const { trx, scope, actor, today } = context
  const shown = terms.filter(term => figures[term] > 0)
  const people = await everybody(context, cohortId, unit.path)
  return {
    school: (await school(trx, scope.school)).name,
    cohort: (await cohort(trx, scope, cohortId))!.name,
    unit: unit.name,
    on: dayInWords(today),
    signedName: actor.name,
    sum: figureText(figures),
    whole: wholeOf(figures),
    beside,
    terms: shown.map(term => termNames[term]),
    branches: branches.map(branch => [branch.unitName, `${branch.total}`, ...shown.map(term => `${branch.terms[term]}`)]),
    people: people.map((row, at) => [
      `${at + 1}`,
      row.branchName,
      row.name,
      row.studentNumber,
      row.destinationType ? destinations[row.destinationType].label : '',
      termNames[row.term],
      whereTo(row),
    ]),
  }
}

/** The unit itself signs, at zero. */
export async function signAccount(
  context: RequestContext,
  { cohortId, unitId }: { cohortId: string; unitId: string },
): Promise<store.AccountRow> {
  const { trx, scope, actor, today, record } = context
  const found = await figuresOf(context, cohortId, unitId)
  if (!found || !(await cohort(trx, scope, cohortId))) throw new ORPCError('NOT_FOUND')
  if (actor.unitId !== unitId) throw new ORPCError('NOT_FOUND')
  const [signed] = (await store.accountsOf(trx, scope, cohortId)).filter(row => row.unitId === unitId)
  const decision = maySign(found.figures, signed?.figures ?? null)
  if (!decision.allowed) throw refused(decision.reason)
  const id = newId()
  const text = JSON.stringify(await contentOf(context, cohortId, found))
  const vault = await context.vault(cohortId)
  const sha256 = createHash('sha256').update(text).digest('hex')
  await store.addAccount(trx, {
    school_id: scope.school,
    id,
    cohort_id: cohortId,
    unit_id: unitId,
    path: found.unit.path,
    on_day: today,
    figures: found.figures,
    content_sealed: vault.seal(text, place(id)),
    content_sha256: sha256,
    key_id: vault.keyId,
    signed_by: actor.id,
    signed_name: actor.name,
  })
  record({ kind: 'final-account', id, path: found.unit.path, after: { figures: found.figures, sha256 } })
  return (await store.account(trx, scope, id))!
}

/** Read in one transaction, set in type outside it. */
export async function accountPdf(context: RequestContext, id: string): Promise<File> {
  const { content, sha256, onDay } = await context.within(async inside => {
    const { trx, scope, keys, record } = inside
    const row = await store.account(trx, scope, id)
    if (!row) throw new ORPCError('NOT_FOUND')
    const vault = (await vaultsById(trx, keys, scope.school, [row.key_id])).get(row.key_id)
    if (!vault) throw refused('purged')
    record({ kind: 'final-account', id, path: row.path, after: { sha256: row.sha256 } })
    return { content: JSON.parse(vault.unseal(row.content_sealed, place(id))) as Content, sha256: row.sha256, onDay: row.onDay }
  })
  const texts = [content.unit, content.signedName, ...content.people.flat(), ...content.branches.flat()]
  const unprintable = [...new Set(context.typesetting.missingGlyphs(texts).flatMap(({ characters }) => characters))]
  const data = {
    ...content,
    sha256,
    unprintable: unprintable.map(character => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`),
  }
  const pdf = await context.typesetting.typeset(source, data)
  const name = `${content.cohort}毕业生党员组织关系最终账 ${content.unit} ${onDay satisfies Day}.pdf`
  return new File([pdf as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' })
}
