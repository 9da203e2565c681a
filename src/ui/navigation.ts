import type { ComponentType } from 'react'

export type NavItem = {
  path: string
  label: string
  icon: ComponentType
  /** How many wait there; `urgent` when one of them is late. */
  count?: number | undefined
  urgent?: boolean | undefined
  /** Belongs into the bar of a phone before others. */
  handy?: boolean | undefined
}

export type NavGroup = { key: string; label?: string | undefined; items: readonly NavItem[] }

/** The entry one stands in: the longest path that the place begins with. */
export const currentItem = (groups: readonly NavGroup[], place: string): NavItem | undefined =>
  groups
    .flatMap(group => group.items)
    .filter(item => place === item.path || place.startsWith(`${item.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]

/** The places of a phone's bar: those that are handy, then the first of the others, in the order of the whole. */
export const handiest = (groups: readonly NavGroup[], places: number): NavItem[] => {
  const items = groups.flatMap(group => group.items)
  const chosen = new Set([...items.filter(({ handy }) => handy), ...items.filter(({ handy }) => !handy)].slice(0, places))
  return items.filter(item => chosen.has(item))
}
