import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type Plan, planChanges } from '../rules.ts'
import { shippedPlan } from '../shipped.ts'

let plan: Plan
beforeAll(async () => {
  plan = await shippedPlan('2023')
})
const said = (after: Plan) =>
  planChanges(plan, after).map(({ row, field, before, after }) => `${row}｜${field}｜${before ?? '–'}｜${after ?? '–'}`)
const touched = (after: Plan) => planChanges(plan, after).map(({ touches }) => touches)

describe('two versions of a plan', () => {
  test('that are the same say nothing', () => expect(planChanges(plan, structuredClone(plan))).toEqual([]))

  test.each<[what: string, change: (plan: Plan) => Plan, said: string[]]>([
    [
      'a due day',
      p => ({ ...p, milestones: p.milestones.map(row => (row.task === 'archive' ? { ...row, dueOn: day('2023-07-05') } : row)) }),
      ['报工作总结和归档材料，二级党组织｜截止日｜2023 年 6 月 30 日｜2023 年 7 月 5 日'],
    ],
    ['a leaving day', p => ({ ...p, leavingDay: day('2023-06-28') }), ['｜离校日｜2023 年 6 月 25 日｜2023 年 6 月 28 日']],
    [
      'an exception',
      p => ({ ...p, leavingExceptions: [{ unit: 'medicine', day: day('2023-06-29'), reason: '临床实习' }] }),
      ['离校日例外｜｜–｜2023 年 6 月 29 日'],
    ],
    ['an item that goes', p => ({ ...p, items: p.items.slice(0, 4) }), ['捐书｜｜捐赠1本经典书籍｜–']],
    ['how often', p => ({ ...p, items: p.items.map((row, at) => (at === 0 ? { ...row, required: 2 } : row)) }), ['党课｜次数｜1｜2']],
    ['the order of the items', p => ({ ...p, items: p.items.toReversed() }), ['｜先后｜原来的先后｜新的先后']],
    [
      'where a relation goes',
      p => ({ ...p, destinationPolicy: { ...p.destinationPolicy, D05: { ...p.destinationPolicy.D05, stayMonths: 24 } } }),
      ['D05｜最多留校月数｜（空）｜24'],
    ],
    [
      'a rule of the letters',
      p => ({ ...p, letterPolicy: { ...p.letterPolicy, rules: p.letterPolicy.rules.map(row => ({ ...row, on: true })) } }),
      ['系统无电子通道｜采用｜否｜是'],
    ],
    [
      'a column',
      p => ({ ...p, forms: { ...p.forms, annex3: { ...p.forms.annex3, columns: p.forms.annex3.columns.slice(0, -1) } } }),
      ['2023届延迟毕业、肄业党员信息登记表：备注｜｜备注｜–'],
    ],
    ['the public page', p => ({ ...p, publicPage: !p.publicPage }), ['｜对外验信页开放｜是｜否']],
  ])('%s', (_what, change, expected) => expect(said(change(structuredClone(plan)))).toEqual(expected))

  test('a due day touches the people of its level, a leaving day everybody, a letter rule what comes', () => {
    expect(touched({ ...plan, milestones: plan.milestones.filter(({ task }) => task !== 'archive') })).toEqual([
      { kind: 'task', task: 'archive', level: 'secondary', unit: null },
    ])
    expect(touched({ ...plan, leavingDay: null })).toEqual([{ kind: 'leaving', unit: null }])
    expect(touched({ ...plan, letterPolicy: { ...plan.letterPolicy, capitals: !plan.letterPolicy.capitals } })).toEqual([
      { kind: 'from-now-on' },
    ])
  })
})
