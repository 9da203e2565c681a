import { useQuery } from '@tanstack/react-query'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { ItemView } from '../contract.ts'
import { Archives } from './Archives.tsx'
import { ChecklistItem } from './ChecklistItem.tsx'
import { archiveApi } from './client.ts'
import { MakeButton, MakingProgress, useMaking } from './MakeArchive.tsx'
import { problemWords } from './words.ts'
import './archive.css'

const owedIn = (items: readonly ItemView[]) => items.filter(({ required, complete }) => required && !complete)

const noteOf = (items: readonly ItemView[], dueOn: string | null) => {
  const owed = owedIn(items).length
  return `${owed === 0 ? '必交材料已齐' : `必交材料还缺 ${owed} 项`}${dueOn ? `，${dayInWords(dueOn as Day)}前归档` : ''}`
}

/** The season's archive (归档): what is there, what is missing and whose, and the package that anybody can verify. */
export const ArchivePage = () => {
  const { cohort, can } = useSession()
  const input = { cohortId: cohort?.id ?? '' }
  const checklist = useQuery(archiveApi.checklist.queryOptions({ input, enabled: cohort !== null }))
  const archives = useQuery(archiveApi.list.queryOptions({ input, enabled: cohort !== null && can('archive:make') }))
  const making = useMaking()
  const items = checklist.data?.items
  return (
    <Page
      title="归档"
      note={checklist.data && <span>{noteOf(checklist.data.items, checklist.data.dueOn)}</span>}
      actions={
        items &&
        can('archive:make') && <MakeButton cohortId={input.cohortId} owed={owedIn(items)} busy={making !== undefined && !making.over} />
      }
    >
      {cohort === null && <EmptyState title="还没有毕业届" next="党委组织部建好本届方案后，这里可以归档。" />}
      {checklist.error && !items && (
        <ErrorState title="归档清单没有读出来" next={problemWords(problemOf(checklist.error))} onRetry={() => void checklist.refetch()} />
      )}
      {cohort && !items && !checklist.error && <Skeleton lines={10} />}
      {making && <MakingProgress making={making} />}
      {items && (
        <Section title="归档清单" note={`${items.length} 项，按工作方案`}>
          <ul className="archive-items">
            {items.map(item => (
              <ChecklistItem key={item.key} cohortId={input.cohortId} item={item} />
            ))}
          </ul>
        </Section>
      )}
      {archives.data && <Archives archives={archives.data} />}
    </Page>
  )
}
