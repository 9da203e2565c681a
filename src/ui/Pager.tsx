import { Button } from 'antd'
import type { KeysetPage } from './keyset.ts'
import './pager.css'

type PagerProps = {
  page: KeysetPage
  rowsHere: number
  total: number
  /** 人, 封, 条 */
  unit: string
  /** The key of the next page, or null on the last. */
  next: string | null
}

export const Pager = ({ page, rowsHere, total, unit, next }: PagerProps) => (
  <nav className="pager" aria-label="翻页">
    <span role="status">
      {rowsHere > 0 ? `第 ${page.from} 至 ${page.from + rowsHere - 1} ${unit}，共 ${total} ${unit}` : `共 ${total} ${unit}`}
    </span>
    {(page.after || next) && (
      <span className="pager-moves">
        <Button disabled={!page.after} onClick={page.toPrevious}>
          上一页
        </Button>
        <Button disabled={!next} onClick={() => next && page.toNext(next, rowsHere)}>
          下一页
        </Button>
      </span>
    )}
  </nav>
)
