import { Button } from 'antd'
import { Foot } from '../../../ui/Foot.tsx'
import type { Item, summaryOf } from './cells.ts'
import { refusalShort } from './words.ts'

type MatrixFootProps = {
  summary: ReturnType<typeof summaryOf>
  items: readonly Item[]
  onClear: () => void
  onNudge: () => void
  onConfirm: () => void
}

export const MatrixFoot = ({ summary, items, onClear, onNudge, onConfirm }: MatrixFootProps) => {
  const { count, people, byItem, ready, left } = summary
  const short = (key: string) => items.find(item => item.key === key)?.short ?? key
  const parts = items.flatMap(({ key }) => byItem.filter(entry => entry.key === key)).map(({ key, count }) => `${short(key)} ${count}`)
  const reasons = left.map(({ key }) => refusalShort[key]).join('；')
  return (
    <Foot
      chosen={`已选 ${count} 项`}
      note={`来自 ${people} 人：${parts.join('，')}。${ready.length < count ? `其中 ${count - ready.length} 项不在确认之列（${reasons}）` : ''}`}
    >
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      <Button onClick={onNudge}>提醒 {people} 人</Button>
      <Button type="primary" disabled={ready.length === 0} onClick={onConfirm}>
        确认 {ready.length} 项
      </Button>
    </Foot>
  )
}
