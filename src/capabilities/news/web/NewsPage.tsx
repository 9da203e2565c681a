import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { emptyText } from '../../../kernel/rich-text.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Clause } from '../../../ui/Clause.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { StateTag } from '../../../ui/Mark.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { clauses } from '../../plans/rules.ts'
import type { NewsRow } from '../contract.ts'
import { countKeys, kindNames, newsKinds, newsStates } from '../rules.ts'
import { newsApi, orgsApi } from './client.ts'
import { lastDayOf } from './months.ts'
import { useAct } from './useNews.ts'
import { countWords, stateLooks } from './words.ts'
import './news.css'

const PAGE = 20

const Line = ({ row }: { row: NewsRow }) => (
  <li>
    <Anchor className="news-line" href={`/news/${row.id}`}>
      <b className="news-name">{row.title || '还没有标题'}</b>
      <span className="second">
        {[kindNames[row.kind], row.unitName, row.byline, row.sentOn && `${row.sentOn} 送宣传部`, row.links > 0 && `链接 ${row.links} 个`]
          .filter(Boolean)
          .join('　')}
      </span>
      <StateTag state={stateLooks[row.state]} />
    </Anchor>
  </li>
)

/** Unit, kind and month, each in the address. */
const More = () => {
  const [filters, change] = useUrlFilters()
  const units = useQuery(orgsApi.list.queryOptions()).data ?? []
  const options = units.filter(({ level }) => level !== 'committee').map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <NativeSelect label="单位" value={filters.unit ?? ''} options={options} empty="全部单位" onChange={unit => change({ unit })} />
      <NativeSelect
        label="类别"
        value={filters.kind ?? ''}
        options={newsKinds.map(value => ({ value, label: kindNames[value] }))}
        empty="全部类别"
        onChange={kind => change({ kind })}
      />
      <input
        type="month"
        className="native-select"
        aria-label="送宣传部的月份"
        value={filters.month ?? ''}
        onChange={event => change({ month: event.target.value })}
      />
    </>
  )
}

const states = (reviews: boolean) => newsStates.filter(state => !reviews || (state !== 'draft' && state !== 'above'))

/** The year's news, the latest first; for the publicity office what has reached it. */
export const NewsPage = () => {
  const router = useRouter()
  const { cohort, can } = useSession()
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const reviews = can('news:review')
  const count = countKeys.find(key => `n-${key}` === filters.show)
  const input = {
    cohortId: cohort?.id ?? '',
    unitId: filters.unit,
    kind: newsKinds.find(kind => kind === filters.kind),
    state: newsStates.find(state => state === filters.show),
    count,
    ...(filters.month && { from: `${filters.month}-01`, to: lastDayOf(filters.month) }),
    after: page.after,
    limit: PAGE,
  }
  const found = useQuery(newsApi.list.queryOptions({ input, enabled: cohort !== null, placeholderData: keepPreviousData }))
  const write = useAct(async () => {
    const { id } = await newsApi.add.call({ cohortId: cohort!.id, kind: 'deed', text: emptyText })
    router.history.push(`/news/${id}`)
  }, '')
  const rows = cohort === null ? [] : found.data?.rows
  return (
    <Page
      title="宣传"
      note={<Clause id="C16" text={clauses.C16} />}
      actions={
        <>
          <Button onClick={() => router.history.push('/news/counts')}>各单位统计</Button>
          {can('news:write') && cohort && (
            <Button type="primary" loading={write.isPending} onClick={() => write.mutate(undefined)}>
              写稿
            </Button>
          )}
        </>
      }
    >
      <FilterBar extra={<More />}>
        <FilterSegments
          name="show"
          label="到了哪一步"
          options={[
            { value: '', label: '全部' },
            ...(count ? [{ value: `n-${count}`, label: `统计：${countWords[count]}` }] : []),
            ...states(reviews).map(value => ({ value, label: stateLooks[value].word })),
          ]}
        />
      </FilterBar>
      {found.error && !rows && (
        <ErrorState title="稿件没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!rows && !found.error && <Skeleton lines={8} />}
      {rows?.length === 0 && (
        <EmptyState
          title="没有这样的稿件"
          next={reviews ? '各单位送来的稿件列在这里，并发站内消息。' : '点“写稿”，写好正文、配上照片，送总支或宣传部。'}
        />
      )}
      {rows && rows.length > 0 && (
        <>
          <ul className="news-lines" aria-label="稿件" aria-busy={found.isPlaceholderData}>
            {rows.map(row => (
              <Line key={row.id} row={row} />
            ))}
          </ul>
          <Pager page={page} rowsHere={rows.length} total={found.data?.total ?? 0} next={found.data?.next ?? null} unit="篇" />
        </>
      )}
    </Page>
  )
}
