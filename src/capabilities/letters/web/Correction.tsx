import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import type { PrinterView } from '../contract/printers.ts'
import { corrected, FARTHEST_MM, OFFSET_STEP_MM, offsetInWords } from '../rules/printers.ts'
import type { usePrinterWrites } from './printers.ts'

type Side = -1 | 0 | 1
type Seen = { side: Side; by: number }
const nowhere: Seen = { side: 0, by: 1 }

const acrossWords: Record<Side, string> = { 0: '左右正好', 1: '偏右', [-1]: '偏左' }
const downWords: Record<Side, string> = { 0: '上下正好', 1: '偏下', [-1]: '偏上' }
const sides: readonly Side[] = [0, -1, 1]

type SeenFieldProps = { label: string; words: Record<Side, string>; seen: Seen; onChange: (seen: Seen) => void }

const SeenField = ({ label, words, seen, onChange }: SeenFieldProps) => (
  <FormRow label={label}>
    {({ id }) => (
      <span className="printer-seen">
        <NativeSelect
          id={id}
          value={String(seen.side)}
          options={sides.map(side => ({ value: String(side), label: words[side] }))}
          onChange={value => onChange({ ...seen, side: Number(value) as Side })}
        />
        {seen.side !== 0 && (
          <InputNumber
            aria-label={`${label}偏多少毫米`}
            value={seen.by}
            min={OFFSET_STEP_MM}
            max={2 * FARTHEST_MM}
            step={OFFSET_STEP_MM}
            precision={1}
            suffix="毫米"
            onChange={by => onChange({ ...seen, by: by ?? OFFSET_STEP_MM })}
          />
        )}
      </span>
    )}
  </FormRow>
)

type CorrectionProps = { printer: PrinterView; save: ReturnType<typeof usePrinterWrites>['save']; onDone: () => void }

/** What was measured on the test sheet becomes the new offset, and the printer counts as tested. */
export const Correction = ({ printer, save, onDone }: CorrectionProps) => {
  const [across, setAcross] = useState(nowhere)
  const [down, setDown] = useState(nowhere)
  const next = corrected(printer.offset, { right: across.side * across.by, down: down.side * down.by })
  const keep = () => {
    if (next.allowed)
      save.mutate({ id: printer.id, version: printer.version, name: printer.name, offset: next.value, tested: true }, { onSuccess: onDone })
  }
  return (
    <div className="printer-correction">
      <p className="second">拿尺子量样张：竖线应离纸的左边 105 毫米，横线应离上边 148.5 毫米。</p>
      <div className="printer-fields">
        <SeenField label="横向" words={acrossWords} seen={across} onChange={setAcross} />
        <SeenField label="纵向" words={downWords} seen={down} onChange={setDown} />
      </div>
      <p role="status">
        {next.allowed
          ? `现在：${offsetInWords(printer.offset)}；存下以后：${offsetInWords(next.value)}。`
          : `要移动的超过 ${FARTHEST_MM} 毫米，存不下。请先看打印设置是不是“实际大小”、纸有没有放反。`}
      </p>
      <div className="row">
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" disabled={!next.allowed} loading={save.isPending} onClick={keep}>
          存下，记为今天试打
        </Button>
      </div>
    </div>
  )
}
