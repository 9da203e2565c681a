import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { Timeline } from '../../../ui/Timeline.tsx'
import { insightsApi } from './client.ts'
import { eventOf } from './storyWords.ts'

/** What has happened with one person: roster, five items, transfer and letters in one line, newest first. */
export const PersonTimeline = ({ graduateId }: { graduateId: string }) => {
  const found = useQuery(insightsApi.timeline.queryOptions({ input: { graduateId } }))
  const entries = found.data
  const toCase = useSession().can('transfers:read') && (
    <Anchor className="link" href={`/transfers/${graduateId}`}>
      打开接转
    </Anchor>
  )
  return (
    <Section title="经过" note={entries?.length ? `${entries.length} 条，从新到旧` : undefined} extra={toCase}>
      {found.isPending && <Skeleton lines={4} />}
      {found.error && <ErrorState title="没有读到经过" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />}
      {entries?.length === 0 && <p className="second">还没有记下什么。导入名册、确认五个一、填报去向以后，都会列在这里。</p>}
      {entries && entries.length > 0 && <Timeline events={entries.map(eventOf)} />}
    </Section>
  )
}
