import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { problemOf } from '../../../../ui/problem.ts'
import type { CorrectionView } from '../../contract/own-data.ts'
import { isReason } from '../reason.ts'
import { wrongOf } from '../useGraduate.ts'
import { CorrectionTable } from './CorrectionTable.tsx'
import { useDecision } from './useCorrection.ts'
import { correctionProblemWords } from './words.ts'

type Asked = { label: string; hint: string; value: string; onText: (text: string) => void; error?: string | undefined }

const Row = ({ label, hint, value, onText, error }: Asked) => (
  <FormRow label={label} hint={hint} error={error}>
    {field => <Input {...field} maxLength={200} value={value} onChange={event => onText(event.target.value)} />}
  </FormRow>
)

const buttonWords = (taken: number, left: number): string => {
  if (taken === 0) return left > 1 ? `${left} 项都不采纳` : '不采纳'
  return left > 0 ? `采纳 ${taken} 项，其余 ${left} 项不采纳` : `采纳 ${taken} 项`
}

/** Chosen field by field; what is left out is explained to the member. */
export const CorrectionDecision = ({ correction }: { correction: CorrectionView }) => {
  const { changes } = correction
  const [left, setLeft] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [override, setOverride] = useState('')
  const [basis, setBasis] = useState('')
  const { message } = App.useApp()
  const decision = useDecision(correction, () => void message.success('已核对，结果已告知本人'))
  const chosen = changes.map(({ field }) => field).filter(field => !left.includes(field))
  const problems = wrongOf(decision.error)
  const elsewhere = problems.filter(({ field }) => !changes.some(change => change.field === field))
  const doubtful = problems.some(({ overridable }) => overridable)
  const needsBasis = chosen.includes('membership')
  const ready = (chosen.length === changes.length || reason.trim() !== '') && (!needsBasis || isReason(basis))
  const said =
    decision.error && (problems.length > 0 ? '有核对不过的，没有保存。请看标红的项。' : correctionProblemWords(problemOf(decision.error)))

  const send = () =>
    decision.mutate({
      accept: chosen,
      ...(reason.trim() && { reason: reason.trim() }),
      ...(isReason(override) && { override: override.trim() }),
      ...(needsBasis && { basis: basis.trim() }),
    })
  const toggle = (field: string) => setLeft(left.includes(field) ? left.filter(each => each !== field) : [...left, field])

  return (
    <>
      <CorrectionTable changes={changes} chosen={chosen} problems={problems} onToggle={toggle} />
      <div className="correction-form">
        {needsBasis && <Row label="依据" hint="党员类别的变更：批复文号，或支部大会决议的日期" value={basis} onText={setBasis} />}
        {doubtful && <Row label="保留的理由" hint="确是这样的，写明理由（至少 4 字）后可以采纳" value={override} onText={setOverride} />}
        <Row
          label={left.length > 0 ? '不采纳的原因' : '给本人的说明（选填）'}
          hint="本人会在消息里看到"
          value={reason}
          onText={setReason}
        />
        {elsewhere.map(({ field, kind, text }) => (
          <p key={`${field} ${kind}`} className="form-error" role="alert">
            {text}
          </p>
        ))}
        {said && (
          <p className="form-error" role="alert">
            {said}
          </p>
        )}
        <div className="row">
          <Button type="primary" disabled={!ready} loading={decision.isPending} onClick={send}>
            {buttonWords(chosen.length, left.length)}
          </Button>
          {left.length === 0 && <Button onClick={() => setLeft(changes.map(({ field }) => field))}>全部不采纳</Button>}
          {left.length > 0 && <Button onClick={() => setLeft([])}>改为全部采纳</Button>}
        </div>
      </div>
    </>
  )
}
