import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { ImportRowView, ProblemView } from '../contract.ts'
import { type CellAt, type GridColumn, isWrong } from './cells.ts'
import type { Hands } from './useMending.ts'

type MendActionsProps = {
  at: CellAt
  row: ImportRowView
  problems: readonly ProblemView[]
  column: GridColumn | undefined
  hands: Hands
  /** Cells that are wrong in the same way, this one among them. */
  alikeOf: (problem: ProblemView) => CellAt[]
  /** Where the text is written beside the card already: on a phone. */
  written?: boolean
}

/** Of so many words one is found faster by typing. */
const SHORT_LIST = 12

const Keep = ({ onKeep }: { onKeep: (reason: string) => void }) => {
  const [reason, setReason] = useState('')
  const ready = reason.trim().length >= 2
  return (
    <form
      className="mend-keep"
      onSubmit={event => {
        event.preventDefault()
        if (ready) onKeep(reason.trim())
      }}
    >
      <Input
        autoFocus
        aria-label="保留的理由"
        placeholder="理由，如：户口本与身份证不一致，已核原件"
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <Button htmlType="submit" disabled={!ready}>
        保留
      </Button>
    </form>
  )
}

const Pick = ({ choices, onPick }: { choices: readonly string[]; onPick: (choice: string) => void }) => (
  <Select
    autoFocus
    defaultOpen
    className="mend-pick"
    aria-label="从列表选"
    placeholder="选择一项"
    showSearch={choices.length > SHORT_LIST}
    options={choices.map(value => ({ value, label: value }))}
    onChange={onPick}
  />
)

/** What can be done about one wrong cell; the nearest guess first. */
export const MendActions = ({ at, row, problems, column, hands, alikeOf, written = false }: MendActionsProps) => {
  const [way, setWay] = useState<'pick' | 'keep'>()
  const guessed = problems.find(problem => problem.suggestion !== undefined)
  const guess = guessed?.suggestion
  const same = guessed ? alikeOf(guessed) : []
  const keepable = problems.find(problem => problem.overridable && isWrong(problem))
  const kept = problems.find(problem => problem.overridden !== undefined)
  const field = column ? at : undefined
  return (
    <>
      {guess !== undefined && (
        <Button type="primary" block onClick={() => hands.write([at], guess, 'next')}>
          改为“{guess}”
        </Button>
      )}
      {guess !== undefined && same.length > 1 && (
        <Button block className="mend-alike" onClick={() => hands.write(same, guess, 'next')}>
          本页写法相同的 {same.length} 格都改
        </Button>
      )}
      <div className="mend-ways second">
        {field && column && column.choices.length > 0 && (
          <button type="button" className="link" onClick={() => setWay('pick')}>
            从 {column.choices.length} 项里选
          </button>
        )}
        {field && !written && (
          <button type="button" className="link" onClick={() => hands.edit(at)}>
            直接改字
          </button>
        )}
        {keepable && (
          <button type="button" className="link" onClick={() => setWay('keep')}>
            说明理由后保留
          </button>
        )}
        {kept && (
          <button type="button" className="link" onClick={() => hands.keep({ row: at.row, field: kept.field }, kept.kind, null)}>
            收回理由
          </button>
        )}
        {row.edited.includes(at.field) && (
          <button type="button" className="link" onClick={() => hands.write([at], null, 'stay')}>
            恢复文件里的写法
          </button>
        )}
        <button type="button" className="link mend-skip" onClick={() => hands.skip(at.row)}>
          跳过本行
        </button>
      </div>
      {way === 'pick' && column && <Pick choices={column.choices} onPick={choice => hands.write([at], choice, 'next')} />}
      {way === 'keep' && keepable && <Keep onKeep={reason => hands.keep({ row: at.row, field: keepable.field }, keepable.kind, reason)} />}
    </>
  )
}
