import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { PreviewView } from '../contract.ts'
import { type Choice, everything } from '../rules/choice.ts'
import { counted, type ImportList } from './api.ts'
import { rowsToWrite } from './commitPlan.ts'
import { useMissingWords } from './listWords.ts'

type CommitDialogProps = {
  preview: PreviewView
  list: Pick<ImportList, 'measure' | 'basisHint'>
  onCommit: (choice: Choice, basis: string) => void
  onClose: () => void
}

type LineProps<Value extends string> = {
  title: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

const Line = <Value extends string>({ title, value, options, onChange }: LineProps<Value>) => (
  <fieldset className="commit-line">
    <legend>{title}</legend>
    <Radio.Group value={value} options={[...options]} onChange={event => onChange(event.target.value)} />
  </fieldset>
)

const LEAST = 4

/** What is done with each kind of row. Everything that is new and changed is written unless one says otherwise. */
export const CommitDialog = ({ preview: { counts, weighty }, list, onCommit, onClose }: CommitDialogProps) => {
  const [choice, setChoice] = useState<Choice>(everything)
  const [basis, setBasis] = useState('')
  const missingWords = useMissingWords()
  const set = (part: Partial<Choice>) => setChoice({ ...choice, ...part })
  const rows = rowsToWrite(counts, choice)
  const needsBasis = weighty > 0 && choice.changed === 'all'
  return (
    <Dialog
      title="写入哪些"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>再看看</Button>
          <Button
            type="primary"
            disabled={(rows === 0 && choice.missing === 'keep') || (needsBasis && basis.trim().length < LEAST)}
            onClick={() => onCommit(choice, needsBasis ? basis.trim() : '')}
          >
            {choice.changed === 'empty' ? '写入' : `写入 ${rows} 行`}
          </Button>
        </>
      }
    >
      {counts.new > 0 && (
        <Line
          title={`新增 ${counted(counts.new, list)}`}
          value={choice.new ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: '加进来' },
            { value: 'no', label: '这次不加' },
          ]}
          onChange={value => set({ new: value === 'yes' })}
        />
      )}
      {counts.changed > 0 && (
        <Line
          title={`变更 ${counted(counts.changed, list)}`}
          value={choice.changed}
          options={[
            { value: 'all', label: '按文件改' },
            { value: 'empty', label: '只补原来空着的' },
            { value: 'none', label: '不改' },
          ]}
          onChange={changed => set({ changed })}
        />
      )}
      {counts.missing > 0 && (
        <Line
          title={`${missingWords.title} ${counts.missing} 人`}
          value={choice.missing}
          options={[
            { value: 'keep', label: '不动' },
            { value: 'tag', label: '打上标签“名册文件中没有”，便于核查' },
          ]}
          onChange={missing => set({ missing })}
        />
      )}
      {counts.same > 0 && <p className="fine">不变的 {counted(counts.same, list)}不会改动。</p>}
      {needsBasis && (
        <FormRow label={`依据：${weighty} 人的党员类别有变更`} hint={list.basisHint}>
          {field => <Input {...field} maxLength={200} value={basis} onChange={event => setBasis(event.target.value)} />}
        </FormRow>
      )}
    </Dialog>
  )
}
