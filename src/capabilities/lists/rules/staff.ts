/** A sheet of staff: one row a post. Its columns, what a row says, and what is wrong with it. */
import type { Day } from '../../../kernel/day.ts'
import { type Role, roleNames } from '../../accounts/rules.ts'
import {
  type Cell,
  type Complaint,
  type Field,
  nearest,
  type Reading,
  readDate,
  readDay,
  readText,
  type TableRow,
  textOf,
} from '../../imports/rules.ts'
import { kindNames, type UnitKind } from '../../orgs/rules.ts'
import { apart, mayHold, placesOf, type StaffRole, staffRoles } from './posts.ts'

export type Unit = { id: string; path: string; name: string; kind: UnitKind }
export type StaffFacts = {
  /** By name; several where units below different parents share it. */
  units: ReadonlyMap<string, readonly Unit[]>
  /** Who imports. */
  self: string
}

export type StaffEntry = { name: string; login: string; unit: Unit; role: StaffRole; startsOn: Day | null; endsOn: Day | null }
export type HeldAccount = { id: string; name: string; member: boolean; disabled: boolean; roles: readonly Role[] }
/** `post` is null where the account holds no such post yet. */
export type HeldStaff = { account: HeldAccount; post: { startsOn: Day | null; endsOn: Day | null } | null }

type Filled = Exclude<Cell, null>
const wrong = (kind: string, text: string, suggestion?: string | null): Reading<never> => ({
  value: null,
  problems: [{ kind, severity: 'error', text, ...(suggestion && { suggestion }) }],
})

const LOGIN = /^[a-z0-9][a-z0-9_.-]{2,39}$/
const readLogin = (raw: Filled): Reading<string> => {
  const text = textOf(raw).replace(/\s/g, '').toLowerCase()
  return LOGIN.test(text) ? { value: text } : wrong('login-form', '“登录名”用工号，或 3 到 40 个字母、数字。请核对。')
}

export const roleLabels = staffRoles.map(role => roleNames[role])
const looseRoles: Readonly<Record<string, StaffRole>> = {
  组织部: 'committee-office',
  宣传部: 'publicity-office',
  总支: 'general-branch',
  分党委: 'general-branch',
  直属支部: 'direct-branch',
  负责老师: 'branch-teacher',
  支部书记: 'branch-teacher',
  学生书记: 'branch-secretary',
  安全员: 'security-admin',
  安全保密员: 'security-admin',
  安全审计员: 'auditor',
}
const readRole = (raw: Filled): Reading<StaffRole> => {
  const text = textOf(raw).replace(/\s/g, '')
  const role = staffRoles.find(each => roleNames[each] === text)
  if (role) return { value: role }
  const loose = looseRoles[text]
  if (loose) return { value: loose, text: roleNames[loose], repair: 'full-name' }
  return wrong('unknown-role', `“岗位”里没有“${text.slice(0, 20)}”。可填：${roleLabels.join('、')}。`, nearest(text, roleLabels))
}

const readUnit = (raw: Filled, facts: StaffFacts | null): Reading<Unit> => {
  const text = textOf(raw).replace(/\s/g, '')
  const found = facts?.units.get(text) ?? []
  if (found.length === 1) return { value: found[0]! }
  if (found.length > 1) return wrong('several-units', `有 ${found.length} 个单位叫“${text}”，分不清是哪一个。请先在单位页改名。`)
  return wrong(
    'unknown-unit',
    `没有“${text.slice(0, 40)}”这个单位。请核对名称，或先导入单位。`,
    nearest(text, [...(facts?.units.keys() ?? [])]),
  )
}

/** 2023-03-01至2024-02-29: from the first to the last day. */
const readPeriod = (raw: Filled): Reading<{ startsOn: Day | null; endsOn: Day | null }> => {
  const [from = '', to = '', more] = textOf(raw)
    .split(/至今|[至到~～—–]+/)
    .map(part => part.trim())
  const [start, end] = [readDate(from), readDate(to)]
  const startsOn = start.is === 'day' ? start.day : null
  const endsOn = end.is === 'day' ? end.day : null
  if (more !== undefined || (from !== '' && !startsOn) || (to !== '' && !endsOn))
    return wrong('period', '“起止日期”请写成 2023-03-01至2024-02-29，或分成起始日期、截止日期两列。')
  return { value: { startsOn, endsOn } }
}

