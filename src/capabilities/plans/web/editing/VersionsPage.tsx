import { useQuery } from '@tanstack/react-query'
import { onOfficeClock } from '../../../../kernel/day.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../../ui/ErrorState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../../ui/problem.ts'
import { Section } from '../../../../ui/Section.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import { useSession } from '../../../../ui/session.ts'
import { ChangeList } from './ChangeList.tsx'
import { api } from './client.ts'
import '../plan.css'
import './edit.css'

/** Who changed the plan, when, why, and what. */
export const VersionsPage = ({ fields }: { fields: Readonly<Record<string, string>> }) => {
  const { cohort } = useSession()
  const found = useQuery(api.versions.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null }))
  return (
    <Page title="方案的各个版本" crumbs={[{ label: '方案', href: '/plan' }, { label: '版本' }]}>
      {cohort === null && <EmptyState title="还没有毕业届" next="建好本届方案后，这里有它的各个版本。" />}
      {found.error && <ErrorState title="版本没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />}
      {cohort && found.isPending && <Skeleton lines={6} />}
      {found.data?.map(({ version, savedAt, savedName, reason, changes }, at) => (
        <Section
          key={version}
          title={`第 ${version} 版${at === 0 ? '，现行' : ''}`}
          note={[savedName, onOfficeClock(savedAt).slice(0, 16)].filter(Boolean).join('，')}
        >
          {reason && <p>{reason}</p>}
          {changes.length > 0 ? <ChangeList changes={changes} fields={fields} /> : <p className="second">最初的一版。</p>}
        </Section>
      ))}
    </Page>
  )
}
