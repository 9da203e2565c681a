import { Anchor } from './Anchor.tsx'
import type { NavGroup, NavItem } from './navigation.ts'

type ShellNavProps = {
  groups: readonly NavGroup[]
  current: NavItem | undefined
  /** Only icons are seen: their words go into tooltips, and stay for readers of the screen. */
  icons?: boolean
  onGo?: () => void
}

type EntryProps = { item: NavItem; here: boolean; icons: boolean; onGo: (() => void) | undefined }

const Entry = ({ item, here, icons, onGo }: EntryProps) => (
  <li>
    <Anchor
      href={item.path}
      aria-current={here ? 'page' : undefined}
      onClick={onGo}
      {...(icons && { title: item.label, 'aria-label': item.label })}
    >
      <item.icon />
      <span className="shell-entry">{item.label}</span>
      {item.count ? <i className={item.urgent ? 'shell-urgent' : undefined}>{item.count}</i> : null}
    </Anchor>
  </li>
)

export const ShellNav = ({ groups, current, icons = false, onGo }: ShellNavProps) =>
  groups.map(group => (
    <div key={group.key} className="shell-group">
      {group.label && <p>{group.label}</p>}
      <ul aria-label={group.label}>
        {group.items.map(item => (
          <Entry key={item.path} item={item} here={item === current} icons={icons} onGo={onGo} />
        ))}
      </ul>
    </div>
  ))
