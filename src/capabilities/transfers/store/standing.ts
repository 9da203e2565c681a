/** `termOf` and `shownState` as SQL, for filters and counts. Built from the same tables; a test holds the two against each other. */
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { type ShownState, type State, states, type Term, termOfMembership, termOfOutcome, termOfState, terms } from '../rules.ts'

const keysWhere = <Key extends string, Value>(table: Record<Key, Value>, value: Value): Key[] =>
  (Object.keys(table) as Key[]).filter(key => table[key] === value)

const among = (column: string, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql<boolean>`false` : sql<boolean>`${sql.ref(column)} in (${sql.join(values.map(value => sql.lit(value)))})`

const pastItsDays = (today: Day) => sql<boolean>`coalesce(a.expires_on < ${today}, false)`

/** Over `g` (graduates), `m` (members) and `a` (the living attempt, or nulls). */
export const termSql = (today: Day): RawBuilder<Term> => {
  const byState = terms.flatMap(term => {
    const at: readonly State[] = states.filter(state => termOfState[state] === term)
    return at.length ? [sql`when ${among('a.state', at)} then ${sql.lit(term)}`] : []
  })
  return sql<Term>`case
    when g.reduction is not null
      or ${among('g.outcome', keysWhere(termOfOutcome, 'reduced'))}
      or ${among('m.membership', keysWhere(termOfMembership, 'reduced'))} then 'reduced'
    when ${among('g.outcome', keysWhere(termOfOutcome, 'delayed'))} then 'delayed'
    when a.id is null then 'unreported'
    when a.application is not null or ${pastItsDays(today)} then 'in-school-process'
    when a.state = 'sent-back' and a.back_to <> 'member' then 'in-school-process'
    ${sql.join(byState, sql` `)}
  end`
}

/** Null where nothing is to be done: no case, and the study's outcome has settled the term. */
export const shownSql = (today: Day): RawBuilder<ShownState | null> => sql<ShownState | null>`case
    when ${pastItsDays(today)} then 'expired'
    when a.id is null and ${termSql(today)} = 'unreported' then 'to-fill'
    else a.state
  end`
