import { Button, Input } from 'antd'
import { type Key, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSearch } from '../../../ui/FilterBar.tsx'
import { Foot } from '../../../ui/Foot.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { ActivityView, AttendanceRow } from '../contract.ts'
import { attendanceNames, type Marking, wayNames } from '../rules.ts'
import { AttendanceMark } from './looks.tsx'
import { useMarks, usePeople } from './useActivity.ts'

const howOf = ({ attendance }: AttendanceRow) =>
  attendance ? [wayNames[attendance.how], attendance.reason, attendance.how === 'list' ? attendance.by : ''].filter(Boolean).join('，') : ''

const columns: Columns<AttendanceRow> = [
  { title: '姓名', width: 140, render: (_, { name }) => name },
  { title: '学号', width: 150, render: (_, { studentNumber }) => studentNumber },
  { title: '党支部', ellipsis: true, render: (_, { branchName }) => branchName },
  {
    title: '情况',
    width: 120,
    render: (_, { attendance }) => (attendance ? <AttendanceMark state={attendance.state} /> : <span className="quiet">未到</span>),
  },
  { title: '方式', ellipsis: true, render: (_, row) => howOf(row) || '–' },
]

type Explained = 'absent' | 'made-up'

const ReasonDialog = ({
  marking,
  count,
  onClose,
  onMark,
}: {
  marking: Explained
  count: number
  onClose: () => void
  onMark: (reason: string) => void
}) => {
  const [reason, setReason] = useState('')
  const name = attendanceNames[marking]
  return (
    <Dialog
      title={`登记${name} ${count} 人`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>先不登记</Button>
          <Button type="primary" disabled={reason.trim() === ''} onClick={() => onMark(reason)}>
            登记{name}
          </Button>
        </>
      }
    >
      <FormRow label={marking === 'absent' ? '请假的原因' : '怎样补的'} hint={marking === 'absent' ? '如：外地实习' : '如：看录像并交心得'}>
        {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
      </FormRow>
    </Dialog>
  )
}

/** Everybody who was asked to come; the branch writes down who has no phone, who is excused, who made up. */
export const PeopleSection = ({ view }: { view: ActivityView }) => {
  const { can } = useSession()
  const [filters] = useUrlFilters()
  const people = usePeople(view.id, filters.q)
  const marks = useMarks(view.id)
  const [chosen, setChosen] = useState<Key[]>([])
  const [asking, setAsking] = useState<Explained>()
  const open = new Set(view.lists.filter(({ closed }) => !closed).map(({ unitId }) => unitId))
  const mayMark = can('activities:hold') && view.state !== 'cancelled' && view.state !== 'draft' && open.size > 0
  const begun = view.state === 'held' || view.state === 'recorded'
  const rows = people.data
  const mark = (marking: Marking, reason?: string) =>
    marks.mutate(
      { graduateIds: chosen.map(String), marking, ...(reason !== undefined && { reason }) },
      {
        onSuccess: ({ refused }) => {
          setAsking(undefined)
          if (refused.length === 0) setChosen([])
        },
      },
    )
  return (
    <Section
      title="应到的人"
      note={begun && view.invited > 0 ? `到会 ${view.there} 人，共 ${view.invited} 人` : undefined}
      extra={
        mayMark && (
          <Anchor className="link" href={`/activities/${view.id}/import`}>
            导入签到表
          </Anchor>
        )
      }
    >
      <FilterBar>
        <FilterSearch name="q" placeholder="姓名、拼音、学号" />
      </FilterBar>
      {people.error && !rows ? (
        <ErrorState title="名单没有读出来" next={wordsOf(problemOf(people.error))} onRetry={() => void people.refetch()} />
      ) : (
        <KeyedTable
          label="应到的人"
          rows={rows}
          rowKey={({ graduateId }) => graduateId}
          columns={columns}
          line={row => ({
            name: row.name,
            title: row.name,
            aside: row.attendance ? <AttendanceMark state={row.attendance.state} /> : <span className="quiet">未到</span>,
            note: [row.branchName, howOf(row)].filter(Boolean).join('，'),
          })}
          selection={mayMark ? { keys: chosen, onChange: setChosen } : undefined}
          empty={<EmptyState title="没有人" next={filters.q ? '换个写法再找。' : '面向的支部里还没有毕业生党员。'} />}
        />
      )}
      {chosen.length > 0 && (
        <Foot chosen={`已选 ${chosen.length} 人`} note={begun ? undefined : '活动开始前只能登记请假'}>
          <Button type="text" onClick={() => setChosen([])}>
            取消选择
          </Button>
          <Button disabled={marks.isPending} onClick={() => mark('clear')}>
            清除登记
          </Button>
          <Button disabled={marks.isPending} onClick={() => setAsking('absent')}>
            请假
          </Button>
          <Button disabled={!begun || marks.isPending} onClick={() => setAsking('made-up')}>
            补课
          </Button>
          <Button disabled={!begun} loading={marks.isPending} type="primary" onClick={() => mark('present')}>
            到会 {chosen.length} 人
          </Button>
        </Foot>
      )}
      {asking && (
        <ReasonDialog marking={asking} count={chosen.length} onClose={() => setAsking(undefined)} onMark={reason => mark(asking, reason)} />
      )}
    </Section>
  )
}
