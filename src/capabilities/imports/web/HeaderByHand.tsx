import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'

type Choice = { sheet?: string; headerRow?: number }

/** For a sheet whose header was not recognised. */
export const HeaderByHand = ({ onChoose }: { onChoose: (choice: Choice) => void }) => {
  const [row, setRow] = useState<number | null>(null)
  const [sheet, setSheet] = useState('')
  const choose = () => onChoose({ ...(row !== null && { headerRow: row }), ...(sheet.trim() && { sheet: sheet.trim() }) })
  return (
    <div className="wizard-manual">
      <FormRow label="表头在第几行">
        {field => <InputNumber {...field} min={1} max={200} precision={0} value={row} onChange={setRow} />}
      </FormRow>
      <FormRow label="工作表名" optional>
        {field => <Input {...field} value={sheet} onChange={event => setSheet(event.target.value)} />}
      </FormRow>
      <Button disabled={row === null && !sheet.trim()} onClick={choose}>
        按此再读一次
      </Button>
    </div>
  )
}
