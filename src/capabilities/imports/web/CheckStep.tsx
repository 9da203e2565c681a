import { useMemo, useRef } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Pager } from '../../../ui/Pager.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { useNarrow } from '../../../ui/useMedia.ts'
import type { PreviewView } from '../contract.ts'
import { type ImportApi, type ImportList, unreadableOf } from './api.ts'
import { Beyond } from './Beyond.tsx'
import { CheckFoot } from './CheckFoot.tsx'
import { columnOrder, type GridColumn, gridColumns, keptOrder } from './cells.ts'
import { FixesPanel } from './FixesPanel.tsx'
import { Grid } from './Grid.tsx'
import { KindTabs } from './KindTabs.tsx'
import { RowLines } from './RowLines.tsx'
import { Unread } from './Unread.tsx'
import type { ImportWrites } from './useImport.ts'
import { useMending } from './useMending.ts'
import { importProblemWords } from './words.ts'
import './check.css'

type CheckStepProps = {
  api: ImportApi
  list: ImportList
  preview: PreviewView
  writes: ImportWrites
  stale: boolean
  onColumns: () => void
}

const Said = ({ preview, writes }: Pick<CheckStepProps, 'preview' | 'writes'>) => {
  const error = writes.mend.error ?? writes.commit.error ?? writes.cancel.error
  return (
    <>
      {error && (
        <p className="wizard-said wizard-said-red" role="alert">
          {unreadableOf(error)?.text ?? importProblemWords(problemOf(error))}
        </p>
      )}
      {preview.notices.length > 0 && (
        <div className="wizard-said second">
          {preview.notices.map(notice => (
            <p key={`${notice.kind} ${notice.field}`}>{notice.text}</p>
          ))}
        </div>
      )}
    </>
  )
}

/** The order is found once for each tab and page. */
const useColumns = (preview: PreviewView, { lead, choices }: ImportList, view: string, stale: boolean): GridColumn[] => {
  const kept = useRef({ view: '', order: [] as string[] })
  return useMemo(() => {
    const now = columnOrder(preview, lead)
    const order = kept.current.view === view ? keptOrder(kept.current.order, now) : now
    if (!stale) kept.current = { view, order }
    return gridColumns(order, preview.fields, choices)
  }, [preview, lead, choices, view, stale])
}

/** 核对: every row as it would be written, wrong cells first; what the machine mended stands beside it. */
export const CheckStep = ({ api, list, preview, writes, stale, onColumns }: CheckStepProps) => {
  const [filters, change] = useUrlFilters()
  const page = useKeysetPage()
  const narrow = useNarrow()
  const columns = useColumns(preview, list, `${filters.kind} ${page.after}`, stale)
  const toWrong = () => change({ kind: 'wrong' })
  const { place, hands, writing } = useMending({ preview, columns, writes, stale, toWrong })
  const shown = { rows: preview.rows, columns, place, writing, hands }
  return (
    <>
      <div className="check">
        <div className="check-main">
          <Said preview={preview} writes={writes} />
          <KindTabs counts={preview.counts} busy={writes.mend.isPending} />
          {preview.rows.length === 0 && !page.after ? (
            <EmptyState title="这一类没有行" />
          ) : (
            <div className={stale ? 'table-busy' : undefined} aria-busy={stale}>
              {narrow ? <RowLines {...shown} /> : <Grid {...shown} label={`${preview.import.fileName} 的核对结果`} />}
              {!narrow && <Beyond {...shown} />}
              {!narrow && <p className="fine">选中一格后粘贴，可把表格软件里复制的一列从这一格起依次往下填。</p>}
              <Unread preview={preview} onColumns={onColumns} />
              <Pager page={page} rowsHere={preview.rows.length} total={preview.matching} next={preview.next} unit="行" />
            </div>
          )}
        </div>
        <FixesPanel preview={preview} hands={hands} />
      </div>
      <CheckFoot api={api} list={list} preview={preview} writes={writes} onNextWrong={() => hands.next(place)} />
    </>
  )
}
