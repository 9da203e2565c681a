import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { AudienceRow } from './AudienceRow.tsx'
import { type Filled, wrongIn } from './form.ts'

type ActivityFormProps = {
  title: string
  start: Filled
  kinds: readonly { key: string; name: string }[]
  /** What has begun stays on its day, of its kind and for whom it was. */
  settled?: boolean
  /** Several weeks at once. */
  fresh?: boolean
  busy: boolean
  problem: string | undefined
  onClose: () => void
  onSave: (filled: Filled) => void
}

const MOST_WEEKS = 20
const short = [
  ['place', '地点', '如：大学生活动中心 201'],
  ['link', '线上会议链接', 'https://'],
  ['host', '主持人', ''],
  ['speaker', '主讲人', ''],
  ['recorder', '记录人', ''],
] as const

/** An activity in the order in which one thinks of it. */
export const ActivityForm = ({
  title,
  start,
  kinds,
  settled = false,
  fresh = false,
  busy,
  problem,
  onClose,
  onSave,
}: ActivityFormProps) => {
  const formId = useId()
  const [filled, setFilled] = useState(start)
  const [tried, setTried] = useState(false)
  const take = (change: Partial<Filled>) => setFilled(held => ({ ...held, ...change }))
  const wrong = tried ? wrongIn(filled) : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(wrongIn(filled)).length === 0) onSave(filled)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不{fresh ? '拟' : '改'}
          </Button>
          <Button type="primary" htmlType="submit" form={formId} loading={busy}>
            {fresh ? (filled.weeks > 0 ? `存 ${filled.weeks + 1} 次草稿` : '存为草稿') : '保存'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <FormRow label="类型" error={wrong.kind}>
          {({ id }) =>
            settled ? (
              <p id={id}>{kinds.find(({ key }) => key === filled.kind)?.name}</p>
            ) : (
              <NativeSelect
                id={id}
                value={filled.kind}
                empty="请选择"
                options={kinds.map(({ key, name }) => ({ value: key, label: name }))}
                onChange={kind => take({ kind })}
              />
            )
          }
        </FormRow>
        <FormRow label="名称" error={wrong.title}>
          {field => <Input {...field} maxLength={120} value={filled.title} onChange={event => take({ title: event.target.value })} />}
        </FormRow>
        <div className="activity-when">
          <FormRow label="日期" error={wrong.onDay}>
            {({ id }) => (
              <input
                id={id}
                type="date"
                className="activity-input"
                value={filled.onDay}
                disabled={settled}
                onChange={event => take({ onDay: event.target.value })}
              />
            )}
          </FormRow>
          <FormRow label="开始" error={wrong.begins}>
            {({ id }) => (
              <input
                id={id}
                type="time"
                className="activity-input"
                value={filled.begins}
                onChange={event => take({ begins: event.target.value })}
              />
            )}
          </FormRow>
          <FormRow label="结束" optional error={wrong.ends}>
            {({ id }) => (
              <input
                id={id}
                type="time"
                className="activity-input"
                value={filled.ends}
                onChange={event => take({ ends: event.target.value })}
              />
            )}
          </FormRow>
        </div>
        {!settled && <AudienceRow chosen={filled.audience} error={wrong.audience} onChange={audience => take({ audience })} />}
        {short.map(([key, label, hint]) => (
          <FormRow key={key} label={label} optional error={wrong[key]}>
            {field => (
              <Input
                {...field}
                maxLength={key === 'link' ? 500 : 120}
                placeholder={hint}
                value={filled[key]}
                onChange={event => take({ [key]: event.target.value })}
              />
            )}
          </FormRow>
        ))}
        <FormRow label="说明" optional hint="要带什么、怎样准备；参加的人看得到">
          {field => (
            <Input.TextArea
              {...field}
              maxLength={2000}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={filled.about}
              onChange={event => take({ about: event.target.value })}
            />
          )}
        </FormRow>
        {fresh && (
          <FormRow label="每周重复" hint="除这一次外，再拟几周；每一次各自通知、各自签到">
            {({ id }) => (
              <span className="activity-weeks">
                <Checkbox id={id} checked={filled.weeks > 0} onChange={event => take({ weeks: event.target.checked ? 1 : 0 })}>
                  重复
                </Checkbox>
                {filled.weeks > 0 && (
                  <input
                    type="number"
                    aria-label="再拟几周"
                    className="activity-input"
                    min={1}
                    max={MOST_WEEKS}
                    value={filled.weeks}
                    onChange={event => take({ weeks: Math.min(MOST_WEEKS, Math.max(1, Number(event.target.value) || 1)) })}
                  />
                )}
              </span>
            )}
          </FormRow>
        )}
        {problem && (
          <p className="form-error" role="alert">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  )
}
