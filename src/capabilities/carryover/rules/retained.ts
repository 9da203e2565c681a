/** 保留组织关系: kept at the school by the rules, since when, until when, and by whose written word. */
import { addMonths, type Day } from '../../../kernel/day.ts'
import type { Complaint, Ledger } from '../../imports/rules.ts'
import { type DestinationCode, earlierPlan, type Plan } from '../../plans/rules.ts'
import { destinations, mayStay } from '../../transfers/rules.ts'
import type { Cells } from './entry.ts'
import type { CarryFacts } from './facts.ts'
import type { CarryField } from './fields.ts'
import { error, warning } from './needs.ts'

/** 延期毕业 is no way of staying here: it is a matter of its own. */
const STUDIES_ON: DestinationCode = 'D11'

function checkPeriod(cells: Cells, { today }: CarryFacts, { say }: Ledger): void {
  const [from, until] = [cells.of<Day>('retainedFrom'), cells.text('until')]
  if (from && from > today) say('retainedFrom', error('in-future', '“保留起始日期”在今天之后。请核对日期。'))
  if (from && until && until < from.slice(0, 7)) say('until', error('before-start', '“预计期限”早于保留起始日期。请核对两个日期。'))
  else if (until && until < today.slice(0, 7))
    say('until', warning('period-over', '“预计期限”已经过了，照原样记下。请尽快联系本人，办理转出或者续期。'))
}

type Place = { code: DestinationCode; plan: Plan; year: number; until: string | null }

/** By the plan: whether who goes there stays at all, and how long at most. */
function stayOf({ code, plan, year, until }: Place): { field: CarryField; complaint: Complaint } | null {
  const rule = plan.destinationPolicy[code]
  const { label } = destinations[code]
  if (code === STUDIES_ON) {
    const text = '延期毕业的，“未了事项”请写“延期毕业”，不按保留组织关系登记。'
    return { field: 'destination', complaint: error('is-delayed', text) }
  }
  if (!mayStay(rule)) {
    const text = `按方案，“${label}”的组织关系不保留在学校。请核对去向类别；当时确已批准保留的，可说明理由后保留。`
    return { field: 'destination', complaint: error('may-not-stay', text, true) }
  }
  const { leavingDay } = earlierPlan(plan, year)
  const end = rule.stayMonths && leavingDay ? addMonths(leavingDay, rule.stayMonths).slice(0, 7) : null
  if (!end || !until || until <= end) return null
  const text = `按方案，“${label}”最多保留到 ${end}，照原样记下。请核对期限，到期的请办理转出。`
  return { field: 'until', complaint: warning('stays-too-long', text) }
}

export function checkRetained(cells: Cells, facts: CarryFacts, ledger: Ledger, year: number): void {
  checkPeriod(cells, facts, ledger)
  if (cells.text('application') === 'no') {
    const text = '保留组织关系要有本人书面申请，现在没有，照原样记下。请补交后放入材料。'
    ledger.say('application', warning('not-applied', text))
  }
  const code = cells.of<DestinationCode>('destination')
  const found = code && facts.present && stayOf({ code, plan: facts.present.plan, year, until: cells.text('until') })
  if (found) ledger.say(found.field, found.complaint)
}
