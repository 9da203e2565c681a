import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { readRoster } from './check.ts'
import { memberships } from './codes.ts'
import { textOfField } from './value-text.ts'

const reading = (written: string) => {
  const rows = [
    ['学号', '姓名', '党员类别', '转正时间'],
    ['2019020001', '林一', written, '2022-05-20'],
  ]
  const decision = readRoster([{ name: '名册', hidden: false, merges: [], rows }], { branches: ['日语党支部'], today: day('2023-05-18') })
  if (!decision.allowed) throw new Error(decision.text)
  const { table, repairs, rows: people } = decision.value
  return { shown: table.rows[0]!.texts.membership, written: textOfField('membership', people[0]!.membership), repairs }
}

describe('党员类别 stands in the grid as it will be written', () => {
  test.each(memberships.map(({ label }) => label))('%s as it is', label => {
    expect(reading(label)).toEqual({ shown: label, written: label, repairs: [] })
  })

  test.each([
    ['正式党员', '正式'],
    ['中共正式党员', '正式'],
    ['中共党员', '正式'],
    ['党员', '正式'],
    ['预备党员', '预备'],
    ['中共预备党员', '预备'],
    [' 预备 党员', '预备'],
    ['延长预备期党员', '延长预备期'],
    ['已讨论转正待批', '已讨论待批'],
    ['取消预备党员资格', '取消预备资格'],
  ])('%s as %s, in the open', (before, after) => {
    const { shown, written, repairs } = reading(before)
    expect([shown, written]).toEqual([after, after])
    expect(repairs).toMatchObject([{ field: 'membership', kind: 'full-name', before, after }])
  })
})
