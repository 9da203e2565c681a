import { expect, test } from 'vitest'
import { parsePlain, writePlain } from './plain-search.ts'

test.each([
  ['?state=sent&unit=12', { state: 'sent', unit: '12' }],
  ['?cohort=2023', { cohort: '2023' }],
  ['?q=%E6%AC%A7%E9%98%B3', { q: '欧阳' }],
  ['', {}],
])('%s is read as it stands', (search, read) => {
  expect(parsePlain(search)).toEqual(read)
})

test.each([
  [{ state: 'sent', after: undefined, q: '' }, '?state=sent'],
  [{ next: '/letters?state=sent' }, '?next=%2Fletters%3Fstate%3Dsent'],
  [{}, ''],
])('empty values leave no trace', (search, written) => {
  expect(writePlain(search)).toBe(written)
  expect(parsePlain(written)).toEqual(Object.fromEntries(Object.entries(search).filter(([, value]) => value)))
})
