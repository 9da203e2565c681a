import { useMutation } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { RosterFilter } from '../contract.ts'
import { rosterApi } from './client.ts'
import { columnsFrom, columnTitle } from './ledgerColumns.tsx'
import { isReason, reasonHint } from './reason.ts'
import { type ExportForm, exportForms, exportFormWords, rosterProblemWords } from './words.ts'

const Choice = ({ value, onChange, columns }: { value: ExportForm; onChange: (form: ExportForm) => void; columns: string }) => (
  <Radio.Group
    className="dialog-choice export-forms"
    vertical
    aria-label="导出什么"
    value={value}
    onChange={event => onChange(event.target.value)}
    options={exportForms.map(form => ({
      value: form,
      label: (
        <span className="export-form">
          {exportFormWords[form].name}
          <span className="second">{form === 'list' ? columns : exportFormWords[form].means}</span>
        </span>
      ),
    }))}
  />
)

type NumbersProps = { whole: boolean; onWhole: (whole: boolean) => void; reason: string; onReason: (reason: string) => void }

/** Whole numbers only for who may see them, with a reason that is kept. */
const Numbers = ({ whole, onWhole, reason, onReason }: NumbersProps) => (
  <>
    <Radio.Group
      className="dialog-choice export-numbers"
      vertical
      aria-label="号码怎样写"
      value={whole}
      onChange={event => onWhole(event.target.value)}
      options={[
        { value: false, label: '证件号、手机只写后四位' },
        { value: true, label: '写出完整号码，理由和导出人记入日志' },
      ]}
    />
    {whole && (
      <FormRow label="理由" hint={reasonHint}>
        {field => <Input {...field} autoFocus maxLength={200} value={reason} onChange={event => onReason(event.target.value)} />}
      </FormRow>
    )}
  </>
)

type Props = { filter: RosterFilter; total: number; onClose: () => void }

/** Of the people that are shown: a form to print and sign, or the list as it stands on the screen. */
export const ExportDialog = ({ filter, total, onClose }: Props) => {
  const { can } = useSession()
  const [search] = useUrlFilters()
  const [form, setForm] = useState<ExportForm>('annex1')
  const [chosen, setWhole] = useState(false)
  const [reason, setReason] = useState('')
  const mayWhole = can('roster:reveal') && form !== 'list'
  const whole = mayWhole && chosen
  const columns = columnsFrom(search.columns)
  const run = useMutation({
    mutationFn: () =>
      rosterApi.export.call({
        ...filter,
        form,
        ...(form === 'list' && { columns: [...columns] }),
        ...(whole && { reason: reason.trim() }),
      }),
    onSuccess: file => {
      saveFile(file, '名册.xlsx')
      onClose()
    },
  })
  return (
    <Dialog
      title="导出名册"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={whole && !isReason(reason)} loading={run.isPending} onClick={() => run.mutate()}>
            {form === 'annex3' ? '导出附件3' : `导出 ${total} 人`}
          </Button>
        </>
      }
    >
      <p className="second">都是 Excel（.xlsx），只含当前条件下的人。</p>
      <Choice value={form} onChange={setForm} columns={columns.map(columnTitle).join('、')} />
      {mayWhole && <Numbers whole={whole} onWhole={setWhole} reason={reason} onReason={setReason} />}
      {run.error && (
        <p className="form-error" role="alert">
          {rosterProblemWords(problemOf(run.error))}
        </p>
      )}
    </Dialog>
  )
}
