import { expect, test } from 'vitest'
import { checkAddressee, maySaveName } from './addressee.ts'

test.each([
  // in order: one of every kind
  ['中共杭州市滨江区委组织部', []],
  ['中共杭州市委两新工作委员会', []],
  ['中共成都高新区工作委员会组织人事部', []],
  ['中共南方铁路集团有限公司委员会组织部', []],
  ['中共华南通用航空公司委员会', []],
  ['中共福州大学委员会', []],
  ['中共广州市天河区石牌街道工作委员会', []],
  ['海珠区江海街道党工委', []],
  ['武汉光谷人才服务中心党委', []],
  ['某部队政治工作部', []],
  ['某部队政治部', []],
  ['中共海关总署党组', []],
  ['中共杭州市委', []],
  [' 中共杭州市委组织部 ', []],
  ['广州市人才服务中心党委(中共广州市人才服务中心委员会)', []],
  ['中共珠海市人才服务中心委员会（珠海市人才服务中心党委）', []],
  ['珠海市人才服务中心（党委）', ['bare-employer']],
  // a branch can't receive
  ['中共之江远航科技股份有限公司总支部委员会', ['branch-cannot-receive']],
  ['之江远航科技股份有限公司党总支', ['branch-cannot-receive']],
  ['厦门海屿新材料有限公司党支部', ['branch-cannot-receive']],
  ['中共厦门海屿新材料有限公司支部委员会', ['branch-cannot-receive']],
  // never the bare employer
  ['之江远航科技股份有限公司', ['bare-employer']],
  ['杭州市第一中学', ['bare-employer']],
  ['武汉市人才服务中心', ['bare-employer']],
  ['市财政局', ['bare-employer']],
  // abbreviated
  ['杭州市委组织部', ['abbreviated']],
  ['市委组织部', ['abbreviated']],
  ['杭州市委', ['unusual-ending', 'abbreviated']],
  ['杭州市委两新工作委员会', ['abbreviated', 'no-party-mark']],
  // a committee, but of whom?
  ['高新区管理委员会', ['no-party-mark']],
  ['幸福社区居民委员会', ['no-party-mark']],
  // neither
  ['张三', ['unusual-ending']],
  ['', ['unusual-ending']],
])('%s: %j', (name, expected) => {
  expect(checkAddressee(name).map(finding => finding.reason)).toEqual(expected)
})

test('a wrong addressee is told from a doubtful one', () => {
  expect(checkAddressee('厦门海屿新材料有限公司党支部')).toEqual([{ reason: 'branch-cannot-receive', severity: 'wrong' }])
  expect(checkAddressee('杭州市委组织部')).toEqual([{ reason: 'abbreviated', severity: 'doubtful' }])
})

test.each([
  ['中共杭州市委组织部', null, { allowed: true, value: { reason: null } }],
  ['中共杭州市委组织部', '多余的说明', { allowed: true, value: { reason: null } }],
  ['杭州市委组织部', null, { allowed: true, value: { reason: null } }],
  ['杭州市委组织部', ' 对方公章如此 ', { allowed: true, value: { reason: '对方公章如此' } }],
  ['之江远航科技股份有限公司', null, { allowed: false, reason: 'bare-employer' }],
  ['之江远航科技股份有限公司', ' ', { allowed: false, reason: 'bare-employer' }],
  ['之江远航科技股份有限公司', '对方来函如此', { allowed: true, value: { reason: '对方来函如此' } }],
])('%s, said %j', (name, reason, expected) => {
  expect(maySaveName(name, reason)).toEqual(expected)
})
