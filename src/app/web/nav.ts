import type { ComponentType } from 'react'
import type { Permission } from '../../capabilities/accounts/rules.ts'
import type { NavGroup, NavItem } from '../../ui/navigation.ts'
import type { Can } from '../../ui/session.ts'

type GroupKey = 'today' | 'people' | 'relation' | 'papers' | 'growth' | 'settings'

/** One place of the desk. `count` names the number that stands behind it. */
export type NavEntry = { path: string; label: string; group: GroupKey; icon: ComponentType; permission: Permission; count?: string }

/** How many wait at a place, and whether one of them is late. */
export type NavCounts = Readonly<Record<string, { count: number; urgent: boolean } | undefined>>

const groups: readonly { key: GroupKey; label?: string }[] = [
  { key: 'today' },
  { key: 'people', label: '名册与教育' },
  { key: 'relation', label: '组织关系' },
  { key: 'papers', label: '材料' },
  { key: 'growth', label: '育人' },
  { key: 'settings', label: '设置' },
]

/** In the order of the screen. An entry comes with its route. */
export const deskEntries: readonly NavEntry[] = []

/** The tabs of graduates and juniors; at most four. */
export const phoneEntries: readonly (NavItem & { permission: Permission })[] = []

/** What this person may open; groups without an entry fall away. */
export const navFor = (can: Can, counts: NavCounts = {}, entries: readonly NavEntry[] = deskEntries): NavGroup[] =>
  groups
    .map(group => ({
      ...group,
      items: entries
        .filter(entry => entry.group === group.key && can(entry.permission))
        .map(({ path, label, icon, count }) => ({ path, label, icon, ...(count !== undefined && counts[count]) })),
    }))
    .filter(group => group.items.length > 0)
