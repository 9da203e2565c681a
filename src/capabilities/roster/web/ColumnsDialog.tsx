import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { type ColumnKey, columnKeys, columnTitle, usualColumns } from './ledgerColumns.tsx'

type ColumnsDialogProps = { shown: readonly ColumnKey[]; onChange: (keys: readonly ColumnKey[]) => void; onClose: () => void }

const moved = (keys: readonly ColumnKey[], at: number, by: -1 | 1): ColumnKey[] => {
  const left = keys.toSpliced(at, 1)
  return left.toSpliced(at + by, 0, keys[at]!)
}

type LineProps = { at: number; keys: readonly ColumnKey[]; onChange: (keys: ColumnKey[]) => void }

const Line = ({ at, keys, onChange }: LineProps) => {
  const key = keys[at]!
  const title = columnTitle(key)
  return (
    <li>
      <Checkbox checked disabled={key === 'name'} onChange={() => onChange(keys.filter(other => other !== key))}>
        {title}
      </Checkbox>
      <span className="columns-moves">
        <Button size="small" type="text" aria-label={`${title}前移`} disabled={at === 0} onClick={() => onChange(moved(keys, at, -1))}>
          ↑
        </Button>
        <Button
          size="small"
          type="text"
          aria-label={`${title}后移`}
          disabled={at === keys.length - 1}
          onClick={() => onChange(moved(keys, at, 1))}
        >
          ↓
        </Button>
      </span>
    </li>
  )
}

/** Which columns the list shows, and in which order; kept in the address, and with it in a saved view. */
export const ColumnsDialog = ({ shown, onChange, onClose }: ColumnsDialogProps) => {
  const [keys, setKeys] = useState<readonly ColumnKey[]>(shown)
  const apart = columnKeys.filter(key => !keys.includes(key))
  return (
    <Dialog
      title="选择列"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => setKeys(usualColumns)}>恢复默认</Button>
          <Button
            type="primary"
            onClick={() => {
              onChange(keys)
              onClose()
            }}
          >
            显示 {keys.length} 列
          </Button>
        </>
      }
    >
      <h3 className="columns-title">显示，从左到右</h3>
      <ol className="columns-shown">
        {keys.map((key, at) => (
          <Line key={key} at={at} keys={keys} onChange={setKeys} />
        ))}
      </ol>
      {apart.length > 0 && <h3 className="columns-title">不显示</h3>}
      <ul className="columns-apart">
        {apart.map(key => (
          <li key={key}>
            <Checkbox checked={false} onChange={() => setKeys([...keys, key])}>
              {columnTitle(key)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
