import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { QueuePlace } from './queue.ts'
import './queue.css'

type QueueBarProps = {
  place: QueuePlace | null
  /** 件, 人 */
  unit: string
  /** 逐条办理 */
  label: string
  hrefOf: (id: string) => string
}

/** 第 3 件，共 26 件: to the neighbours in the list from which this page was opened. */
export const QueueBar = ({ place, unit, label, hrefOf }: QueueBarProps) => {
  const router = useRouter()
  if (!place || place.of < 2) return null
  const go = (to: string | null) => to && router.history.push(hrefOf(to))
  return (
    <nav className="queue" aria-label={label}>
      <span className="second">
        第 {place.at} {unit}，共 {place.of} {unit}
      </span>
      <Button disabled={!place.previous} onClick={() => go(place.previous)}>
        上一{unit}
      </Button>
      <Button disabled={!place.next} onClick={() => go(place.next)}>
        下一{unit}
      </Button>
    </nav>
  )
}
