import { useQuery } from '@tanstack/react-query'
import { Section } from '../../../ui/Section.tsx'
import { type StoryEvent, Timeline } from '../../../ui/Timeline.tsx'
import type { ChangeView } from '../contract.ts'
import { changeWords, whenInWords } from './changeWords.ts'
import { rosterApi } from './client.ts'

const SHOWN = 20

const eventOf = ({ id, at, kind, actorName, importId, basis, proposed, changes }: ChangeView): StoryEvent => ({
  id,
  when: whenInWords(at),
  what: kind === 'created' ? '登记入册' : changes.map(changeWords).join('；'),
  by: [importId ? `${actorName}，导入` : proposed ? `本人提出，${actorName}核对` : actorName, basis && `依据 ${basis}`]
    .filter(Boolean)
    .join('　'),
})

/** What was written about this person in the roster, newest first. */
export const PersonChanges = ({ memberId }: { memberId: string }) => {
  const found = useQuery(rosterApi.changes.queryOptions({ input: { memberId, limit: SHOWN } }))
  if (!found.data || found.data.rows.length === 0) return null
  const more = found.data.total - found.data.rows.length
  return (
    <Section title="名册变动" note={more > 0 ? `最近 ${SHOWN} 次，更早还有 ${more} 次` : undefined}>
      <Timeline events={found.data.rows.map(eventOf)} />
    </Section>
  )
}
