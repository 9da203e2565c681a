import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId } from 'react'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { useSession } from '../../../ui/session.ts'
import { choicesOf } from '../rules/value-text.ts'
import { type Item, NOBODY, whatLabel } from './batchItems.ts'
import { rosterApi } from './client.ts'
import { useBranches } from './useBranches.ts'

type ValueProps = { item: Item; onText: (text: string) => void }

const Staff = ({ item, cohortId, onText }: ValueProps & { cohortId: string }) => {
  const staff = useQuery(rosterApi.batch.staff.queryOptions({ input: { cohortId } })).data ?? []
  const options = staff.map(({ id, name, unitName, count }) => ({ value: id, label: `${name}（${unitName}，现负责 ${count} 人）` }))
  return (
    <NativeSelect
      empty="请选择"
      label="责任老师"
      value={item.text}
      options={[{ value: NOBODY, label: '不指定' }, ...options]}
      onChange={onText}
    />
  )
}

const Tagging = ({ item, cohortId, onText }: ValueProps & { cohortId: string }) => {
  const id = useId()
  const used = useQuery(rosterApi.batch.tags.queryOptions({ input: { cohortId } })).data ?? []
  const label = whatLabel(item.what)
  return (
    <>
      <Input
        aria-label={label}
        list={id}
        maxLength={60}
        placeholder="几个标签用顿号隔开"
        value={item.text}
        onChange={event => onText(event.target.value)}
      />
      <datalist id={id}>
        {used.map(({ tag, count }) => (
          <option key={tag} value={tag}>
            {count} 人
          </option>
        ))}
      </datalist>
    </>
  )
}

const types: Partial<Record<Item['what'], string>> = { confirmedOn: 'date', duesPaidTo: 'month' }

/** The value of one line, by the control that fits it. */
export const BatchValue = ({ item, onText }: ValueProps) => {
  const { cohort, unitPath } = useSession()
  const branches = useBranches(unitPath)
  if (item.what === 'responsible') return <Staff item={item} cohortId={cohort!.id} onText={onText} />
  if (item.what === 'addTags' || item.what === 'removeTags') return <Tagging item={item} cohortId={cohort!.id} onText={onText} />
  const label = whatLabel(item.what)
  const choices = item.what === 'branch' ? branches : choicesOf(item.what)
  if (choices)
    return (
      <NativeSelect
        empty="请选择"
        label={label}
        value={item.text}
        options={choices.map(value => ({ value, label: value }))}
        onChange={onText}
      />
    )
  return (
    <Input
      aria-label={label}
      type={types[item.what] ?? 'text'}
      maxLength={200}
      value={item.text}
      onChange={event => onText(event.target.value)}
    />
  )
}
