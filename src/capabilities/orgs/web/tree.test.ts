import { expect, test } from 'vitest'
import type { UnitView } from '../contract.ts'
import { found, treeOf } from './tree.ts'

const unit = (path: string, name: string, kind: UnitView['kind']): UnitView => ({
  id: path,
  parentId: null,
  path,
  level: 'branch',
  kind,
  name,
  version: 1,
})
const units = [
  unit('/1/', '党委', 'committee'),
  unit('/1/10/', '管理学院党总支', 'general-branch'),
  unit('/1/2/', '外国语学院党总支', 'general-branch'),
  unit('/1/2/10/', '日语党支部', 'branch'),
  unit('/1/2/9/', '英语党支部', 'branch'),
]

test('parents come first, and the tenth comes after the ninth', () => {
  expect(treeOf(units).map(({ unit, depth, branches }) => `${depth} ${unit.name} ${branches}`)).toEqual([
    '0 党委 2',
    '1 外国语学院党总支 2',
    '2 英语党支部 0',
    '2 日语党支部 0',
    '1 管理学院党总支 0',
  ])
})

test.each([
  ['日语', ['党委', '外国语学院党总支', '日语党支部']],
  ['管理', ['党委', '管理学院党总支']],
  ['物理', []],
])('%s is found with what stands above it', (words, names) => {
  expect(found(treeOf(units), words).map(({ unit }) => unit.name)).toEqual(names)
})
