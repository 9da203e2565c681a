import { expect, test } from 'vitest'
import { currentItem, type NavGroup } from './navigation.ts'

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
