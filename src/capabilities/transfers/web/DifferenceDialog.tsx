import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { DifferenceView } from '../contract.ts'
import { type DifferenceDecision, differenceNames, SHORTEST_WHY } from '../rules.ts'

export const decisionWords: Record<DifferenceDecision, { button: string; means: string; label: string }> = {
  take: { button: '照系统登记', means: '按这件接转平常的各步登记，规则照旧；办不到的不办。', label: '说明' },
  keep: { button: '以这里为准', means: '这里的登记不动，写明为什么。同一份清单再导入不再列出。', label: '理由' },
  ask: { button: '请单位核实', means: '发给党总支和支部，请他们向本人或接收党组织问清；这一条仍待定。', label: '要问什么' },
}

type DifferenceDialogProps = {
  decision: DifferenceDecision
  rows: readonly DifferenceView[]
  busy: boolean
  problem: string
  onClose: () => void
  onDecide: (reason: string) => void
}

/** How many are named; the rest are counted. */
const SHOWN = 6

export const DifferenceDialog = ({ decision, rows, busy, problem, onClose, onDecide }: DifferenceDialogProps) => {
  const form = useId()
  const [reason, setReason] = useState('')
  const words = decisionWords[decision]
  const ready = decision !== 'keep' || reason.trim().length >= SHORTEST_WHY
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onDecide(reason.trim())
  }
  return (
    <Dialog
      title={`${words.button}：${rows.length} 条`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" form={form} loading={busy} disabled={!ready}>
            {words.button}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <p className="second step-means">{words.means}</p>
        <ul className="left-out">
          {rows.slice(0, SHOWN).map(row => (
            <li key={row.id}>
              {row.name}：{differenceNames[row.kind]}
              <p className="second">
                这里 {row.ours}；系统里 {row.theirs}
              </p>
            </li>
          ))}
          {rows.length > SHOWN && <li className="second">另 {rows.length - SHOWN} 条</li>}
        </ul>
        <FormRow label={words.label} optional={decision !== 'keep'} hint={decision === 'keep' ? `至少 ${SHORTEST_WHY} 个字` : undefined}>
          {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
        </FormRow>
        {problem && (
          <p className="form-error" role="alert">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  )
}
