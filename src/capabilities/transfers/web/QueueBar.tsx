import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useQueue } from './queue.ts'

/** 第 3 件，共 26 件: to the neighbours in the list that the case was opened from. */
export const QueueBar = ({ id }: { id: string }) => {
  const router = useRouter()
  const queue = useQueue(id)
  if (!queue || queue.of < 2) return null
  const go = (to: string | null) => to && router.history.push(`/transfers/${to}${queue.query}`)
  return (
    <nav className="case-queue" aria-label="逐条办理">
      <span className="second">
        第 {queue.at} 件，共 {queue.of} 件
      </span>
      <Button disabled={!queue.previous} onClick={() => go(queue.previous)}>
        上一件
      </Button>
      <Button disabled={!queue.next} onClick={() => go(queue.next)}>
        下一件
      </Button>
    </nav>
  )
}
