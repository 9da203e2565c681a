import { HomeOutlined, MailOutlined, SendOutlined, SettingOutlined } from '@ant-design/icons'
import type { Permission } from '../../../capabilities/accounts/rules.ts'
import type { NavItem } from '../../../ui/navigation.ts'

/** The tabs of graduates and juniors; at most four. */
export const phoneEntries: readonly (NavItem & { permission: Permission })[] = [
  { path: '/me', label: '我的', icon: HomeOutlined, permission: 'session:read' },
  { path: '/me/destination', label: '去向', icon: SendOutlined, permission: 'transfers:own' },
  { path: '/me/letters', label: '介绍信', icon: MailOutlined, permission: 'transfers:own' },
  { path: '/me/settings', label: '设置', icon: SettingOutlined, permission: 'session:read' },
]
