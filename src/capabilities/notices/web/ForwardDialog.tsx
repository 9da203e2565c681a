import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { useSession } from '../../../ui/session.ts'
import type { NoticeView } from '../contract.ts'
import { noticesApi } from './client.ts'
import { DutyFields } from './DutyFields.tsx'
import { type DutyDraft, sentDuties, wrongDuty } from './form.ts'
import { useAct, usePlanned } from './useNotice.ts'
import { forwardRefusalWords } from './words.ts'

type Branch = NonNullable<NoticeView['forward']>['branches'][number]
type ForwardDialogProps = { view: NoticeView; branches: readonly Branch[]; onClose: () => void }

/** Whom it reaches: those who get it now, and those who are told of what is added. */
const told = (fresh: readonly Branch[], before: readonly Branch[], says: boolean) => {
  const people = fresh.reduce((sum, branch) => sum + branch.people, 0)
  return [
    fresh.length > 0 && `新发到 ${fresh.length} 个支部，${people} 人收到消息`,
    says && before.length > 0 && `已收到的 ${before.length} 个支部收到补充`,
  ]
    .filter(Boolean)
    .join('；')
}

const toggled = (chosen: readonly string[], id: string, on: boolean) => (on ? [...chosen, id] : chosen.filter(one => one !== id))

/** To all branches or some, with what is asked of them; later, more of either. */
export const ForwardDialog = ({ view, branches, onClose }: ForwardDialogProps) => {
  const { today } = useSession()
  const { planned } = usePlanned('branch')
  const open = branches.filter(({ received }) => !received)
  const before = branches.filter(({ received }) => received)
  const [chosen, setChosen] = useState<readonly string[]>(before.length === 0 ? open.map(({ unitId }) => unitId) : [])
  const [remarks, setRemarks] = useState('')
  const [duties, setDuties] = useState<DutyDraft[]>([])
  const fresh = open.filter(({ unitId }) => chosen.includes(unitId))
  const says = remarks.trim() !== '' || sentDuties(duties).length > 0
  const wrong = duties.some(duty => wrongDuty(duty, today, planned) !== undefined)
  const words = told(fresh, before, says)
  const forward = useAct(
    () => noticesApi.forward.call({ id: view.id, unitIds: [...chosen], remarks: remarks.trim(), duties: sentDuties(duties) }),
    before.length === 0 ? '已转发，各支部收到消息' : '已补充，各支部收到消息',
    forwardRefusalWords,
    onClose,
  )
  return (
    <Dialog
      title={before.length === 0 ? '转发到党支部' : '补充转发或任务'}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不发
          </Button>
          <Button type="primary" disabled={words === '' || wrong} loading={forward.isPending} onClick={() => forward.mutate(undefined)}>
            {fresh.length > 0 ? `转发到 ${fresh.length} 个支部` : '发出补充'}
          </Button>
        </>
      }
    >
      {open.length > 0 && (
        <FormRow label="转发到">
          {({ id }) => (
            <fieldset id={id} className="notice-units" aria-label="转发到的党支部">
              {open.map(({ unitId, name, people }) => (
                <Checkbox
                  key={unitId}
                  checked={chosen.includes(unitId)}
                  onChange={event => setChosen(toggled(chosen, unitId, event.target.checked))}
                >
                  {name}
                  {people === 0 && <span className="t-ochre">（还没有账号，请另行通知）</span>}
                </Checkbox>
              ))}
            </fieldset>
          )}
        </FormRow>
      )}
      {before.length > 0 && <p className="second">已收到：{before.map(({ name }) => name).join('、')}</p>}
      <FormRow label="要求" optional hint="支部看得到，转发后不能改">
        {field => (
          <Input.TextArea
            {...field}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={remarks}
            onChange={event => setRemarks(event.target.value)}
          />
        )}
      </FormRow>
      <FormRow label="任务" optional hint="每个支部各报完成；挂了工作方案的，日期不晚于方案给支部的期限">
        {({ id }) => (
          <div id={id}>
            <DutyFields duties={duties} planned={planned} onChange={setDuties} />
          </div>
        )}
      </FormRow>
      {words && (
        <p className="notice-what" role="status">
          {words}。发出的不收回，任务可以撤销。
        </p>
      )}
    </Dialog>
  )
}
