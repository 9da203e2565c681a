import { expect, test } from 'vitest'
import { checkAddressee } from './addressee.ts'
import { departmentOf } from './by-division.ts'

test.each([
  ['440000', '广东省', null, '中共广东省委组织部'],
  ['110000', '北京市', null, '中共北京市委组织部'],
  ['150000', '内蒙古自治区', null, '中共内蒙古自治区委员会组织部'],
  ['440100', '广州市', null, '中共广州市委组织部'],
  ['232700', '大兴安岭地区', null, '中共大兴安岭地委组织部'],
  ['152500', '锡林郭勒盟', null, '中共锡林郭勒盟委组织部'],
  ['222400', '延边朝鲜族自治州', null, '中共延边朝鲜族自治州委组织部'],
  ['440106', '天河区', '广州市', '中共广州市天河区委组织部'],
  ['110108', '海淀区', '北京市', '中共北京市海淀区委组织部'],
  ['441481', '兴宁市', '梅州市', '中共梅州市兴宁市委组织部'],
  ['429004', '仙桃市', null, '中共仙桃市委组织部'],
  ['429021', '神农架林区', null, '中共神农架林区委员会组织部'],
  ['520203', '六枝特区', '六盘水市', '中共六盘水市六枝特区委员会组织部'],
  ['150521', '科尔沁左翼中旗', '通辽市', '中共通辽市科尔沁左翼中旗委组织部'],
  // no committee of the name follows
  ['130171', '石家庄高新技术产业开发区', '石家庄市', null],
  ['441900003', '东城街道', '东莞市', null],
  ['632825', '大柴旦行政委员会', '海西蒙古族藏族自治州', null],
] as const)('%s %s under %s: %s', (code, name, above, department) => {
  expect(departmentOf({ code, name, above })).toBe(department)
  if (department) expect(checkAddressee(department), 'is a name in order').toEqual([])
})
