import { Button } from 'antd'
import type { KeysetPage } from '../../../ui/keyset.ts'

type AuditPagerProps = { page: KeysetPage; rowsHere: number; next: string | null }

/** The log grows without end: its pages are turned, not counted. */
export const AuditPager = ({ page, rowsHere, next }: AuditPagerProps) => (
  <nav className="pager" aria-label="翻页">
    <span role="status">{rowsHere > 0 && `第 ${page.from} 至 ${page.from + rowsHere - 1} 条`}</span>
    <span className="pager-moves">
      <Button disabled={!page.after} onClick={page.toPrevious}>
        较新
      </Button>
      <Button disabled={!next} onClick={() => next && page.toNext(next, rowsHere)}>
        较早
      </Button>
    </span>
  </nav>
)
