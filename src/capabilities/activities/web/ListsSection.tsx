import { Button } from 'antd'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { ActivityView } from '../contract.ts'
import { useClosing } from './useActivity.ts'

type List = ActivityView['lists'][number]

const Standing = ({ list, begun }: { list: List; begun: boolean }) => {
  if (list.closed)
    return (
      <Mark tone="green" glyph="check" title={`${list.closed.by} 结束`}>
        已结束，计入 {list.closed.counted} 项
      </Mark>
    )
  return <span className="quiet">{begun ? '登记中' : '还没开始'}</span>
}

/** Each branch's list: closed by the branch, it counts for the items. */
export const ListsSection = ({ view }: { view: ActivityView }) => {
  const closing = useClosing(view.id)
  if (view.lists.length === 0) return null
  const begun = view.state === 'held' || view.state === 'recorded'
  const button = (list: List) =>
    list.mayClose && (
      <Button size="small" loading={closing.isPending && closing.variables === list.unitId} onClick={() => closing.mutate(list.unitId)}>
        结束登记
      </Button>
    )
  const columns: Columns<List> = [
    { title: '党支部', ellipsis: true, render: (_, { name }) => name },
    { title: '应到', width: 80, align: 'right', render: (_, { invited }) => invited },
    { title: '到会', width: 80, align: 'right', render: (_, { there }) => there },
    {
      title: '到会率',
      width: 90,
      align: 'right',
      render: (_, { there, invited }) => (begun && invited ? `${Math.round((there / invited) * 100)}%` : '–'),
    },
    { title: '签到表', width: 200, render: (_, list) => <Standing list={list} begun={begun} /> },
    { title: '', width: 110, render: (_, list) => button(list) },
  ]
  return (
    <Section title="各支部签到表" note={begun ? `${view.closed}/${view.branches} 个支部已结束` : `应到 ${view.invited} 人`}>
      <KeyedTable
        label="各支部签到表"
        rows={view.lists}
        rowKey={({ unitId }) => unitId}
        columns={columns}
        line={list => ({
          name: list.name,
          title: list.name,
          aside: `${list.there}/${list.invited}`,
          note: (
            <>
              <Standing list={list} begun={begun} /> {button(list)}
            </>
          ),
        })}
        empty={null}
      />
    </Section>
  )
}
