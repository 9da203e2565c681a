import { Button, Select } from 'antd'
import { useState } from 'react'
import { Foot } from '../../../ui/Foot.tsx'
import { problemOf } from '../../../ui/problem.ts'
import type { PreviewView } from '../contract.ts'
import { unreadableOf } from './api.ts'
import { type Column, changed, choose, type Draft, fieldOf, sampleOf } from './columnChoices.ts'
import type { ImportWrites } from './useImport.ts'
import { importProblemWords, mappedBy } from './words.ts'

type ColumnsStepProps = { preview: PreviewView; writes: ImportWrites; onBack: () => void; onNext: () => void }

/** As Excel names a column: 1 is A, 27 is AA. */
const letters = (position: number): string => {
  const before = Math.floor((position - 1) / 26)
  return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + ((position - 1) % 26))
}

const how = (column: Column, draft: Draft, recalled: boolean): string => {
  if (draft[column.header] !== undefined) return mappedBy.choice
  if (column.by === null) return '不导入'
  return mappedBy[column.by === 'choice' && recalled ? 'recalled' : column.by]
}

type RowProps = { column: Column; preview: PreviewView; draft: Draft; onChoose: (header: string, field: string) => void }

const ColumnRow = ({ column, preview, draft, onChoose }: RowProps) => {
  const options = preview.fields.map(({ key, label, required }) => ({ value: key, label: required ? `${label} *` : label }))
  return (
    <tr>
      <td className="quiet">{letters(column.position)}</td>
      <td>{column.header || <span className="quiet">（没有列名）</span>}</td>
      <td>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={`第 ${letters(column.position)} 列“${column.header}”是`}
          value={fieldOf(column, draft)}
          disabled={column.header === ''}
          options={[{ value: '', label: '不导入' }, ...options]}
          onChange={field => onChoose(column.header, field)}
        />
      </td>
      <td className="second wizard-sample clip">{sampleOf(preview, column.position)}</td>
      <td className={`second wizard-how ${column.by === 'content' ? 't-ochre' : ''}`}>{how(column, draft, preview.recalled)}</td>
    </tr>
  )
}

/** 对列: which column is which field; what was chosen is remembered for the unit. */
export const ColumnsStep = ({ preview, writes: { mend }, onBack, onNext }: ColumnsStepProps) => {
  const [draft, setDraft] = useState<Draft>({})
  const news = changed(preview.columns, draft)
  const mapped = new Set(preview.columns.map(column => fieldOf(column, draft)))
  const lacking = preview.fields.filter(field => field.required && !mapped.has(field.key)).map(field => field.label)
  const next = () => {
    if (Object.keys(news).length > 0) mend.mutate({ columns: news }, { onSuccess: onNext })
    else onNext()
  }
  const said = mend.error ? (unreadableOf(mend.error)?.text ?? importProblemWords(problemOf(mend.error))) : preview.problem?.text
  return (
    <>
      {said && (
        <p className="wizard-said wizard-said-red" role="alert">
          {said}
        </p>
      )}
      <div className="wizard-part wizard-columns">
        <table className="wizard-table">
          <thead>
            <tr>
              <th scope="col">列</th>
              <th scope="col">表里的列名</th>
              <th scope="col">导入为</th>
              <th scope="col" className="wizard-sample">
                内容举例
              </th>
              <th scope="col" className="wizard-how">
                怎样对上
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map(column => (
              <ColumnRow
                key={column.position}
                column={column}
                preview={preview}
                draft={draft}
                onChoose={(header, field) => setDraft(choose(preview.columns, draft, header, field))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Foot
        chosen={`${mapped.size - (mapped.has('') ? 1 : 0)} 列对上了`}
        note={lacking.length > 0 ? `还没有对上的必填项：${lacking.join('、')}` : '必填项都对上了'}
      >
        <Button onClick={onBack}>上一步</Button>
        <Button type="primary" loading={mend.isPending} onClick={next}>
          按此核对
        </Button>
      </Foot>
    </>
  )
}
