import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { ReturnPage as View } from '../contract.ts'
import { formNames } from '../rules.ts'
import { submissionsApi } from './client.ts'
import { DecideButtons } from './DecideButtons.tsx'
import { Differences } from './Differences.tsx'
import { DownloadButton } from './DownloadButton.tsx'
import { FormTable } from './FormTable.tsx'
import { History } from './History.tsx'
import { LinkButton } from './LinkButton.tsx'
import { ReturnFacts } from './ReturnFacts.tsx'
import { cellStates, formTitle, problemWords } from './words.ts'
import './submissions.css'

const Body = ({ page }: { page: View }) => (
  <>
    <ReturnFacts page={page} />
    <div className="beside return-beside">
      <Section title="冻结的各行" note={page.rowCount === 0 ? '零报送：本单位无' : `${page.rowCount} 人，号码只显示后四位`}>
        {page.rowCount > 0 && (
          <FormTable
            label="冻结的各行"
            columns={page.columns}
            rows={page.rows.map(({ ordinal, cells }) => ({ id: String(ordinal), cells }))}
          />
        )}
      </Section>
      <div>
        <History page={page} />
        {page.sinceBefore && <Differences title="与此前所报相比" note="从上一次到这一次" difference={page.sinceBefore} />}
        <Differences title="报送以后" note="现在的数据与它相比" difference={page.sinceThen} />
      </div>
    </div>
  </>
)

/** One frozen return: its lines, its proof, what has changed before and since, and what may be done with it. */
export const ReturnPage = ({ id }: { id: string }) => {
  const { unitId, can } = useSession()
  const found = useQuery(submissionsApi.get.queryOptions({ input: { id } }))
  const page = found.data
  const again = page?.state === 'returned' && page.unitId === unitId && can('submissions:submit')
  return (
    <Page
      title={page ? `${page.unitName} ${formNames[page.task]}` : '报送'}
      crumbs={[{ label: '报送', href: '/submissions' }, { label: page ? `${formTitle(page.task)}，第 ${page.ordinal} 次` : '一次报送' }]}
      note={page && <StateTag state={cellStates[page.state]} pill />}
      actions={
        page && (
          <>
            <DownloadButton id={id} />
            {again && (
              <LinkButton type="primary" href={`/submissions/new?task=${page.task}`}>
                重新报送
              </LinkButton>
            )}
            <DecideButtons page={page} />
          </>
        )
      }
      wide
    >
      {found.error && !page && (
        <ErrorState title="这次报送没有读出来" next={problemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!page && !found.error && <Skeleton lines={10} />}
      {page && <Body page={page} />}
    </Page>
  )
}
