import { describe, expect, test } from 'vitest'
import { divisionAt, divisionName, divisionOf, provinces } from './index.ts'

describe('divisions', () => {
  test('31 provinces, and codes of two, four and six digits', () => {
    expect(provinces()).toHaveLength(31)
    expect(divisionAt('44')?.name).toBe('广东省')
    expect(divisionAt('440100')).toEqual({ code: '440100', name: '广州市', level: 'city', parent: '440000' })
    expect(divisionAt('449901')).toBeNull()
  })

  test.each([
    ['110105', '北京市朝阳区'],
    ['440117', '广东省广州市从化区'],
    ['441481', '广东省梅州市兴宁市'],
    ['429004', '湖北省仙桃市'],
  ])('%s is %s, and the name leads back', (code, name) => {
    expect(divisionName(code)).toBe(name)
    expect(divisionOf(`${name}某街道1号`)?.code).toBe(code)
  })

  test.each([
    ['广东省', '440000'],
    ['广东省广州市', '440100'],
    ['某地', undefined],
  ])('an address says as much as it says: %s', (address, code) => expect(divisionOf(address)?.code).toBe(code))
})
