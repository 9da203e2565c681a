import '../tables.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { DestinationCode, Geography, Plan } from '../../plans/rules.ts'
import { graduatesIn } from '../../roster/index.ts'
import { type ApplicationKind, dueOf, type EscalationLevel, type Lamp, type Method, type ShownState, type Term } from '../rules.ts'
import { escalatedSql } from './escalations.ts'
import { shownSql, termSql } from './standing.ts'

export type Filter = {
  cohortId: string
  state?: ShownState | undefined
  term?: Term | 'beside' | undefined
  /** Any of these. */
  terms?: readonly Term[] | undefined
  destinationType?: DestinationCode | undefined
  geography?: Geography | undefined
  method?: Method | undefined
  lamp?: Lamp | undefined
  /** The level that has it today. */
  escalated?: EscalationLevel | undefined
  application?: ApplicationKind | 'any' | undefined
  importId?: string | undefined
  /** Pictures of a receipt wait to be checked. */
  picture?: 'waiting' | undefined
  search?: string | undefined
}

export type PageKey = readonly [due: string, pinyin: string, id: string]

const LATER_THAN_ALL = '9999-12-31'

/** Everybody of a cohort with the living attempt beside them. */
export const standing = (trx: Trx, scope: Scope, cohortId: string) =>
  graduatesIn(trx, scope)
    .leftJoin('attempts as a', join =>
      join.onRef('a.school_id', '=', 'g.school_id').onRef('a.graduate_id', '=', 'g.id').on('a.living', '=', true),
    )
    .where('g.cohort_id', '=', cohortId)

const like = (text: string) => `%${text.replace(/[\\%_]/g, found => `\\${found}`).toLowerCase()}%`

const lit = (lamp: Lamp, today: Day) => sql<boolean>`exists (
  select from lamps as l where l.school_id = g.school_id and l.graduate_id = g.id and l.lamp = ${lamp}
    and l.from_day <= ${today} and (l.until_day is null or l.until_day >= ${today}))`

const touchedBy = (importId: string) => sql<boolean>`exists (
  select from transfer_events as e where e.school_id = g.school_id and e.import_id = ${importId} and e.member_id = g.member_id)`

/** Once accepted, they have been checked. */
const pictureWaits = sql<boolean>`(a.state in ('in-transit', 'answered') and exists (
  select from receipt_pictures as p where p.school_id = a.school_id and p.attempt_id = a.id and p.removed_at is null))`

/** Earlier or later, of the same person: asked for whole. */
const anotherNumber = (number: string) => sql<boolean>`exists (
  select from member_numbers as n where n.school_id = m.school_id and n.number = ${number} and n.member_id = m.id)`

/** `beside`: the relation never was at the school; without it those people are left out, as the equation leaves them out. */
export const found = (trx: Trx, scope: Scope, filter: Filter, today: Day) => {
  const { state, term, terms, destinationType, geography, method, lamp, escalated, application, importId, picture, search } = filter
  const text = search ? like(search) : ''
  return standing(trx, scope, filter.cohortId)
    .where('m.relation_at_school', '=', term !== 'beside')
    .$if(state !== undefined, query => query.where(shownSql(today), '=', state!))
    .$if(term !== undefined && term !== 'beside', query => query.where(termSql(today), '=', term as Term))
    .$if(terms !== undefined, query => query.where(termSql(today), 'in', terms!))
    .$if(destinationType !== undefined, query => query.where('a.destination_type', '=', destinationType!))
    .$if(geography !== undefined, query => query.where('a.geography', '=', geography!))
    .$if(method !== undefined, query => query.where('a.method', '=', method!))
    .$if(lamp !== undefined, query => query.where(lit(lamp!, today)))
    .$if(escalated !== undefined, query => query.where(escalatedSql(escalated!, today)))
    .$if(application === 'any', query => query.where('a.application', 'is not', null))
    .$if(application !== undefined && application !== 'any', query => query.where('a.application', '=', application as ApplicationKind))
    .$if(picture === 'waiting', query => query.where(pictureWaits))
    .$if(importId !== undefined, query => query.where(touchedBy(importId!)))
    .$if(text !== '', query =>
      query.where(({ or, eb }) =>
        or([eb('m.name', 'ilike', text), eb('m.pinyin', 'ilike', text), eb('m.student_number', 'like', text), anotherNumber(search!)]),
      ),
    )
}

/** A case that has not begun is due by the plan alone; a unit with a date of its own is named. */
const dueBeforeBeginning = (plan: Plan): RawBuilder<Day | null> => {
  const at = (unitId: string, aboveId: string | null) => dueOf({ state: 'to-fill', backTo: null }, plan, { unitId, aboveId })
  const units = [...plan.exceptions, ...plan.leavingExceptions].map(({ unit }) => unit)
  const own = units.map(unit => sql`when u.id::text = ${unit} then ${at(unit, null)}::date`)
  const above = units.map(unit => sql`when u.parent_id::text = ${unit} then ${at('', unit)}::date`)
  if (units.length === 0) return sql<Day | null>`${at('', null)}::date`
  return sql<Day | null>`case ${sql.join([...own, ...above], sql` `)} else ${at('', null)}::date end`
}

const dueSql = (plan: Plan, today: Day) => sql<string>`coalesce(
  case when a.id is not null then coalesce(a.due_on, a.expires_on)
    when ${termSql(today)} = 'unreported' then ${dueBeforeBeginning(plan)} end,
  ${LATER_THAN_ALL}::date)`

/** Ids by need: the earliest due day first (so the overdue ones), then by name. */
export const page = (
  trx: Trx,
  scope: Scope,
  filter: Filter,
  paging: { plan: Plan; today: Day; after: PageKey | undefined; limit: number },
) => {
  const due = dueSql(paging.plan, paging.today)
  const { after } = paging
  return found(trx, scope, filter, paging.today)
    .select(['g.id as id', 'm.pinyin as pinyin', due.as('due'), termSql(paging.today).as('term')])
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(${due}, m.pinyin, g.id) > (${after![0]}::date, ${after![1]}, ${after![2]}::uuid)`),
    )
    .orderBy(due)
    .orderBy('m.pinyin')
    .orderBy('g.id')
    .limit(paging.limit)
    .execute()
}

export const countFound = async (trx: Trx, scope: Scope, filter: Filter, today: Day): Promise<number> =>
  (
    await found(trx, scope, filter, today)
      .select(eb => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** Graduates of a filter, all of them, in the order of branch and name: for batches and forms. */
export const idsFound = async (trx: Trx, scope: Scope, filter: Filter, today: Day): Promise<string[]> =>
  (await found(trx, scope, filter, today).select('g.id as id').orderBy('g.path').orderBy('m.pinyin').orderBy('g.id').execute()).map(
    row => row.id,
  )
