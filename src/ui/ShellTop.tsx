import { BellOutlined, DownOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { Anchor } from './Anchor.tsx'
import './shelltop.css'

/** A choice in the top bar; with one option it is only words. */
export type Picker = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onPick: (value: string) => void
}

export type UserMenu = {
  name: string
  roleName: string
  items: readonly { key: string; label: string; onPick: () => void; chosen?: boolean }[]
}

export type ShellTopProps = {
  cohort?: Picker | undefined
  unit?: Picker | undefined
  /** The demonstration's day and the way to move it. */
  demo?: ReactNode
  search?: ReactNode
  bell?: { href: string; unread: number } | undefined
  user: UserMenu
}

const Pick = ({ picker, strong = false }: { picker: Picker; strong?: boolean }) => {
  const chosen = picker.options.find(option => option.value === picker.value)?.label ?? picker.value
  const words = strong ? <b>{chosen}</b> : <span>{chosen}</span>
  if (picker.options.length < 2) return <span className="shell-pick">{words}</span>
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [picker.value],
        items: picker.options.map(({ value, label }) => ({ key: value, label })),
        onClick: ({ key }) => picker.onPick(key),
      }}
    >
      <button type="button" className="shell-pick" aria-label={`${picker.label}：${chosen}`}>
        {words}
        <DownOutlined />
      </button>
    </Dropdown>
  )
}

const User = ({ user }: { user: UserMenu }) => (
  <Dropdown
    trigger={['click']}
    placement="bottomRight"
    menu={{
      selectedKeys: user.items.filter(item => item.chosen).map(item => item.key),
      items: user.items.map(({ key, label }) => ({ key, label })),
      onClick: ({ key }) => user.items.find(item => item.key === key)?.onPick(),
    }}
  >
    <button type="button" className="shell-pick shell-user">
      <span className="shell-initial" aria-hidden="true">
        {user.name.slice(0, 1)}
      </span>
      <span className="shell-name">{user.name}</span>
      <span className="second shell-role">{user.roleName}</span>
    </button>
  </Dropdown>
)

export const ShellTop = ({ cohort, unit, demo, search, bell, user }: ShellTopProps) => (
  <header className="shell-top">
    {cohort && <Pick picker={cohort} strong />}
    {cohort && unit && <span className="shell-bar" aria-hidden="true" />}
    {unit && <Pick picker={unit} />}
    <span className="shell-gap" />
    {demo && <span className="shell-demo">{demo}</span>}
    {search && <span className="shell-search">{search}</span>}
    {bell && (
      <Anchor className="shell-pick shell-bell" href={bell.href} aria-label={bell.unread > 0 ? `消息，${bell.unread} 条未读` : '消息'}>
        <BellOutlined />
        {bell.unread > 0 && <i aria-hidden="true" />}
      </Anchor>
    )}
    <User user={user} />
  </header>
)
