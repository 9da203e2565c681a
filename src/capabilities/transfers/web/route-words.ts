/** Where the plan lets a relation go, and whether what is sent lasts: in words for members and checkers alike. */
import { clauses, routeNames } from '../../plans/rules.ts'
import type { CaseView } from '../contract.ts'
import type { RouteOutcome, RouteReason } from '../rules.ts'
import { dayOfYear } from './days.ts'

export type RouteDecision = NonNullable<CaseView['route']>
export type Gap = NonNullable<CaseView['gap']>

export const routeWords: Record<RouteReason, string> = {
  stays: '按方案，组织关系留在学校',
  'within-school': '校内调整，转到新支部',
  fits: '抬头与方案的去路相符',
  explained: '方案没有写明去路，按说明由组织部决定',
  'kind-doubtful': '这类党组织一般不在方案的去路里，请再核对',
  'kind-unknown': '抬头库里没有，从名称也看不出是哪一类党组织，请核对全称',
  'kind-elsewhere': '这类党组织不在方案的去路里，请改抬头；去向选错的，改去向',
  'branch-named': '总支、支部不能作抬头，请写它上面有接收权限的党委',
  'place-differs': '抬头库里它在另一个省，与所填的所在地不一致，请核对',
  'other-county': '它不在户籍所在的市，请核对',
  'other-province': '它不在户籍所在的省。按方案应转到户籍所在地，请改抬头',
  'may-not-stay': '按方案，这类去向不能把组织关系留在学校，请填接收党组织',
}

export const routeHeads: Record<RouteOutcome, string> = { allow: '去路符合方案', warn: '去路请再核对', refuse: '方案不许这样转' }

/** 户籍所在地人才服务机构党组织；… */
export const goesToWords = ({ goesTo }: Pick<RouteDecision, 'goesTo'>): string => goesTo.map(route => routeNames[route]).join('；')

/** The clause as it is quoted, and what it says. */
export const clauseOf = (route: RouteDecision): { id: string; text: string } => ({
  id: route.basis ?? route.clause,
  text: route.basis ? `去路：${goesToWords(route)}` : clauses[route.clause],
})

export const gapWords = ({ validUntil, reportBy, days, sendFrom, sent }: Gap): string => {
  const early = `比报到日 ${dayOfYear(reportBy)}早 ${days} 天`
  return sent
    ? `有效期到 ${dayOfYear(validUntil)}，${early}就结束了。请提前与对方联系接收，或到期后换开。`
    : `今天开出或发起的，有效期到 ${dayOfYear(validUntil)}，${early}就结束了。${dayOfYear(sendFrom)}以后再办，才用得到报到。`
}
