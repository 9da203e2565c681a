import { expect, test } from 'vitest'
import {
  type AddresseeEntry,
  addresseeChanges,
  addresseeComplaints,
  addresseeKey,
  type HeldAddressee,
  kindByName,
} from './addressee-list.ts'

const divisions = { find: () => null, name: (code: string) => `区划${code}` }
const entry: AddresseeEntry = {
  name: '中共示范县委组织部',
  kind: null,
  divisionCode: null,
  orgCode: null,
  needsPaper: null,
  contact: null,
  phone: null,
  nameReason: null,
}
const held: HeldAddressee = { ...entry, kind: 'organisation-department', contact: '张宁', needsPaper: false }

test.each([
  ['中共示范县委组织部', 'organisation-department'],
  ['中共示范市委员会', 'organisation-department'],
  ['中共示范市教育工作委员会', 'work-committee'],
  ['中共示范区石牌街道工作委员会', 'township'],
  ['中共示范县第一镇委员会', 'township'],
  ['示范市人才服务中心党委', 'talent-service'],
  ['中共示范大学委员会', 'university'],
  ['中共示范集团有限公司委员会', 'state-enterprise'],
  ['某部队政治工作部', 'army'],
  ['中共海关总署党组', null],
])('%s is, by its name, %s', (name, kind) => expect(kindByName(name)).toBe(kind))

test.each([
  ['示范市人才服务中心党委（示范）', '示范市人才服务中心党委(示范)'],
  ['中共 示范县委 组织部', '中共示范县委组织部'],
])('%s and %s are one', (one, other) => expect(addresseeKey(one)).toBe(addresseeKey(other)))

test.each([
  ['nothing said', {}, []],
  ['the same said', { contact: '张宁', needsPaper: false }, []],
  ['another contact', { contact: '李安' }, [['联系人', '张宁', '李安']]],
  ['paper after all', { needsPaper: true }, [['需要纸质介绍信', '否', '是']]],
  ['a place', { divisionCode: '440305' }, [['所在地', '', '区划440305']]],
  ['another kind', { kind: 'township' }, [['类别', '县级及以上组织部', '街道、乡镇党（工）委']]],
] as const)('%s', (_, says, changes) => {
  const found = addresseeChanges(held, { ...entry, ...says }, divisions)
  expect(found.map(({ label, before, after }) => [label, before, after])).toEqual(changes)
})

test.each([
  ['in order', { kind: 'organisation-department' }, undefined, []],
  ['a kind by its name', {}, undefined, [['kind-by-name', 'warning']]],
  ['known already: its name was judged when it came', { name: '示范有限公司' }, held, []],
  ['bare', { name: '示范有限公司', kind: 'state-enterprise' }, undefined, [['bare-employer', 'error']]],
  [
    'bare, and said why',
    { name: '示范有限公司', kind: 'state-enterprise', nameReason: '来函如此' },
    undefined,
    [['bare-employer', 'warning']],
  ],
  ['doubtful', { name: '示范县委组织部', kind: 'organisation-department' }, undefined, [['abbreviated', 'warning']]],
] as const)('complains of what is %s', (_, says, known, complaints) => {
  const found = addresseeComplaints({ ...entry, ...says }, known)
  expect(found.map(({ complaint: { kind, severity } }) => [kind, severity])).toEqual(complaints)
})
