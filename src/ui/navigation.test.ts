import { expect, test } from 'vitest'
import { currentItem, handiest, type NavGroup } from './navigation.ts'

const icon = () => null
const groups: NavGroup[] = [
  { key: 'a', items: [{ path: '/roster', label: '名册', icon }] },
  {
    key: 'b',
    items: [
      { path: '/me', label: '我的', icon },
      { path: '/me/letters', label: '介绍信', icon },
    ],
  },
]

test.each([
  ['/roster', '/roster'],
  ['/roster/import', '/roster'],
  ['/rosters', undefined],
  ['/me', '/me'],
  ['/me/letters', '/me/letters'],
  ['/me/settings', '/me'],
  ['/', undefined],
])('at %s one stands in %s', (place, path) => {
  expect(currentItem(groups, place)?.path).toBe(path)
})

test.each<[string, string[], string[]]>([
  ['the handy ones first, in the order of the whole', ['a', 'b+', 'c', 'd+', 'e+'], ['a', 'b', 'd', 'e']],
  ['never more than there is room for', ['a+', 'b+', 'c+', 'd+', 'e+'], ['a', 'b', 'c', 'd']],
  ['without any, the first', ['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'd']],
])('the bar of a phone holds %s', (_, places, expected) => {
  const items = places.map(place => ({ path: place[0]!, label: place, icon, handy: place.endsWith('+') }))
  expect(handiest([{ key: 'all', items }], 4).map(({ path }) => path)).toEqual(expected)
})
