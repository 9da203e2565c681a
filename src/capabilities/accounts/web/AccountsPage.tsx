import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { capabilityApi } from '../../../ui/api.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar, FilterSearch } from '../../../ui/FilterBar.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { accountsContract } from '../contract.ts'
import { type Role, roleNames } from '../rules.ts'
import { holding, type Person, peopleOf } from './people.ts'
import './accounts.css'

const api = capabilityApi<typeof accountsContract>('accounts')

/** Members sign in with their student number; their accounts come with the roster and stand not here. */
const staffRoles = (Object.keys(roleNames) as Role[]).filter(role => role !== 'graduate' && role !== 'junior')

const State = ({ disabled }: { disabled: boolean }) => (
  <Mark tone={disabled ? 'grey' : 'green'} glyph={disabled ? 'dash' : 'solid'}>
    {disabled ? '已停用' : '在用'}
  </Mark>
)

const Posts = ({ person }: { person: Person }) =>
  person.posts.length === 0 ? (
    <span className="quiet">没有任职</span>
  ) : (
    <ul className="account-posts">
      {person.posts.map(({ role, roleName, unitName }) => (
        <li key={`${role} ${unitName}`}>
          <span>{roleName}</span>
          <span className="second">{unitName}</span>
        </li>
      ))}
    </ul>
  )

const columns: Columns<Person> = [
  { title: '姓名', dataIndex: 'name', width: 140 },
  { title: '账号', dataIndex: 'login', width: 180 },
  { title: '职务与单位', render: (_, person) => <Posts person={person} /> },
  { title: '状态', width: 110, render: (_, { disabled }) => <State disabled={disabled} /> },
]

const RoleFilter = ({ people }: { people: readonly Person[] }) => {
  const [filters, change] = useUrlFilters()
  return (
    <Select
      className="account-role"
      aria-label="职务"
      value={filters.role ?? ''}
      onChange={role => change({ role: role || undefined })}
      options={[
        { value: '', label: `全部职务 ${people.length}` },
        ...staffRoles.map(role => ({ value: role, label: `${roleNames[role]} ${holding(people, role, '').length}` })),
      ]}
    />
  )
}

/** Who of the staff may sign in, and in which posts. */
export const AccountsPage = ({ recentImports }: { recentImports?: ReactNode }) => {
  const { can } = useSession()
  const router = useRouter()
  const [filters] = useUrlFilters()
  const list = useQuery(api.list.queryOptions())
  const people = list.data && peopleOf(list.data)
  const role = staffRoles.find(known => known === filters.role)
  const shown = people && holding(people, filters.role, filters.q ?? '')
  return (
    <Page
      title="账号"
      note={people && <span>工作人员 {people.length} 人。毕业生党员用学号登录，账号随名册建立，不列在这里</span>}
      actions={
        <>
          <ExportButton name="工作人员账号" disabled={!shown?.length} file={() => api.export.call({ role, search: filters.q })} />
          {can('accounts:edit') && <Button onClick={() => router.history.push('/accounts/import')}>导入账号</Button>}
        </>
      }
    >
      {recentImports}
      <FilterBar>
        <FilterSearch name="q" placeholder="姓名或账号" />
        <RoleFilter people={people ?? []} />
      </FilterBar>
      {list.error && !people ? (
        <ErrorState title="账号没有读出来" next={wordsOf(problemOf(list.error))} onRetry={() => void list.refetch()} />
      ) : (
        <KeyedTable
          label="工作人员账号"
          rows={shown}
          rowKey={({ id }) => id}
          columns={columns}
          line={person => ({
            name: person.name,
            title: person.name,
            aside: <State disabled={person.disabled} />,
            note: [person.login, ...person.posts.map(({ roleName, unitName }) => `${roleName}（${unitName}）`)].join('，'),
          })}
          empty={<EmptyState title="没有找到这样的账号" next="换个姓名或职务再找。" />}
        />
      )}
    </Page>
  )
}
