import { expect, test } from 'vitest'
import { type NavEntry, navFor } from './nav.ts'

const icon = () => null
const entries: NavEntry[] = [
  { path: '/today', label: '今日', group: 'today', icon, permission: 'insights:read' },
  { path: '/transfers', label: '接转', group: 'relation', icon, permission: 'transfers:read', count: 'transfers' },
  { path: '/letters', label: '介绍信', group: 'relation', icon, permission: 'letters:read' },
]

test('shows what the person may open, in groups that are not empty', () => {
  const can = (permission: string) => permission !== 'insights:read' && permission !== 'letters:read'
  expect(navFor(can, {}, entries).map(group => [group.label, group.items.map(item => item.path)])).toEqual([['组织关系', ['/transfers']]])
})

test('an entry shows the number that waits behind it', () => {
  const [, relation] = navFor(() => true, { transfers: { count: 20, urgent: true } }, entries)
  expect(relation?.items[0]).toMatchObject({ path: '/transfers', count: 20, urgent: true })
  expect(relation?.items[1]?.count).toBeUndefined()
})
