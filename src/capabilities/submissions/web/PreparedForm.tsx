import { Button, Input } from 'antd'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { PreviewView } from '../contract.ts'
import { FormTable } from './FormTable.tsx'
import { LeftOut } from './LeftOut.tsx'
import { submitRefusalWords } from './words.ts'

type PreparedFormProps = {
  preview: PreviewView
  adding: boolean
  reason: string
  onReason: (reason: string) => void
  onAdd: () => void
  problem: string | undefined
}

const Branches = ({ branches }: { branches: PreviewView['branches'] }) => {
  const missing = branches.filter(({ handedIn }) => !handedIn)
  if (missing.length === 0 || missing.length === branches.length) return null
  return <p className="second t-ochre">{`还没有交来的支部：${missing.map(({ unitName }) => unitName).join('、')}。不影响报送，请留意。`}</p>
}

/** Gaps don't hold a return up: they are named, also where the column is out of sight. */
const gapWords = (rows: PreviewView['rows']): string => {
  const incomplete = rows.filter(({ gaps }) => gaps.length > 0)
  const labels = [...new Set(incomplete.flatMap(({ gaps }) => gaps))]
  return incomplete.length ? `其中 ${incomplete.length} 人有必填项未填：${labels.join('、')}` : '必填项齐全'
}

const Nobody = ({ adding, refusal }: { adding: boolean; refusal: PreviewView['refusal'] }) =>
  adding ? (
    <EmptyState title="没有要补报的人" next="表上的人都已报过。新接收或新发现的党员，请先加进名册，再来补报。" />
  ) : (
    <EmptyState title="现在没有可报的人" next={refusal ? submitRefusalWords[refusal] : undefined} />
  )

/** The reason of a 补报, the lines that go, and those that don't. */
export const PreparedForm = ({ preview, adding, reason, onReason, onAdd, problem }: PreparedFormProps) => {
  const { rows, refusal, leftOut, columns } = preview
  const done = refusal === 'already-submitted'
  return (
    <>
      {problem && (
        <p className="form-error" role="alert">
          {problem}
        </p>
      )}
      {done && (
        <div className="return-notice row">
          <span>{submitRefusalWords['already-submitted']}</span>
          <Button onClick={onAdd}>补报新增的人</Button>
        </div>
      )}
      {adding && rows.length > 0 && (
        <FormRow label="补报理由" hint="如：五月底接收预备党员；随补报冻结，原报送不变">
          {field => <Input {...field} maxLength={200} value={reason} onChange={event => onReason(event.target.value)} />}
        </FormRow>
      )}
      <Branches branches={preview.branches} />
      {rows.length > 0 && !done && (
        <Section title="将要冻结的各行" note={`${rows.length} 人，${gapWords(rows)}`} extra="证件号、手机只显示后四位，报出的是完整号码">
          <FormTable
            label="将要冻结的各行"
            columns={columns}
            rows={rows.map(({ graduateId, cells, gaps }) => ({ id: graduateId, cells, gaps }))}
          />
        </Section>
      )}
      {rows.length === 0 && !done && <Nobody adding={adding} refusal={refusal} />}
      {leftOut.length > 0 && <LeftOut people={leftOut} />}
    </>
  )
}
