import { describe, expect, test } from 'vitest'
import { type Alike, alikeGroups, bareName, type Facts, filledFrom } from './alike.ts'

describe('one organisation by two names', () => {
  test.each([
    ['中共杭州市委组织部', '杭州市委组织部', true],
    ['中共杭州市委组织部', '中国共产党杭州市委员会组织部', true],
    ['中共杭州市委组织部', '中共 杭州市委 组织部', true],
    ['中共成都高新区工作委员会组织人事部', '成都高新区党工委组织部', true],
    ['中共福州大学委员会', '福州大学党委', true],
    ['广州市人才服务中心党委(中共广州市人才服务中心委员会)', '中共广州市人才服务中心委员会', true],
    ['中共杭州市委组织部', '中共杭州市滨江区委组织部', false],
    ['中共福州大学委员会', '中共福州大学委员会组织部', false],
  ])('%s and %s: %s', (one, other, same) => expect(bareName(one) === bareName(other)).toBe(same))
})

const entry = (id: string, name: string, more: Partial<Alike> = {}): Alike => ({
  id,
  name,
  kind: 'organisation-department',
  divisionCode: null,
  orgCode: null,
  ...more,
})

test('an entry is in one group at most, and nobody in a group of one', () => {
  const found = alikeGroups([
    entry('a', '中共杭州市委组织部', { divisionCode: '330100' }),
    entry('b', '杭州市委组织部'),
    entry('c', '中共杭州市委', { divisionCode: '330100' }),
    entry('d', '中共宁波市委组织部', { divisionCode: '330200', orgCode: '001234567890' }),
    entry('e', '宁波市委', { divisionCode: '330200', orgCode: '001234567890' }),
    entry('f', '中共福州大学委员会', { kind: 'university', divisionCode: '350102' }),
    entry('g', '中共闽江大学委员会', { kind: 'university', divisionCode: '350102' }),
  ])
  expect(found.map(({ reason, entries }) => [reason, entries.map(({ id }) => id)])).toEqual([
    ['org-code', ['d', 'e']],
    ['name', ['a', 'b']],
  ])
})

test('what is lacking is taken from the others, in their order; that it was verified is not', () => {
  const blank: Facts = { divisionCode: null, orgCode: null, needsPaper: null, contact: null, phone: null, verifiedOn: null }
  expect(
    filledFrom({ ...blank, contact: '张宁' }, [
      { ...blank, contact: '李安', needsPaper: false, verifiedOn: '2023-05-01' },
      { ...blank, phone: '0571-0000', needsPaper: true },
    ]),
  ).toEqual({ ...blank, contact: '张宁', needsPaper: false, phone: '0571-0000' })
})
