import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  DatabaseOutlined,
  EditOutlined,
  FileTextOutlined,
  FolderOutlined,
  HomeOutlined,
  IdcardOutlined,
  InboxOutlined,
  MailOutlined,
  NotificationOutlined,
  ReadOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Permission } from '../../capabilities/accounts/rules.ts'
import type { NavGroup } from '../../ui/navigation.ts'
import type { Can } from '../../ui/session.ts'

type GroupKey = 'today' | 'people' | 'relation' | 'papers' | 'growth' | 'settings'

/** One place of the desk. `count` names the number that stands behind it. */
export type NavEntry = {
  path: string
  label: string
  group: GroupKey
  icon: ComponentType
  permission: Permission
  count?: string
  handy?: true
}

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
export const deskEntries: readonly NavEntry[] = [
  { path: '/today', label: '今日', group: 'today', icon: HomeOutlined, permission: 'insights:read', handy: true },
  { path: '/roster', label: '名册', group: 'people', icon: TeamOutlined, permission: 'roster:read', count: 'roster', handy: true },
  { path: '/education', label: '教育', group: 'people', icon: ReadOutlined, permission: 'education:read' },
  {
    path: '/transfers',
    label: '接转',
    group: 'relation',
    icon: SwapOutlined,
    permission: 'transfers:read',
    count: 'transfers',
    handy: true,
  },
  { path: '/letters', label: '介绍信', group: 'relation', icon: MailOutlined, permission: 'letters:read', count: 'letters' },
  { path: '/closing', label: '着落', group: 'relation', icon: CheckSquareOutlined, permission: 'transfers:read' },
  { path: '/addressees', label: '抬头库', group: 'relation', icon: BankOutlined, permission: 'addressees:edit' },
  { path: '/activities', label: '活动', group: 'people', icon: CalendarOutlined, permission: 'education:read', handy: true },
  { path: '/farewell', label: '离校', group: 'people', icon: SolutionOutlined, permission: 'education:read' },
  { path: '/dossiers', label: '装档', group: 'papers', icon: FolderOutlined, permission: 'dossiers:read' },
  { path: '/notices', label: '通知', group: 'papers', icon: NotificationOutlined, permission: 'notices:read', count: 'notices' },
  { path: '/news', label: '宣传', group: 'papers', icon: EditOutlined, permission: 'news:read', count: 'news' },
  { path: '/submissions', label: '报送', group: 'papers', icon: InboxOutlined, permission: 'submissions:read', count: 'submissions' },
  { path: '/archive', label: '归档', group: 'papers', icon: DatabaseOutlined, permission: 'archive:read' },
  { path: '/plan', label: '方案', group: 'settings', icon: FileTextOutlined, permission: 'plans:read' },
  { path: '/orgs', label: '单位', group: 'settings', icon: ApartmentOutlined, permission: 'orgs:read' },
  { path: '/accounts', label: '账号', group: 'settings', icon: IdcardOutlined, permission: 'accounts:read' },
  { path: '/audit', label: '审计', group: 'settings', icon: AuditOutlined, permission: 'audit:read' },
]

/** What this person may open; groups without an entry fall away. */
export const navFor = (can: Can, counts: NavCounts = {}, entries: readonly NavEntry[] = deskEntries): NavGroup[] =>
  groups
    .map(group => ({
      ...group,
      items: entries
        .filter(entry => entry.group === group.key && can(entry.permission))
        .map(({ path, label, icon, count, handy }) => ({ path, label, icon, handy, ...(count !== undefined && counts[count]) })),
    }))
    .filter(group => group.items.length > 0)
