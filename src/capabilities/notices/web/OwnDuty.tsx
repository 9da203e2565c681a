import { Button } from 'antd'
import { useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Mark, StateTag } from '../../../ui/Mark.tsx'
import { taskNames } from '../../plans/rules.ts'
import type { NoticeView } from '../contract.ts'
import { noticesApi } from './client.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useAct } from './useNotice.ts'
import { shortDay, standingLooks, workRefusalWords } from './words.ts'

type Own = NoticeView['duties'][number]

const Report = ({ duty, onClose }: { duty: Own; onClose: () => void }) => {
  const { id, words, by, work } = duty
  const report = useAct(
    (remark: string) => noticesApi.report.call({ id, version: work.version, remark }),
    '已报完成，上级看得到',
    workRefusalWords,
    onClose,
  )
  return (
    <ReasonDialog
      title="报完成"
      what={`“${words}”记为今天完成，${by}会看到。对方阅之前可以收回。`}
      label="说明"
      optional
      act="报完成"
      busy={report.isPending}
      onClose={onClose}
      onAct={remark => report.mutate(remark)}
    />
  )
}

const Undo = ({ duty: { id, words, work }, onClose }: { duty: Own; onClose: () => void }) => {
  const undo = useAct(
    (reason: string) => noticesApi.undo.call({ id, version: work.version, reason }),
    '已收回，任务又是未办',
    workRefusalWords,
    onClose,
  )
  return (
    <ReasonDialog
      title="收回报的完成"
      what={`“${words}”重新记为未办，办好后再报。`}
      label="原因"
      act="收回"
      busy={undo.isPending}
      onClose={onClose}
      onAct={reason => undo.mutate(reason)}
    />
  )
}

const Standing = ({ duty: { withdrawn, work } }: { duty: Own }) =>
  withdrawn ? (
    <Mark tone="grey" glyph="dash">
      已撤销
    </Mark>
  ) : (
    <span>
      <StateTag state={standingLooks[work.standing]} />
      {work.doneOn && (
        <span className="fine">
          {' '}
          {shortDay(work.doneOn)} {work.doneBy}
        </span>
      )}
    </span>
  )

/** One thing that the reader's unit has to do. */
export const OwnDuty = ({ duty }: { duty: Own }) => {
  const [asking, setAsking] = useState<'report' | 'undo'>()
  const { withdrawn, work } = duty
  const close = () => setAsking(undefined)
  return (
    <li>
      <p className={withdrawn ? 'notice-gone' : undefined}>{duty.words}</p>
      <p className="second">
        {dayInWords(duty.dueOn as Day)}前{duty.task && `　${taskNames[duty.task]}`}
      </p>
      <p>
        <Standing duty={duty} />
      </p>
      {work.remark && <p className="second">说明：{work.remark}</p>}
      {withdrawn && <p className="second">撤销的原因：{withdrawn.reason}</p>}
      {!withdrawn && work.state === 'open' && work.backReason && <p className="second t-red">上次退回或收回：{work.backReason}</p>}
      {work.may.includes('report') && (
        <Button size="small" aria-label={`报完成：${duty.words}`} onClick={() => setAsking('report')}>
          报完成
        </Button>
      )}
      {work.may.includes('undo') && (
        <Button size="small" aria-label={`收回：${duty.words}`} onClick={() => setAsking('undo')}>
          收回
        </Button>
      )}
      {asking === 'report' && <Report duty={duty} onClose={close} />}
      {asking === 'undo' && <Undo duty={duty} onClose={close} />}
    </li>
  )
}