export const staffFields: readonly Field<unknown, StaffFacts | null>[] = [
  {
    key: 'name',
    label: '姓名',
    synonyms: ['教工姓名', '人员姓名', '教职工姓名'],
    required: true,
    essential: true,
    read: readText('姓名', 50),
  },
  {
    key: 'login',
    label: '登录名',
    synonyms: ['登录名(工号)', '工号', '账号', '用户名', '教工号', '职工号', '人事号'],
    required: true,
    essential: true,
    read: readLogin,
  },
  { key: 'unit', label: '单位', synonyms: ['所在单位', '党组织', '所在党组织', '部门'], required: true, essential: true, read: readUnit },
  { key: 'role', label: '岗位', synonyms: ['职务', '角色', '身份', '权限'], required: true, essential: true, read: readRole },
  { key: 'startsOn', label: '起始日期', synonyms: ['开始日期', '起日期', '任职日期'], required: false, read: readDay('起始日期') },
  { key: 'endsOn', label: '截止日期', synonyms: ['结束日期', '止日期', '到期日期'], required: false, read: readDay('截止日期') },
  { key: 'period', label: '起止日期', synonyms: ['任期', '起止时间', '任职期限'], required: false, read: readPeriod },
]

export const staffEntry = ({ values }: Pick<TableRow, 'values'>): StaffEntry | null => {
  const { name, login, unit, role } = values as Partial<StaffEntry>
  if (!name || !login || !unit || !role) return null
  const period = values.period as { startsOn: Day | null; endsOn: Day | null } | null | undefined
  const day = (key: 'startsOn' | 'endsOn') => (values[key] as Day | null | undefined) ?? period?.[key] ?? null
  return { name, login, unit, role, startsOn: day('startsOn'), endsOn: day('endsOn') }
}

export const staffKey = ({ login, unit, role }: StaffEntry): string => `${login} ${unit.id} ${role}`

type Said = { field: string; complaint: Complaint }
const error = (field: string, kind: string, text: string): Said => ({ field, complaint: { kind, severity: 'error', text } })
const APART = '系统管理员、安全管理员、审计员须由不同的人担任，一个人只能任其中一个。'

/** A row by itself, and against whom the login belongs to. */
export function staffComplaints(entry: StaffEntry, held: HeldStaff | undefined, { self }: Pick<StaffFacts, 'self'>): Said[] {
  const { role, unit, startsOn, endsOn } = entry
  const found: Said[] = []
  if (!mayHold(role, unit.kind))
    found.push(
      error(
        'role',
        'not-at-that-unit',
        `${roleNames[role]}设在${placesOf(role)
          .map(kind => kindNames[kind])
          .join('、')}，“${unit.name}”是${kindNames[unit.kind]}。`,
      ),
    )
  if (startsOn && endsOn && endsOn < startsOn) found.push(error('endsOn', 'ends-before-start', '截止日期早于起始日期，请核对。'))
  if (!held) return found
  const { account } = held
  if (account.member) return [...found, error('login', 'login-of-member', '这个登录名是一位学生党员的学号，不能用作工作人员账号。')]
  if (account.id === self) return [...found, error('login', 'own-account', '自己的岗位由别的管理员登记，不能自己导入。')]
  if (account.disabled) found.push(error('login', 'account-disabled', '这个账号已停用。请先在账号页恢复，再导入。'))
  if (account.name !== entry.name)
    found.push({
      field: 'name',
      complaint: {
        kind: 'login-of-another',
        severity: 'error',
        text: `这个登录名登记的姓名是“${account.name}”。请核对；确是同一人改名的，可说明理由后保留。`,
        overridable: true,
      },
    })
  if (apart.has(role) && account.roles.some(other => other !== role && apart.has(other))) found.push(error('role', 'roles-apart', APART))
  return found
}

type Placed = { row: number; entry: StaffEntry; sound: boolean }

/** Rows with one login are one person. */
export function staffProblemsIn(rows: readonly Placed[]): (Said & { row: number })[] {
  return [...Map.groupBy(rows, ({ entry }) => entry.login).values()].flatMap(posts => {
    const [first] = posts
    const guarded = posts.filter(({ entry }) => apart.has(entry.role))
    const others = posts.filter(({ entry }) => entry.name !== first!.entry.name)
    const named = `登录名与第 ${first!.row} 行相同，姓名却不同。请核对是哪一行填错。`
    return [
      ...others.map(({ row }) => ({ row, ...error('name', 'one-login-two-names', named) })),
      ...guarded
        .filter(({ entry }) => entry.role !== guarded[0]!.entry.role)
        .map(({ row }) => ({ row, ...error('role', 'roles-apart', APART) })),
    ]
  })
}

/** What the row says otherwise; an empty day says nothing. */
export function staffChanges({ account, post }: HeldStaff, entry: StaffEntry) {
  const changes = [{ field: 'name', label: '姓名', before: account.name, after: entry.name }].filter(
    ({ before, after }) => before !== after,
  )
  if (!post) return [...changes, { field: 'role', label: '岗位', before: '', after: `${roleNames[entry.role]}（${entry.unit.name}）` }]
  const days = [
    { field: 'startsOn', label: '起始日期', before: post.startsOn, after: entry.startsOn },
    { field: 'endsOn', label: '截止日期', before: post.endsOn, after: entry.endsOn },
  ].flatMap(({ before, after, ...day }) => (after === null || after === before ? [] : [{ ...day, before: before ?? '', after }]))
  return [...changes, ...days]
}
