import { useQuery } from '@tanstack/react-query'
import { Popover } from 'antd'
import { useState } from 'react'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { changeWords, whenInWords } from './changeWords.ts'
import { rosterApi } from './client.ts'

const SHOWN = 20

const History = ({ memberId, field }: { memberId: string; field: string }) => {
  const found = useQuery(rosterApi.changes.queryOptions({ input: { memberId, field, limit: SHOWN } }))
  if (!found.data) return <Skeleton lines={2} />
  const events = found.data.rows.map(({ id, at, actorName, importId, basis, changes }) => ({
    id,
    when: whenInWords(at),
    what: changes
      .filter(change => change.field === field)
      .map(changeWords)
      .join('；'),
    by: [importId ? `${actorName}，导入` : actorName, basis && `依据 ${basis}`].filter(Boolean).join('　'),
  }))
  return <Timeline events={events} />
}

type FieldHistoryProps = { memberId: string; field: string; label: string; times: number }

/** What became of one fact: who wrote it, when, from what to what. */
export const FieldHistory = ({ memberId, field, label, times }: FieldHistoryProps) => {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="left"
      title={`${label}的变动`}
      open={open}
      onOpenChange={setOpen}
      content={<div className="field-history">{open && <History memberId={memberId} field={field} />}</div>}
    >
      <button type="button" className="field-changed" aria-label={`${label}改过 ${times} 次，看变动`} title={`改过 ${times} 次`}>
        {times}
      </button>
    </Popover>
  )
}
