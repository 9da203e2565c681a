import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Day, dayInWords } from '../../../../kernel/day.ts'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Mark } from '../../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../../ui/problem.ts'
import type { NoticeReadView } from '../../contract.ts'
import { levelNames, type Plan, taskNames } from '../../rules.ts'
import { api } from './client.ts'
import { dueOf, type Proposal, withHead, withProposal } from './proposing.ts'

const dayWords = (day: string | null) => (day ? dayInWords(day as Day) : '离校日')

type LineProps = { proposal: Proposal; plan: Plan; onTake: () => void }

const Line = ({ proposal, plan, onTake }: LineProps) => {
  const { task, level, levelSaid, quote, note } = proposal
  const held = plan.milestones.find(row => row.task === task && row.level === level)
  const due = dueOf(proposal)
  const same = held !== undefined && held.dueOn === due
  return (
    <li>
      <div>
        <b>{taskNames[task]}</b>，{levelNames[level]}
        {!levelSaid && <span className="quiet">（通知没有写由谁，按常例）</span>}
        <p>{same ? dayWords(due) : held ? `${dayWords(held.dueOn)} → ${dayWords(due)}` : `新增，${dayWords(due)}`}</p>
        <p className="fine">“{quote}”</p>
        {note && (
          <Mark tone="ochre" glyph="q1">
            {note}
          </Mark>
        )}
      </div>
      {same ? (
        <Mark tone="green" glyph="check">
          方案里已是这一天
        </Mark>
      ) : (
        <Button onClick={onTake}>采用</Button>
      )}
    </li>
  )
}

const Contradictions = ({ of }: { of: NoticeReadView['contradictions'] }) => (
  <div className="paste-doubts" role="note">
    {of.map(({ task, days }) => (
      <div key={task}>
        <Mark tone="ochre" glyph="q1">
          {taskNames[task]}在通知里有 {new Set(days.map(({ day }) => day)).size} 个日期
        </Mark>
        <ul>
          {days.map(({ day, quote }) => (
            <li key={`${day} ${quote}`}>
              {dayWords(day)}：<span className="second">“{quote}”</span>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </div>
)

/** Tasks and days found in a notice's text, to be taken one by one. Nothing leaves the school: rules read it. */
export const PasteNotice = ({ cohortId, plan, onChange }: { cohortId: string; plan: Plan; onChange: (plan: Plan) => void }) => {
  const [text, setText] = useState('')
  const reading = useMutation(api.readNotice.mutationOptions())
  const read = reading.data
  const headings =
    read && [read.head.number, read.head.issuedOn && dayWords(read.head.issuedOn), read.head.issuer, read.head.contact].filter(Boolean)
  return (
    <details className="paste-fold">
      <summary>
        从通知正文里找期限 <span className="second">找到的只是建议，一条一条由您确认</span>
      </summary>
      <FormRow label="把通知全文粘贴到这里">
        {field => (
          <Input.TextArea {...field} autoSize={{ minRows: 4, maxRows: 14 }} value={text} onChange={event => setText(event.target.value)} />
        )}
      </FormRow>
      <p className="paste-go">
        <Button type="primary" disabled={text.trim() === ''} loading={reading.isPending} onClick={() => reading.mutate({ cohortId, text })}>
          找一找
        </Button>
      </p>
      {reading.error && <p className="form-error">{wordsOf(problemOf(reading.error))}</p>}
      {read && read.contradictions.length > 0 && <Contradictions of={read.contradictions} />}
      {read && (
        <ol className="paste-found">
          {headings && headings.length > 0 && (
            <li>
              <div>
                <b>文号、日期、联系人</b>
                <p>{headings.join('，')}</p>
              </div>
              <Button onClick={() => onChange(withHead(plan, read.head))}>采用</Button>
            </li>
          )}
          {read.proposals.map(proposal => (
            <Line
              key={`${proposal.task} ${proposal.level} ${dueOf(proposal)}`}
              proposal={proposal}
              plan={plan}
              onTake={() => onChange(withProposal(plan, proposal))}
            />
          ))}
          {read.proposals.length === 0 && <li>没有找到写明日期的事项。</li>}
        </ol>
      )}
    </details>
  )
}
