import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar, FilterSearch, FilterSegments } from '../../../ui/FilterBar.tsx'
import { Foot } from '../../../ui/Foot.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { LetterView } from '../contract.ts'
import { standings } from '../rules.ts'
import { lettersApi } from './client.ts'
import { LetterDrawer } from './LetterDrawer.tsx'
import { type Chosen, LettersTable } from './LettersTable.tsx'
import { PrintDrawer } from './PrintDrawer.tsx'
import { PrintersDialog } from './PrintersDialog.tsx'
import { SeriesNote } from './SeriesNote.tsx'
import { useOpened } from './useOpened.ts'
import { standingWords } from './words.ts'
import './letters.css'

const PAGE = 50
const none: Chosen = new Map()

const useLedger = (cohortId: string) => {
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const standing = standings.find(known => known === filters.standing)
  const filter = { cohortId, search: filters.q, standing }
  const input = { ...filter, after: page.after, limit: PAGE }
  const found = useQuery(lettersApi.list.queryOptions({ input, placeholderData: keepPreviousData, enabled: cohortId !== '' }))
  return { page, found, filter, filtered: Boolean(filters.q || standing) }
}

const PrintFoot = ({ chosen, onClear, onPrint }: { chosen: Chosen; onClear: () => void; onPrint: () => void }) => {
  const rows = [...chosen.values()]
  const voided = rows.filter(({ standing }) => standing === 'voided').length
  const count = rows.length - voided
  return (
    <Foot chosen={`已选 ${rows.length} 封`} note={voided > 0 ? `其中作废 ${voided} 封不打印` : '按名册次序打印，每封一页'}>
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      <Button type="primary" disabled={count === 0} onClick={onPrint}>
        打印 {count} 封
      </Button>
    </Foot>
  )
}

type LettersPageProps = {
  /** The cases that wait for their letter; they belong to the transfers. */
  toIssue?: ReactNode
  /** Saved views of the ledger. */
  views?: ReactNode
  /** What else can be done with a letter: hand over, void. */
  actionsOf?: (letter: LetterView) => ReactNode
}

/** The ledger of letters: every number that was given, and where its letter stands today. */
export const LettersPage = ({ toIssue, views, actionsOf }: LettersPageProps) => {
  const { cohort, can, today } = useSession()
  const { page, found, filter, filtered } = useLedger(cohort?.id ?? '')
  const { opened, close, href } = useOpened('/letters', 'letter')
  const [chosen, setChosen] = useState(none)
  const [printing, setPrinting] = useState<readonly string[]>()
  const [keeping, setKeeping] = useState(false)
  const ledger = found.data
  const printable = [...chosen.values()].filter(({ standing }) => standing !== 'voided').sort((a, b) => a.number.localeCompare(b.number))

  return (
    <Page
      title="介绍信"
      wide
      note={<SeriesNote />}
      actions={
        cohort && (
          <>
            {can('letters:issue') && <Button onClick={() => setKeeping(true)}>打印机</Button>}
            <Anchor className="link letters-pickup" href="/letters/pickup">
              领取登记
            </Anchor>
            <ExportButton name="介绍信台账" disabled={!ledger?.total} file={() => lettersApi.export.call(filter)} />
          </>
        )
      }
    >
      {toIssue}
      {cohort === null && <EmptyState title="还没有毕业届" next="党委组织部建好本届方案后，这里会列出开出的介绍信。" />}
      {cohort && views}
      {cohort && (
        <FilterBar>
          <FilterSearch name="q" placeholder="编号、姓名、抬头" />
          <FilterSegments
            name="standing"
            label="状态"
            options={[
              { value: '', label: '全部', count: ledger?.counts.all },
              ...standings.map(value => ({ value, label: standingWords[value], count: ledger?.counts[value] })),
            ]}
          />
        </FilterBar>
      )}
      {found.error && !ledger && (
        <ErrorState title="台账没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {cohort && !(found.error && !ledger) && (
        <LettersTable
          rows={ledger?.rows}
          total={ledger?.total ?? 0}
          next={ledger?.next ?? null}
          page={page}
          busy={found.isPlaceholderData}
          today={today}
          filtered={filtered}
          hrefOf={href}
          chosen={can('letters:issue') ? chosen : undefined}
          onChoose={setChosen}
        />
      )}
      {opened && <LetterDrawer id={opened} today={today} onClose={close} onPrint={() => setPrinting([opened])} actionsOf={actionsOf} />}
      {keeping && <PrintersDialog onClose={() => setKeeping(false)} />}
      {printing && <PrintDrawer ids={printing} onClose={() => setPrinting(undefined)} />}
      {chosen.size > 0 && (
        <PrintFoot chosen={chosen} onClear={() => setChosen(none)} onPrint={() => setPrinting(printable.map(({ id }) => id))} />
      )}
    </Page>
  )
}
